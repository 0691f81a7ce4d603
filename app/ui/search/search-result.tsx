import { ProgrammeLink } from '../label.tsx';
import { Mark } from '../mark.tsx';
import { QuestionRow, type QuestionSummary } from '../question-row.tsx';
import type { Instant } from '../time.ts';
import { TimeAgo } from '../time-ago.tsx';

/** A piece of text with the words that were searched for told apart. */
type Passage = Array<{ text: string; hit: boolean }>;

type Result =
  | { kind: 'question'; question: QuestionSummary; passage: Passage; answerId: string | null }
  | {
      kind: 'note';
      slug: string;
      title: string;
      programme: { slug: string; name: string };
      at: Instant;
      passage: Passage;
    };

/** One hit; stands in an <ol>. A thread leads to the answer in which the words were found. */
export function SearchResultRow({ result, now }: { result: Result; now: Date }) {
  if (result.kind === 'question') {
    const { question, passage, answerId } = result;
    return (
      <QuestionRow
        {...question}
        lead={
          <>
            {answerId && '回答から：'}
            <Marked passage={passage} />
          </>
        }
        anchor={answerId ? `answer-${answerId}` : undefined}
        now={now}
      />
    );
  }
  return (
    <li className="q">
      <p className="q__state">
        <Mark kind="plain" icon="note">
          ノート
        </Mark>
        <TimeAgo at={result.at} now={now} />
      </p>
      <h2 className="q__title">
        <a href={`/notes/${result.slug}`}>{result.title}</a>
      </h2>
      <p className="q__lead">
        <Marked passage={result.passage} />
      </p>
      <p className="q__meta">
        <ProgrammeLink programme={result.programme} />
      </p>
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
