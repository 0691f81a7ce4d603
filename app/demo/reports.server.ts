import type { Outcome } from '#app/domain/outcome.ts';
import { formOf } from '#app/domain/reports/conflict.server.ts';
import { publishReport } from '#app/domain/reports/publish-report.server.ts';
import { saveReport } from '#app/domain/reports/save-report.server.ts';
import type { Db } from '#db/schema.ts';
import { DemoTextError } from './demo-text-error.ts';
import type { DemoMembers } from './members.server.ts';

interface DemoReport {
  /** Slug. */
  meeting: string;
  /** Days from the meeting to the report. */
  daysAfter: number;
  lead: string;
  body: string;
  summaries: Array<{ no: number; summary: string }>;
  /** What was put right in it later. */
  correction?: { purpose: string; daysAfter: number; body: string };
}

const DAY = 24 * 60 * 60 * 1000;

/** Reports of the meetings that were, published to everybody. */
export async function addReports(db: Db, reports: DemoReport[], members: DemoMembers): Promise<void> {
  const desk = members.get('secretariat');
  if (!desk) throw new Error('The demo network has no secretariat');
  for (const { meeting: slug, daysAfter, lead, body, summaries, correction } of reports) {
    const { day, numbersLine } = await db
      .selectFrom('meeting')
      .select(['day', 'numbers_line as numbersLine'])
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    const at = (days: number) => new Date(Date.parse(`${day}T10:00:00+09:00`) + days * DAY);
    const told = {
      lead,
      numbersLine: numbersLine ?? '',
      summaries,
      films: [],
      filmsAudience: 'members' as const,
    };
    const publish = async (text: string, begun: number, purpose: string, when: Date) => {
      const saving = { form: formOf({ ...told, body: text }), begun, acknowledgements: [] };
      const version = must(slug, await saveReport(db, desk, slug, saving, when));
      const publishing = { version, audience: 'everyone' as const, correction: purpose };
      must(slug, await publishReport(db, desk, slug, publishing, when));
      return version;
    };
    const first = await publish(body, 0, '', at(daysAfter));
    if (correction) await publish(correction.body, first, correction.purpose, at(correction.daysAfter));
  }
}

function must<T>(slug: string, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new DemoTextError(`report of ${slug}`, outcome.refusal);
}
