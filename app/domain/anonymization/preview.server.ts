import type { Db } from '#db/schema.ts';
import type { Severity } from '#lint/rule.ts';
import { accepted, type Outcome } from '../outcome.ts';
import { changed, changesOf, checkChange } from './change.server.ts';
import { DESK_PROFILES, type LintChange } from './changes.ts';
import { findPassages, missingIn, type Passage } from './compare.server.ts';
import { type DeskRule, letsNamesPass } from './desk-rules.ts';
import { knownWords, type LintSettings } from './settings.server.ts';
import { newestTexts } from './texts.server.ts';

/** Posts that are looked at before a change is saved. */
export const PREVIEWED = 100;

/** A passage that a change would judge differently; `was` where it is found before and after. */
export interface ChangedPassage extends Passage {
  was?: Severity;
}

/** A post with such passages. */
export interface ChangedText {
  href: string;
  title: string;
  passages: ChangedPassage[];
}

/** What a change would do to the newest posts. */
export interface Preview {
  /** How many posts were looked at. */
  texts: number;
  more: ChangedText[];
  fewer: ChangedText[];
  /** Passages that would be found as before, and taken heavier or lighter. */
  otherwise: ChangedText[];
  /** Rules for names and numbers that would stop nobody any more. */
  silenced: DeskRule[];
}

/** What a change would do, without carrying it out. */
export async function previewChange(db: Db, change: LintChange): Promise<Outcome<Preview>> {
  const checked = await checkChange(db, change);
  if (!checked.ok) return checked;
  const now = await knownWords(db);
  const then = { ...now, ...changed(now, change) };
  const texts = await newestTexts(db, 'profile' in change ? [change.profile] : DESK_PROFILES, PREVIEWED);
  const preview: Preview = {
    texts: texts.length,
    more: [],
    fewer: [],
    otherwise: [],
    silenced: silencedBy(now, change),
  };
  for (const text of texts) {
    const [before, after] = [await findPassages(text, now), await findPassages(text, then)];
    const { href, title } = text;
    const changes = {
      more: missingIn(after, before),
      fewer: missingIn(before, after),
      otherwise: reweighed(before, after),
    };
    for (const how of ['more', 'fewer', 'otherwise'] as const)
      if (changes[how].length > 0) preview[how].push({ href, title, passages: changes[how] });
  }
  return accepted(preview);
}

function silencedBy(now: LintSettings, change: LintChange): DeskRule[] {
  if (change.what !== 'levels') return [];
  return changesOf(now, change).flatMap(({ rule, level }) => (letsNamesPass(rule, level) ? [rule] : []));
}

function reweighed(before: Map<string, Passage>, after: Map<string, Passage>): ChangedPassage[] {
  return [...after].flatMap(([key, passage]) => {
    const was = before.get(key)?.severity;
    return was === undefined || was === passage.severity ? [] : [{ ...passage, was }];
  });
}
