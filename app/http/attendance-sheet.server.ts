import writeExcelFile from 'write-excel-file/node';
import type { Attendee } from '#app/domain/meetings/attendance.server.ts';
import { MANNER_SHORT, SIDE_NAMES } from '#app/ui/meeting/manner.ts';

const HEADINGS = ['機関', '名字', '区分', '当日のようす', '年数', 'グループ', '状態', '受付'];
const WIDTHS = [36, 12, 14, 14, 8, 10, 12, 8];

/** The attendance list as an Excel workbook: a line each, headings that stay in sight. */
export async function attendanceSheet(people: readonly Attendee[]): Promise<Buffer> {
  const head = HEADINGS.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = people.map((person) => [
    person.organization,
    person.familyName,
    SIDE_NAMES[person.side],
    MANNER_SHORT[person.manner],
    person.years,
    person.groupNo,
    person.status === 'waiting' ? '空き待ち' : '参加',
    person.attendedAt === null ? '' : '済',
  ]);
  return writeExcelFile([head, ...rows], {
    sheet: '申込者',
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
