import { type ActionFunctionArgs, data } from '@remix-run/node';
import { LIMITS } from '#app/domain/posts/limits.ts';
import { askedBefore } from '#app/domain/search/asked-before.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { Pace } from '#app/http/pace.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';

/** A composer asks once in a pause of typing; nobody pauses more often than this in a minute. */
const pace = new Pace(60, 60_000);

/** Questions near the title that is being written. The title is neither stored nor logged. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'question.ask');
  if (!pace.allows(viewer.id, performance.now())) throw data({}, { status: 429 });
  const title = (await readForm(args.request)).text('title').slice(0, LIMITS.title);
  const { db, search } = args.context;
  const near = await askedBefore(db, search, title);
  const questions = near.map(({ id, title, state, answerCount }) => ({ id, title, state, answerCount }));
  return Response.json({ questions }, { headers: { 'Cache-Control': 'no-store' } });
}
