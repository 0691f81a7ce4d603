import type { LoaderFunctionArgs } from '@remix-run/node';
import { readHistory } from '#app/domain/posts/history.server.ts';
import { postParam } from './post-param.server.ts';
import { notFound, requireMember } from './require-member.server.ts';

export async function loadHistory(args: LoaderFunctionArgs) {
  await requireMember(args, 'question.read');
  const { kind, id } = postParam(args.params);
  const history = await readHistory(args.context.db, kind, id);
  if (!history) return notFound();
  const { questionId } = history.post;
  const backHref =
    kind === 'question' ? `/questions/${questionId}` : `/questions/${questionId}#${kind}-${id}`;
  return { ...history, backHref, now: new Date().toISOString() };
}
