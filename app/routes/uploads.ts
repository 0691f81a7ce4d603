import type { ActionFunctionArgs } from '@remix-run/node';
import { takeUpload } from '#app/http/uploads.server.ts';
import { describeOutcome } from '#app/ui/files/words.ts';

/** The same as the page for files, for the script that shows how far a file has come. */
export async function action(args: ActionFunctionArgs) {
  const { outcomes } = await takeUpload(args);
  const most = args.context.files.most;
  const told = outcomes.map((outcome) => describeOutcome(outcome, most));
  return Response.json({ told }, { headers: { 'Cache-Control': 'no-store' } });
}
