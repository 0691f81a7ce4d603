import { renderToStaticMarkup } from 'react-dom/server';
import {
  type PostView,
  readThread,
  type Standpoint,
  type Thread,
  type ThreadHead,
} from '#app/domain/questions/thread.server.ts';
import { RecentlyUsed } from '#app/domain/recently-used.ts';
import { Answer } from '#app/ui/thread/answer.tsx';
import { DeletedAnswer } from '#app/ui/thread/deleted-answer.tsx';
import type { PostKind, PostPermissions } from '#app/ui/thread/permissions.ts';
import { QuestionArticle } from '#app/ui/thread/question-article.tsx';
import { SolvedForm } from '#app/ui/thread/solved-form.tsx';
import { tokyoDay } from '#app/ui/time.ts';
import type { Db, QuestionState } from '#db/schema.ts';
import { type Piece, toPiece } from './page-bytes.server.ts';

/** Threads kept ready to be sent: 30 to 150 KB each. */
const cache = new RecentlyUsed<Piece>(80);

/**
 * The thread as a piece of its page. Rendering it is most of a page's cost and most readers may do the same in it, so it is kept
 * under all that it depends on: the thread's version, what distinguishes this reader, and the day, which the words
 * for times depend on.
 *
 * @returns undefined when the thread was taken out of the reader's sight meanwhile
 */
export async function threadPiece(
  db: Db,
  { head, standpoint }: { head: ThreadHead; standpoint: Standpoint },
  now: Date,
): Promise<Piece | undefined> {
  const key = JSON.stringify([head.id, head.version, head.status, tokyoDay(now), standpoint]);
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  const thread = await readThread(db, standpoint, head.id);
  if (!thread) return undefined;
  const view = <ThreadView thread={thread} head={head} standpoint={standpoint} now={now} />;
  const piece = toPiece(renderToStaticMarkup(view));
  cache.set(key, piece);
  return piece;
}

interface ViewProps {
  thread: Thread;
  head: ThreadHead;
  standpoint: Standpoint;
  now: Date;
}

function ThreadView({ thread, head, standpoint, now }: ViewProps) {
  const visible = head.status === 'visible';
  const { isAsker } = standpoint;
  const reacted = (kind: string, id: string) => standpoint.reactions.includes(`${kind}:${id}`);
  const can = (kind: PostKind, post: PostView) => permissions(kind, post, standpoint, visible);
  const answerCount = thread.answers.filter(({ deleted }) => !deleted).length;
  return (
    <>
      <QuestionArticle
        {...thread}
        state={head.status === 'waiting' || head.status === 'hidden' ? head.status : thread.state}
        answerCount={answerCount}
        now={now}
        same={{ count: thread.same, mine: reacted('same', thread.id) }}
        can={{ ...can('question', thread), canMarkHelpful: false }}
        after={
          thread.solvedAt && thread.outcome
            ? { text: thread.outcome, familyName: thread.author.familyName, at: thread.solvedAt }
            : null
        }
      />
      {isAsker && visible && thread.state !== 'open' && (
        <SolvedForm id={thread.id} solved={thread.state === 'solved'} />
      )}
      <section className="sec" aria-labelledby="answers-title">
        <div className="sec__head nomb">
          <h2 id="answers-title">
            回答<span className="sec__count">{answerCount}件</span>
          </h2>
          {visible && !isAsker && <a href="#write">回答を書く</a>}
        </div>
        {answerCount === 0 && <p className="quiet">{noAnswers(thread.state, isAsker)}</p>}
        <ol className="answers">
          {thread.answers.map((answer) => {
            const comments = answer.comments.map((comment) => {
              const may = can('comment', comment);
              // Under an answer that is held nothing can be changed before the desk has decided.
              return { ...comment, can: answer.held ? { ...may, canEdit: false, canDelete: false } : may };
            });
            if (answer.deleted)
              return <DeletedAnswer key={answer.id} id={answer.id} comments={comments} now={now} />;
            return (
              <Answer
                key={answer.id}
                {...answer}
                now={now}
                thanks={{ count: answer.thanks, mine: reacted('thanks', answer.id) }}
                tries={{ count: answer.tries, mine: reacted('try', answer.id) }}
                can={can('answer', answer)}
                comments={comments}
                replyHref={visible && !answer.held ? `/answers/${answer.id}/reply` : null}
              />
            );
          })}
        </ol>
      </section>
    </>
  );
}

function noAnswers(state: QuestionState, isAsker: boolean): string {
  if (state === 'solved') return 'いま読める回答はありません。質問した人が、解決済みにしています。';
  return isAsker
    ? 'まだ回答がありません。届いたら、お知らせに出ます。'
    : 'まだ回答がありません。あなたのところのやり方を、一行でも教えてください。';
}

function permissions(
  kind: PostKind,
  post: PostView,
  standpoint: Standpoint,
  visible: boolean,
): PostPermissions {
  const own = standpoint.own.includes(post.id);
  return {
    canEdit: own,
    canDelete: standpoint.deletable.includes(post.id) || standpoint.isDesk,
    canMarkHelpful: kind === 'answer' && standpoint.isAsker && !own && visible,
    canReact: kind !== 'comment' && visible && !own && !post.held,
    canReport: !own && visible && !post.held,
    edited: post.editCount > 0 ? { count: post.editCount, href: `/posts/${kind}/${post.id}/history` } : null,
    held: post.held,
  };
}
