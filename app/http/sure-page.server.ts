import type { LoaderFunctionArgs } from '@remix-run/node';
import { findPendingPost } from '#app/domain/moderation/desk.server.ts';
import { isDecided } from '#app/domain/moderation/report.server.ts';
import { DELETE_WITHIN } from '#app/domain/posts/limits.ts';
import { findOwnPost, findPost } from '#app/domain/posts/own.server.ts';
import { postParam } from './post-param.server.ts';
import { notFound, requireMember } from './require-member.server.ts';

/** The page that asks once more before the desk deletes a post that waits. */
export async function loadRejectPage(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.moderate');
  const { kind, id } = postParam(args.params);
  const post = await findPendingPost(args.context.db, kind, id);
  if (!post) return notFound();
  const { questionId, title, body } = post;
  return { deed: 'reject' as const, kind, id, barred: null, missing: false, questionId, title, body };
}

/** The page that asks once more before a post is deleted or reported. */
export async function loadSurePage(args: LoaderFunctionArgs, deed: 'delete' | 'report') {
  const viewer = await requireMember(args, deed === 'delete' ? 'post.delete' : 'post.report');
  const { db } = args.context;
  const { kind, id } = postParam(args.params);
  const isDesk = viewer.role === 'secretariat';
  const post =
    deed === 'report' || isDesk ? await findPost(db, kind, id) : await findOwnPost(db, viewer.id, kind, id);
  if (!post) return notFound();
  const late = deed === 'delete' && !isDesk && Date.now() - Date.parse(post.postedAt) > DELETE_WITHIN;
  const decided = deed === 'report' && (await isDecided(db, viewer.id, id));
  const { questionId, title, body } = post;
  return {
    deed,
    kind,
    id,
    barred: late ? ('late' as const) : decided ? ('decided' as const) : null,
    missing: new URL(args.request.url).searchParams.has('missing'),
    questionId,
    title,
    body,
  };
}
