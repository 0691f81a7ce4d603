import type { Db } from '#db/schema.ts';
import { lintFully } from '#lint/full.server.ts';
import { type AnonymizedText, gate } from '#lint/gate.ts';
import type { Finding, Profile } from '#lint/rule.ts';
import { checkOptions } from '../anonymization/check.server.ts';
import { inTurn } from '../anonymization/in-turn.server.ts';
import { ruleTitle } from '../anonymization/rule-titles.ts';
import { NOTHING_SO_FAR } from '../questions/so-far.server.ts';
import type { Looked, Place } from './look.server.ts';
import { piecesOf } from './pieces.ts';
import type { FilePassage } from './problem.ts';

/** Passages told to the member; who has more of them has the wrong file. */
const MOST_TOLD = 20;
/** UTF-16 code units kept for the search. */
const MOST_KEPT = 200_000;

export type FileChecked =
  | { ok: true; stem: AnonymizedText; text: AnonymizedText; warnings: FilePassage[] }
  | { ok: false; passages: FilePassage[]; more: number };

/**
 * The gate for a file: its name and all that it says, piece by piece. Errors refuse it. Warnings are told and let be,
 * because nobody can give a reason for each sentence of a handout.
 *
 * @throws CheckUnavailable where a piece takes too long
 */
export async function checkFile(
  db: Db,
  { stem, text, places }: Pick<Looked, 'text' | 'places'> & { stem: string },
  profile: Profile,
  member: { id: string; familyName: string },
): Promise<FileChecked> {
  const options = await checkOptions(db, profile, member, NOTHING_SO_FAR);
  const errors: FilePassage[] = [];
  const warnings: FilePassage[] = [];
  const passed: AnonymizedText[] = [];
  let name: AnonymizedText | undefined;
  for (const { start, piece } of piecesOf(text)) {
    // Written with signs between its words, a name hides from the rules: 面談記録_佐藤太郎_0401.
    const fields = { name: stem.replace(/[_＿\-－.・]+/g, ' '), text: piece };
    const found = await inTurn(member.id, () => lintFully(fields, options));
    for (const finding of found) {
      if (finding.severity === 'info' || (finding.field === 'name' && name !== undefined)) continue;
      const place = finding.field === 'name' ? 'ファイル名' : placeAt(places, start + finding.start);
      (finding.severity === 'error' ? errors : warnings).push(toPassage(finding, place));
    }
    const result = gate(fields, { ...options, acknowledgements: letWarningsBe(found) }, found);
    if (result.verdict === 'pass') {
      passed.push(result.texts.text);
      name ??= stem as AnonymizedText;
    }
    if (errors.length > MOST_TOLD) break;
  }
  if (errors.length > 0 || name === undefined) {
    return { ok: false, passages: errors.slice(0, MOST_TOLD), more: Math.max(0, errors.length - MOST_TOLD) };
  }
  const kept = passed.join('').slice(0, MOST_KEPT).toWellFormed() as AnonymizedText;
  return { ok: true, stem: name, text: kept, warnings: warnings.slice(0, MOST_TOLD) };
}

function placeAt(places: readonly Place[], offset: number): string {
  return places.findLast(({ start }) => start <= offset)?.place ?? '';
}

// The sentences of the rules speak to somebody who writes in the box.
const toPassage = ({ shown, ruleId }: Finding, place: string): FilePassage => ({
  place,
  shown,
  what: ruleTitle(ruleId),
});

const letWarningsBe = (found: readonly Finding[]) =>
  found
    .filter(({ severity }) => severity === 'warning')
    .map(({ ruleId, text }) => ({ ruleId, text, reason: 'unlinked' as const, note: '' }));

/** The name of a file whose stem has passed; endings are a fixed few. */
export const namedSo = (stem: AnonymizedText, ending: string): AnonymizedText =>
  `${stem}.${ending}` as AnonymizedText;
