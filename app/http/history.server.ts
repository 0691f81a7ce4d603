import type { LoaderFunctionArgs } from '@remix-run/node';
import { EDITS_AT_ONCE, readHistory } from '#app/domain/posts/history.server.ts';
import { postParam } from './post-param.server.ts';
import { notFound, requireMember } from './require-member.server.ts';

export async function loadHistory(args: LoaderFunctionArgs) {
  await requireMember(args, 'question.read');
  const { kind, id } = postParam(args.params);
  const asked = Number(new URL(args.request.url).searchParams.get('upto'));
  const upTo = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const history = await readHistory(args.context.db, kind, id, upTo);
  if (!history) return notFound();
  const { questionId } = history.post;
  const backHref =
    kind === 'question' ? `/questions/${questionId}` : `/questions/${questionId}#${kind}-${id}`;
  const { total, edits } = history;
  const newest = edits[0]?.number ?? 0;
  const at = (upto: number) => `/posts/${kind}/${id}/history${upto < total ? `?upto=${upto}` : ''}`;
  return {
    ...history,
    newerHref: newest < total ? at(newest + EDITS_AT_ONCE) : null,
    olderHref: newest > EDITS_AT_ONCE ? at(newest - EDITS_AT_ONCE) : null,
    backHref,
    now: new Date().toISOString(),
  };
}
