import type { FileKind } from '#db/schema.ts';
import { KINDS, LONGEST_NAME } from './kinds.ts';

// What file systems forbid, what turns the reading direction, and what is seen as nothing.
const UNFIT =
  /[\p{Cc}\p{Cs}\ufffd\u2028\u2029<>:"|?*\u202a-\u202e\u2066-\u2069]|\p{Default_Ignorable_Code_Point}/gu;

/** The ending of a name without its dot, in small letters; blank where there is none. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

/**
 * The name of a file without its path and ending, as it may be shown and saved. Mac OS sends が as two characters,
 * so the name is composed.
 */
export function cleanStem(sent: string): string {
  const [last = ''] = sent
    .normalize('NFC')
    .split(/[/\\]/)
    .filter((part) => part.trim() !== '')
    .slice(-1);
  const ending = endingOf(last);
  const stem = (ending === '' ? last : last.trim().slice(0, -ending.length - 1))
    .replace(UNFIT, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s~]+|[.\s]+$/g, '');
  const short = [...stem].slice(0, LONGEST_NAME - 8).join('');
  return short === '' ? '添付' : short;
}

/** The name under which a file is kept: its ending is that of what it is. */
export const nameOf = (stem: string, kind: FileKind): string => `${stem}.${KINDS[kind].ending}`;
