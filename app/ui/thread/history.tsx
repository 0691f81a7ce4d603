import { Crumbs } from '../crumbs.tsx';
import { Moment } from '../moment.tsx';
import { PageHead } from '../page-head.tsx';
import { Prose } from '../prose.tsx';
import { Section } from '../section.tsx';
import type { Instant } from '../time.ts';

type Version = { title: string; html: string };

type HistoryProps = {
  post: Version;
  /** newest first */
  earlier: Array<Version & { replacedAt: Instant }>;
  backHref: string;
  now: string;
};

/** What a post says now, and what it said before each edit. */
export function History({ post, earlier, backHref, now }: HistoryProps) {
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
        lead={earlier.length > 0 ? `${earlier.length}回直しました。` : 'まだ直していません。'}
      />
      <Section id="now" title="いまの文章">
        <Prose html={post.html} />
      </Section>
      {earlier.map((version, index) => (
        <Section
          key={version.replacedAt}
          id={`version-${earlier.length - index}`}
          title={`${earlier.length - index}回めに直す前`}
          note={
            <>
              <Moment at={version.replacedAt} now={today} />
              まで
            </>
          }
        >
          {version.title !== '' && version.title !== post.title && <p>題：{version.title}</p>}
          <Prose html={version.html} />
        </Section>
      ))}
    </>
  );
}
