import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { listNotes, noteTopics } from '#app/domain/notes/notes.server.ts';
import { readNoteFilter, writeNoteFilter } from '#app/http/note-filter.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Papers } from '#app/ui/home/papers.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { NoteFilters } from '#app/ui/note/note-filters.tsx';
import { notePaper } from '#app/ui/note/words.ts';
import { OrderForm } from '#app/ui/order-form.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction = () => title('ノート');

const PAGE = 24;
const TAGS = 12;

const ORDERS = [
  { value: 'new', label: '新しい順' },
  { value: 'useful', label: '役に立った順' },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'note.read');
  const { db } = args.context;
  const { searchParams } = new URL(args.request.url);
  const filter = readNoteFilter(searchParams);
  const asked = Number(searchParams.get('page'));
  const page = Number.isSafeInteger(asked) && asked > 1 && asked < 10_000 ? asked : 1;
  const { notes, more } = await listNotes(db, filter, page, PAGE);
  const topics = await noteTopics(db, TAGS);
  const countOf = (slug: string) => topics.programmes.find(({ topic }) => topic === slug)?.notes ?? 0;
  const { tag, area } = filter;
  // A choice that holds is shown, however few there are of it.
  const withChosen = (list: typeof topics.tags, chosen: string | null) =>
    chosen === null || list.some(({ topic }) => topic === chosen)
      ? list
      : [{ topic: chosen, notes: 0 }, ...list];
  const choices = (list: typeof topics.tags, chosen: string | null) =>
    withChosen(list, chosen).map(({ topic, notes: count }) => ({
      value: topic,
      label: topic,
      count,
      chosen: topic === chosen,
    }));
  return {
    notes,
    order: filter.order,
    filtered: filter.programmes.length > 0 || tag !== null || area !== null,
    filters: {
      programmes: (await programmes.get(db))
        .map(({ slug, name }) => ({
          value: slug,
          label: name,
          count: countOf(slug),
          chosen: filter.programmes.includes(slug),
        }))
        .filter(({ count, chosen }) => count > 0 || chosen),
      tags: choices(topics.tags, tag),
      areas: choices(topics.areas, area),
    },
    keep: [
      ...filter.programmes.map((value) => ({ name: 'programme', value })),
      ...(tag === null ? [] : [{ name: 'tag', value: tag }]),
      ...(area === null ? [] : [{ name: 'area', value: area }]),
    ],
    previousHref: page > 1 ? writeNoteFilter(filter, page - 1) : null,
    nextHref: more ? writeNoteFilter(filter, page + 1) : null,
  };
}

export default function Notes() {
  const { notes, order, filtered, filters, keep, previousHref, nextHref } = useLoaderData<typeof loader>();
  const none = notes.length === 0 && !filtered;
  return (
    <>
      <PageHead
        title="ノート"
        lead="質問と回答から分かったことを、あとから来る人のために残した記事です。"
        act={
          <a className="btn btn--line" href="/notes/new">
            <Icon name="pencil" />
            ノートを書く
          </a>
        }
      />
      {none ? (
        <Empty
          icon="note"
          title="まだノートはありません"
          act={{ href: '/questions?state=solved', label: '解決した質問を見る' }}
        >
          解決した質問を開き、「ノートにまとめる」から作れます。白紙から書くこともできます。
        </Empty>
      ) : (
        <div className="cols cols--filter">
          <NoteFilters {...filters} order={order} />
          <div>
            <div className="bar">
              <p className="small quiet">{filtered ? 'しぼり込んだノート' : 'すべてのノート'}</p>
              <OrderForm action="/notes" order={order} orders={ORDERS} keep={keep} />
            </div>
            {notes.length > 0 ? (
              <Papers papers={notes.map(notePaper)} heading="h2" />
            ) : (
              <Empty
                icon="search"
                title="当てはまるノートはありません"
                act={{ href: '/notes', label: 'すべてのノート' }}
              >
                条件をゆるめると、見つかるかもしれません。
              </Empty>
            )}
            <Pager previousHref={previousHref} nextHref={nextHref} />
            <p className="small mt24 noprint">
              すべてのノートを取っておく：
              <a href="/notes/export?as=html">HTML（1つのファイル）</a>・
              <a href="/notes/export?as=md">Markdown（zip）</a>
            </p>
          </div>
        </div>
      )}
    </>
  );
}
