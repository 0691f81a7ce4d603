import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { heldNotes } from '#app/domain/notes/held.server.ts';
import { listNotes, type NoteFilter, noteTopics } from '#app/domain/notes/notes.server.ts';
import { readNoteFilter, writeNoteFilter } from '#app/http/note-filter.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Papers } from '#app/ui/home/papers.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { NoteFilters } from '#app/ui/note/note-filters.tsx';
import { notePaper } from '#app/ui/note/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { OrderForm } from '#app/ui/order-form.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import type { Audience, Db } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction = () => title('ノート');

const PAGE = 24;
const TAGS = 12;

const ORDERS = [
  { value: 'new', label: '新しい順' },
  { value: 'useful', label: '役に立った順' },
];

/** What is the same for members and visitors. */
async function loadPage(db: Db, filter: NoteFilter, params: URLSearchParams, audience?: Audience) {
  const asked = Number(params.get('page'));
  const page = Number.isSafeInteger(asked) && asked > 1 && asked < 10_000 ? asked : 1;
  const { notes, more } = await listNotes(db, filter, page, PAGE, audience);
  return {
    notes,
    previousHref: page > 1 ? writeNoteFilter(filter, page - 1) : null,
    nextHref: more ? writeNoteFilter(filter, page + 1) : null,
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context;
  const { searchParams } = new URL(args.request.url);
  const filter = readNoteFilter(searchParams);
  if (!(await args.context.viewer())) {
    // Tags and areas count notes that visitors do not see.
    const { order } = filter;
    const open = { programmes: [], tag: null, area: null, order };
    const audience = 'everyone' as const;
    return { audience, order, members: null, ...(await loadPage(db, open, searchParams, audience)) };
  }
  const viewer = await requireMember(args, 'note.read');
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
    audience: 'members' as const,
    order: filter.order,
    ...(await loadPage(db, filter, searchParams)),
    members: {
      held: (await heldNotes(db, viewer.id)).map(({ id, title: name }) => ({ id, title: name })),
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
    },
  };
}

export default function Notes() {
  const { notes, order, members, previousHref, nextHref } = useLoaderData<typeof loader>();
  if (!members)
    return <PublicNotes notes={notes} order={order} previousHref={previousHref} nextHref={nextHref} />;
  const { held, filtered, filters, keep } = members;
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
      {held.length > 0 && (
        <Notice kind="info" title="事務局が確かめている、あなたのノート">
          <ul>
            {held.map(({ id, title: name }) => (
              <li key={id}>
                <a href={`/notes/held/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
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

/** For visitors: what the secretariat has opened to everybody. */
function PublicNotes({
  notes,
  order,
  previousHref,
  nextHref,
}: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'notes' | 'order' | 'previousHref' | 'nextHref'>) {
  return (
    <>
      <PageHead
        title="ノート"
        lead="相談員のネットワークが、仕事の中で分かったことをまとめた記事です。どなたでも読めるものを並べています。"
      />
      {notes.length > 0 ? (
        <>
          <div className="bar">
            <p className="small quiet">公開しているノート</p>
            <OrderForm action="/notes" order={order} orders={ORDERS} keep={[]} />
          </div>
          <Papers papers={notes.map(notePaper)} heading="h2" />
        </>
      ) : (
        <Empty
          icon="note"
          title="公開しているノートは、まだありません"
          act={{ href: '/login', label: 'ログイン' }}
        >
          会員の方は、ログインするとすべてのノートを読めます。
        </Empty>
      )}
      <Pager previousHref={previousHref} nextHref={nextHref} />
    </>
  );
}
