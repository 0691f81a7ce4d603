import { type Comment, Comments } from './comments.tsx';

/** What is left of an answer to which others replied; stands in an <ol className="answers">. */
export function DeletedAnswer({ id, comments, now }: { id: string; comments: Comment[]; now: Date }) {
  return (
    <li className="answer" id={`answer-${id}`}>
      <article className="answer__in">
        <p className="quiet">この回答は消されました。返信は残っています。</p>
        <Comments comments={comments} now={now} />
      </article>
    </li>
  );
}
