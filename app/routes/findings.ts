import { type ActionFunctionArgs, data } from '@remix-run/node';
import { findWhileWriting } from '#app/domain/anonymization/while-writing.server.ts';
import { Pace } from '#app/http/pace.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import { unlessUnchecked } from '#app/http/unless-unchecked.server.ts';
import { readUnsent } from '#app/http/unsent.server.ts';

/** A composer asks once in a pause of typing; nobody pauses more often than this in a minute. */
const pace = new Pace(60, 60_000);

/** The server's findings for a text that is being written. The text is neither stored nor logged. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'text.check');
  if (!pace.allows(viewer.id, performance.now())) throw data({}, { status: 429 });
  const unsent = await readUnsent(args.request);
  const findings = await unlessUnchecked(findWhileWriting(args.context.db, unsent, viewer));
  if (!findings) throw data({}, { status: 503 });
  return Response.json({ findings }, { headers: { 'Cache-Control': 'no-store' } });
}
