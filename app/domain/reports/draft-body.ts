import type { TimetableStep } from '../meetings/meetings.server.ts';

interface Told {
  themes: readonly string[];
  timetable: readonly TimetableStep[];
  /** What was asked before the meeting, most wanted first. */
  questions: readonly string[];
}

/** The beginning of a report, in Markdown: what is known of the meeting, for the desk to write on. */
export function draftBody({ themes, timetable, questions }: Told): string {
  const sections = [
    listed('話したこと', themes),
    listed(
      '当日のながれ',
      timetable.map(({ at, what, speaker }) => `${at}　${what}${speaker && `（${speaker}）`}`),
    ),
    listed('事前に出た質問', questions.map(onOneLine)),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

const listed = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : `# ${heading}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
