import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { reportPost } from '#app/domain/moderation/report.server.ts';
import { REPORT_REASONS } from '#app/domain/moderation/report-reasons.ts';
import { askToAnswer } from '#app/domain/organizations/ask-to-answer.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { deleteOwnPost, withdrawPost } from '#app/domain/posts/delete.server.ts';
import { react } from '#app/domain/posts/react.server.ts';
import { markHelpful, reopenQuestion, solveQuestion } from '#app/domain/questions/solve.server.ts';
import { REFUSAL_MESSAGE } from '#app/messages.ja.ts';
import type { PostKind } from '#db/schema.ts';
import { statusOf } from './compose.server.ts';
import type { PostedForm } from './form.server.ts';
import { postedHref } from './posted.server.ts';
import { type ErrorFacts, notFound, requireMember } from './require-member.server.ts';

const oneOf = <T extends string>(known: readonly T[], value: string): T | undefined =>
  known.find((one) => one === value);

/**
 * Carries out one of the buttons of a thread: reactions, marks, deletion, report, solving without words, opening again,
 * telling organizations.
 *
 * @throws a redirect back to the place when it is done
 */
export async function actOnThread(
  args: { request: Request; context: AppLoadContext },
  questionId: string,
  form: PostedForm,
): Promise<never> {
  const { db, nudge } = args.context;
  const now = new Date();
  const id = form.text('id');
  const kind = oneOf<PostKind>(['question', 'answer', 'comment'], form.text('kind'));
  // 「-off」 takes back what the same button gave.
  const [, deed = '', off] = /^([a-z]+)(-off)?$/.exec(form.text('intent')) ?? [];
  const on = off === undefined;
  const thread = `/questions/${questionId}`;
  const place = kind === undefined || kind === 'question' ? thread : `${thread}#${kind}-${id}`;
  switch (deed) {
    case 'same':
    case 'thanks':
    case 'try': {
      const viewer = await requireMember(args, 'post.react');
      return done(await react(db, viewer.id, deed, id, on, now), place);
    }
    case 'helpful': {
      const viewer = await requireMember(args, 'post.react');
      return done(await markHelpful(db, viewer.id, id, on, now), place);
    }
    case 'solve': {
      const viewer = await requireMember(args, 'question.ask');
      return done(await solveQuestion(db, viewer, questionId, null, now), postedHref(questionId, 'solve'));
    }
    case 'ask': {
      const viewer = await requireMember(args, 'question.ask');
      return done(
        await askToAnswer(db, viewer.id, questionId, form.all('organization'), now),
        `${thread}#may-answer`,
      );
    }
    case 'reopen': {
      const viewer = await requireMember(args, 'question.ask');
      return done(await reopenQuestion(db, viewer.id, questionId, now), thread);
    }
    case 'delete': {
      const viewer = await requireMember(args, 'post.delete');
      if (!kind) return notFound();
      const outcome =
        viewer.role === 'secretariat'
          ? await withdrawPost(db, viewer.id, kind, id, 'deleted', now)
          : await deleteOwnPost(db, viewer.id, kind, id, now);
      nudge();
      return done(outcome, goneHref(kind, questionId, 'delete'));
    }
    case 'report': {
      const viewer = await requireMember(args, 'post.report');
      if (!kind) return notFound();
      const reason = oneOf(REPORT_REASONS, form.text('reason'));
      if (!reason) throw redirect(`/posts/${kind}/${id}/report?missing=reason`);
      const outcome = await reportPost(db, viewer.id, kind, id, reason, now);
      nudge();
      return done(outcome, goneHref(kind, questionId, 'report'));
    }
    default:
      throw data({}, { status: 400 });
  }
}

/** Where it is told that a post went out of sight; a question takes its page along. */
function goneHref(kind: PostKind, questionId: string, posted: 'delete' | 'report'): string {
  return kind === 'question' ? `/questions?posted=${posted}` : postedHref(questionId, posted);
}

function done(outcome: Outcome<unknown>, to: string): never {
  if (!outcome.ok) {
    throw data({ reason: REFUSAL_MESSAGE[outcome.refusal.code] } satisfies ErrorFacts, {
      status: statusOf(outcome.refusal),
    });
  }
  throw redirect(to);
}
