import type { LoaderFunctionArgs } from '@remix-run/node';
import { repliesByPerson } from '#app/domain/surveys/replies.server.ts';
import { readResults } from '#app/domain/surveys/results.server.ts';
import { surveyForDesk } from '#app/http/find-survey.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { resultsWorkbook } from '#app/http/survey-sheet.server.ts';

/** The results as a workbook, for the desk. */
export async function loader(args: LoaderFunctionArgs) {
  const { survey } = await surveyForDesk(args);
  const { db } = args.context;
  const results = await readResults(db, survey.id, 'desk', new Date());
  if (!results) return notFound();
  const workbook = await resultsWorkbook(results, await repliesByPerson(db, survey.id));
  return new Response(new Uint8Array(workbook), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="survey-${survey.id}.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
