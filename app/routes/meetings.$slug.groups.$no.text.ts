import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { readGroupText, readTextConflict } from '#app/domain/meetings/groups/group-text.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { groupFor, tooOften } from '#app/http/group-page.server.ts';
import { takeGroupText } from '#app/http/group-text.server.ts';
import { Pace } from '#app/http/pace.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { fieldMessages, REFUSAL_MESSAGE } from '#app/messages.ja.ts';

/** The box saves in a pause of typing and looks every four seconds; nobody does more in a minute. */
const saves = new Pace(60, 60_000);

const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

/** The text as it stands, or nothing new since a version: for the script of the shared box. */
export async function loader(args: LoaderFunctionArgs) {
  const { slug, group } = await groupFor(args);
  const found = await readGroupText(args.context.db, slug, group.no);
  if (!found) return notFound();
  const { text, version } = found;
  if (new URL(args.request.url).searchParams.get('since') === String(version))
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
  return answer({ kind: 'kept', text, version });
}

/** Keeps what the box holds. A text that is refused goes back as findings alone, and is stored nowhere. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, slug, group } = await groupFor(args);
  if (!saves.allows(viewer.id, performance.now())) return tooOften();
  const { context } = args;
  const form = await readForm(args.request);
  const { sent, outcome } = await takeGroupText(context, viewer, slug, group.no, form);
  if (outcome.ok) return answer({ kind: 'kept', ...outcome.value });
  const { refusal } = outcome;
  if (refusal.code === 'changed-meanwhile') {
    const conflict = await readTextConflict(context.db, slug, group.no, sent);
    if (!conflict) return notFound();
    const { text, version, current } = conflict;
    return answer({ kind: 'conflict', text, version, current }, 409);
  }
  if (refusal.code === 'not-found') return notFound();
  const findings =
    refusal.code === 'not-anonymous'
      ? refusal.findings.map(({ shown, message }) => ({ shown, message }))
      : refusal.code === 'invalid'
        ? Object.values(fieldMessages(refusal.fields)).map((message) => ({ shown: '', message }))
        : [{ shown: '', message: REFUSAL_MESSAGE[refusal.code] }];
  return answer({ kind: 'refused', findings }, statusOf(refusal));
}
