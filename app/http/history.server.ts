import type { LoaderFunctionArgs } from '@remix-run/node';
import { readHistory } from '#app/domain/posts/history.server.ts';
import type { PostKind } from '#db/schema.ts';
import { notFound, requireMember } from './require-member.server.ts';

export async function loadHistory(args: LoaderFunctionArgs, kind: PostKind) {
  await requireMember(args, 'question.read');
  const id = args.params.id as string;
  const history = await readHistory(args.context.db, kind, id);
  if (!history) return notFound();
  const { questionId } = history.post;
  const backHref =
    kind === 'question' ? `/questions/${questionId}` : `/questions/${questionId}#${kind}-${id}`;
  return { ...history, backHref, now: new Date().toISOString() };
}
