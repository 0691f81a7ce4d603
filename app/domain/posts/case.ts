import { isBlank } from './text-problems.ts';

/** The three parts in which counselors everywhere tell of a case. */
export const CASE_HEADS = ['本人の状態・訴え', 'これまでの支援', '聞きたいこと'] as const;

/** The empty form, as it stands in the text box. */
export const CASE_TEMPLATE = CASE_HEADS.map((head) => `■ ${head}\n\n`).join('\n');

export interface CasePart {
  head: string;
  text: string;
}

function headOf(line: string): (typeof CASE_HEADS)[number] | undefined {
  if (!line.startsWith('■')) return undefined;
  const rest = line.replace(/^■[ \u3000]*/, '').trim();
  return CASE_HEADS.find((head) => head === rest);
}

/** Whether nothing is written, or nothing but heads of the case form. */
export function saysNothing(text: string): boolean {
  return text.split('\n').every((line) => isBlank(line) || headOf(line) !== undefined);
}

/**
 * The parts of a text written in the case form.
 *
 * @returns undefined when the text is not in that form: it must begin with a known head and hold at least two
 */
export function caseParts(text: string): CasePart[] | undefined {
  const parts: CasePart[] = [];
  for (const line of text.split('\n')) {
    const head = headOf(line);
    if (head) parts.push({ head, text: '' });
    else if (parts.length > 0) parts[parts.length - 1]!.text += `${line}\n`;
    else if (line.trim() !== '') return undefined;
  }
  return parts.length >= 2 ? parts.map(({ head, text }) => ({ head, text: text.trim() })) : undefined;
}
