import { publishReport } from '#app/domain/reports/publish-report.server.ts';
import { reportState } from '#app/domain/reports/read-report.server.ts';
import { saveReport } from '#app/domain/reports/save-report.server.ts';
import type { Audience, Db } from '#db/schema.ts';
import { must, NOW, type TestMember } from './builders.server.ts';

interface Given {
  /** null: it stays a draft. */
  audience?: Audience | null;
  body?: string;
  /** One a line. */
  films?: string;
}

/** A report of a meeting that everything is right with. @returns its id, as the owner of its handouts has it */
export async function reportOf(
  db: Db,
  desk: TestMember,
  slug: string,
  { audience = 'everyone', body = '灯油の話をしました。', films = '' }: Given = {},
): Promise<string> {
  const form = {
    lead: '冬の備えを持ちよりました。',
    numbersLine: '',
    body,
    summaries: new Map<number, string>(),
    films,
    filmsAudience: 'everyone',
  };
  const begun = (await reportState(db, slug))?.version ?? 0;
  const version = must(await saveReport(db, desk, slug, { form, begun, acknowledgements: [] }, NOW));
  if (audience) must(await publishReport(db, desk, slug, { version, audience, correction: '' }, NOW));
  return (await reportState(db, slug))!.id;
}
