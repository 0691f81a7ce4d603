import { Changes } from '../changes.tsx';
import { Crumbs } from '../crumbs.tsx';
import { Moment } from '../moment.tsx';
import { PageHead } from '../page-head.tsx';
import { Pager } from '../pager.tsx';
import { Prose } from '../prose.tsx';
import { Section } from '../section.tsx';
import type { Instant } from '../time.ts';

type Change = Parameters<typeof Changes>[0]['changes'][number];

type HistoryProps = {
  post: { title: string; html: string };
  /** Number of edits in all. */
  total: number;
  /** Those of this page, newest first; `number` counts from the first edit. */
  edits: Array<{ number: number; at: Instant; title: Change[]; body: Change[] }>;
  /** null where there are none */
  newerHref: string | null;
  olderHref: string | null;
  backHref: string;
  now: string;
};

/** What a post says now, and what each edit changed. */
export function History({ post, total, edits, newerHref, olderHref, backHref, now }: HistoryProps) {
  const today = new Date(now);
  return (
    <>
      <Crumbs
        steps={[
          { label: '質問', href: '/questions' },
          { label: post.title, href: backHref },
        ]}
      />
      <PageHead title="履歴" lead={total > 0 ? `${total}回直しました。` : 'まだ直していません。'} />
      {edits.length > 0 && (
        <p className="changes__key">
          <del>線を引いた字</del>は消したところ、<ins>下線の字</ins>は足したところです。
        </p>
      )}
      {edits.map(({ number, at, title, body }) => (
        <Section
          key={number}
          id={`edit-${number}`}
          title={`${number}回めに直したところ`}
          note={<Moment at={at} now={today} />}
        >
          {title.length > 0 && <Changes changes={title} />}
          <Changes changes={body} />
        </Section>
      ))}
      <Pager
        previousHref={newerHref}
        nextHref={olderHref}
        label={`${total}回のうち ${edits.at(-1)?.number}–${edits[0]?.number}回め`}
      />
      <Section id="now" title="いまの文章">
        <Prose html={post.html} />
      </Section>
    </>
  );
}
