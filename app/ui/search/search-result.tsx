import type { ReactNode } from 'react';
import type { IconName } from '../icon.tsx';
import { ProgrammeLink } from '../label.tsx';
import { Mark } from '../mark.tsx';
import { QuestionRow, type QuestionSummary } from '../question-row.tsx';
import { dayOf, type Instant } from '../time.ts';
import { TimeAgo } from '../time-ago.tsx';

/** A piece of text with the words that were searched for told apart. */
type Passage = Array<{ text: string; hit: boolean }>;

export type Result = { title: Passage; passage: Passage } & (
  | { kind: 'question'; question: QuestionSummary; answerId: string | null }
  | { kind: 'note'; slug: string; programme: { slug: string; name: string }; at: Instant }
  | { kind: 'report'; slug: string; day: Instant; told: boolean }
  | { kind: 'organization'; id: string; about: string }
);

/** One hit; stands in an <ol>. A thread leads to the answer in which the words were found. */
export function SearchResultRow({ result, now }: { result: Result; now: Date }) {
  const { title, passage } = result;
  switch (result.kind) {
    case 'question':
      return (
        <QuestionRow
          {...result.question}
          shownTitle={<Marked passage={title} />}
          lead={
            <>
              {result.answerId && '回答から：'}
              <Marked passage={passage} />
            </>
          }
          anchor={result.answerId ? `answer-${result.answerId}` : undefined}
          now={now}
        />
      );
    case 'note':
      return (
        <Row
          {...{ title, passage }}
          icon="note"
          kind="ノート"
          time={<TimeAgo at={result.at} now={now} />}
          href={`/notes/${result.slug}`}
        >
          <ProgrammeLink programme={result.programme} />
        </Row>
      );
    case 'report':
      return (
        <Row
          {...{ title, passage }}
          icon="meeting"
          kind="報告"
          time={<time dateTime={result.day}>{dayOf(result.day, now)}</time>}
          href={`/meetings/${result.slug}${result.told ? '/report' : ''}`}
        />
      );
    case 'organization':
      return (
        <Row {...{ title, passage }} icon="users" kind="機関" href="/organizations">
          <span>{result.about}</span>
        </Row>
      );
  }
}

type RowProps = {
  icon: IconName;
  kind: string;
  time?: ReactNode;
  href: string;
  title: Passage;
  passage: Passage;
  children?: ReactNode;
};

function Row({ icon, kind, time, href, title, passage, children }: RowProps) {
  return (
    <li className="q">
      <p className="q__state">
        <Mark kind="plain" icon={icon}>
          {kind}
        </Mark>
        {time}
      </p>
      <h2 className="q__title">
        <a href={href}>
          <Marked passage={title} />
        </a>
      </h2>
      {passage.length > 0 && (
        <p className="q__lead">
          <Marked passage={passage} />
        </p>
      )}
      {children && <p className="q__meta">{children}</p>}
    </li>
  );
}

function Marked({ passage }: { passage: Passage }) {
  return (
    <span className="passage">
      {passage.map(({ text, hit }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name, and never move
        hit ? <mark key={index}>{text}</mark> : text,
      )}
    </span>
  );
}
