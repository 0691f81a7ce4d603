import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EDITIONS_AT_ONCE, readEditions } from '#app/domain/notes/editions.server.ts';
import { readForEdit } from '#app/domain/notes/read-note.server.ts';
import { leadOn } from '#app/http/find-note.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Changes } from '#app/ui/changes.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction = () => title('ノートの履歴');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'note.read');
  const { db } = args.context;
  const slug = args.params.slug as string;
  const note = await readForEdit(db, slug);
  if (!note) return leadOn(db, slug);
  const asked = Number(new URL(args.request.url).searchParams.get('upto'));
  const upTo = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const history = await readEditions(db, note.id, upTo);
  if (!history) return leadOn(db, slug);
  const { newest, current, editions, first } = history;
  const at = (upto: number) => `/notes/${slug}/history${upto < current ? `?upto=${upto}` : ''}`;
  const last = editions.at(-1)?.number ?? newest;
  return {
    ...history,
    newerHref: newest < current ? at(newest + EDITIONS_AT_ONCE) : null,
    olderHref: last > first ? at(last - 1) : null,
    now: new Date().toISOString(),
  };
}

export default function NoteHistory() {
  const { title: name, slug, current, editions, newerHref, olderHref, now } = useLoaderData<typeof loader>();
  const today = new Date(now);
  return (
    <>
      <Crumbs
        steps={[
          { label: 'ノート', href: '/notes' },
          { label: name, href: `/notes/${slug}` },
        ]}
      />
      <PageHead title="履歴" lead={`いまは第${current}版です。前の版に、いつでももどせます。`} />
      <p className="changes__key">
        <del>線を引いた字</del>は消したところ、<ins>下線の字</ins>は足したところです。
      </p>
      {editions.map(({ number, at, author, purpose, changes }) => (
        <Section
          key={number}
          id={`edition-${number}`}
          title={`第${number}版`}
          note={
            <>
              <Moment at={at} now={today} />・{author.organization} {author.familyName}
              {purpose && `「${purpose}」`}
            </>
          }
        >
          {changes === null && <p className="quiet">残っている、いちばん前の版です。</p>}
          {changes && changes.title.length > 0 && <Changes changes={changes.title} />}
          {changes && changes.body.length > 0 && <Changes changes={changes.body} brief />}
          {changes && changes.tags.length > 0 && (
            <>
              <p className="small quiet">タグ</p>
              <Changes changes={changes.tags} />
            </>
          )}
          {number < current && (
            <p className="mt16">
              <a className="btn btn--line btn--s" href={`/notes/${slug}/edit?edition=${number}`}>
                第{number}版にもどす
              </a>
            </p>
          )}
        </Section>
      ))}
      <Pager
        previousHref={newerHref}
        nextHref={olderHref}
        label={`第${editions.at(-1)?.number}–${editions[0]?.number}版`}
      />
    </>
  );
}
