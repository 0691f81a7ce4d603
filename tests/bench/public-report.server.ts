import { addMeeting } from '#app/domain/meetings/add-meeting.server.ts';
import { publishReport } from '#app/domain/reports/publish-report.server.ts';
import { saveReport } from '#app/domain/reports/save-report.server.ts';
import type { Db } from '#db/schema.ts';

const PARAGRAPH =
  '冬の備えについて話しました。早めに声をかけると、春まで続きやすいという例が、いくつもの町から出ました。窓口の一覧は、次の会までに作ります。';
const GROUPS = 10;

/** A report as long as those that are written: ten groups, some 3,000 characters. @returns its path */
export async function addPublicReport(db: Db): Promise<string> {
  const now = new Date();
  const slug = 'bench';
  const groups = Array.from({ length: GROUPS }, (_, index) => ({ no: index + 1, theme: '冬の備え' }));
  const announcement = {
    slug,
    series: '情報交換会',
    number: 1,
    title: '第1回情報交換会',
    place: 'オンライン',
  };
  await addMeeting(db, { ...announcement, themes: ['冬の備え'], day: '2026-01-20', groups }, now);
  const author = await db
    .selectFrom('member')
    .select(['id', 'family_name as familyName'])
    .executeTakeFirstOrThrow();
  const form = {
    lead: '冬の備えを持ちよりました。',
    numbersLine: '49名（35機関：団体27（31）・自治体7（8）・厚労省（10））',
    body: `# 話したこと\n\n${Array.from({ length: 20 }, () => PARAGRAPH).join('\n\n')}`,
    summaries: new Map(groups.map(({ no }) => [no, PARAGRAPH])),
    films: '',
    filmsAudience: 'members',
  };
  const saved = await saveReport(db, author, slug, { form, begun: 0, acknowledgements: [] }, now);
  if (!saved.ok) throw new Error('The report of the benchmark was refused');
  const publishing = { version: saved.value, audience: 'everyone' as const, correction: '' };
  const published = await publishReport(db, author, slug, publishing, now);
  if (!published.ok) throw new Error('The report of the benchmark was not published');
  return `/meetings/${slug}/report`;
}
