import { Changes } from '../changes.tsx';
import { Crumbs } from '../crumbs.tsx';
import { Moment } from '../moment.tsx';
import { PageHead } from '../page-head.tsx';
import { Prose } from '../prose.tsx';
import { Section } from '../section.tsx';
import type { Instant } from '../time.ts';

type Change = Parameters<typeof Changes>[0]['changes'][number];

type HistoryProps = {
  post: { title: string; html: string };
  /** newest first */
  edits: Array<{ at: Instant; title: Change[]; body: Change[] }>;
  backHref: string;
  now: string;
};

/** What a post says now, and what each edit changed. */
export function History({ post, edits, backHref, now }: HistoryProps) {
  const today = new Date(now);
  return (
    <>
      <Crumbs
        steps={[
          { label: '質問', href: '/questions' },
          { label: post.title, href: backHref },
        ]}
      />
      <PageHead
        title="履歴"
        lead={edits.length > 0 ? `${edits.length}回直しました。` : 'まだ直していません。'}
      />
      {edits.length > 0 && (
        <p className="changes__key">
          <del>線を引いた字</del>は消したところ、<ins>下線の字</ins>は足したところです。
        </p>
      )}
      {edits.map(({ at, title, body }, index) => (
        <Section
          key={at}
          id={`edit-${edits.length - index}`}
          title={`${edits.length - index}回めに直したところ`}
          note={<Moment at={at} now={today} />}
        >
          {title.length > 0 && <Changes changes={title} />}
          <Changes changes={body} />
        </Section>
      ))}
      <Section id="now" title="いまの文章">
        <Prose html={post.html} />
      </Section>
    </>
  );
}
