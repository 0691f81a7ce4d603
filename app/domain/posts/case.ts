/** The three parts in which counselors everywhere tell of a case. */
export const CASE_HEADS = ['本人の状態・訴え', 'これまでの支援', '聞きたいこと'] as const;

/** The empty form, as it stands in the text box. */
export const CASE_TEMPLATE = CASE_HEADS.map((head) => `■ ${head}\n\n`).join('\n');

export interface CasePart {
  head: string;
  text: string;
}

/**
 * The parts of a text written in the case form.
 *
 * @returns undefined when the text is not in that form: it must begin with a known head and hold at least two
 */
export function caseParts(text: string): CasePart[] | undefined {
  const parts: CasePart[] = [];
  for (const line of text.split('\n')) {
    const head = CASE_HEADS.find(
      (known) => line.replace(/^■[ \u3000]*/, '').trim() === known && line.startsWith('■'),
    );
    if (head) parts.push({ head, text: '' });
    else if (parts.length > 0) parts[parts.length - 1]!.text += `${line}\n`;
    else if (line.trim() !== '') return undefined;
  }
  return parts.length >= 2 ? parts.map(({ head, text }) => ({ head, text: text.trim() })) : undefined;
}
