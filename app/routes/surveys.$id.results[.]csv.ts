import type { LoaderFunctionArgs } from '@remix-run/node';
import { readResults } from '#app/domain/surveys/results.server.ts';
import { toCsv } from '#app/http/csv.ts';
import { surveyForDesk } from '#app/http/find-survey.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { resultRows } from '#app/http/survey-sheet.server.ts';

/** The results as CSV, for the desk. */
export async function loader(args: LoaderFunctionArgs) {
  const { survey } = await surveyForDesk(args);
  const results = await readResults(args.context.db, survey.id, 'desk', new Date());
  if (!results) return notFound();
  return new Response(toCsv(resultRows(results)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="survey-${survey.id}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
