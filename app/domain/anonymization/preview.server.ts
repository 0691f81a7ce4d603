import type { Db } from '#db/schema.ts';
import { accepted, type Outcome } from '../outcome.ts';
import { changed, checkChange } from './change.server.ts';
import { DESK_PROFILES, type LintChange } from './changes.ts';
import { findPassages, missingIn, type Passage } from './compare.server.ts';
import { knownWords } from './settings.server.ts';
import { newestTexts } from './texts.server.ts';

/** Posts that are looked at before a change is saved. */
export const PREVIEWED = 100;

/** A post that a change would judge differently. */
export interface ChangedText {
  href: string;
  title: string;
  passages: Passage[];
}

/** What a change would do to the newest posts. */
export interface Preview {
  /** How many posts were looked at. */
  texts: number;
  more: ChangedText[];
  fewer: ChangedText[];
}

/** What a change would do, without carrying it out. */
export async function previewChange(db: Db, change: LintChange): Promise<Outcome<Preview>> {
  const checked = await checkChange(db, change);
  if (!checked.ok) return checked;
  const now = await knownWords(db);
  const then = { ...now, ...changed(now, change) };
  const texts = await newestTexts(db, change.what === 'switch' ? [change.profile] : DESK_PROFILES, PREVIEWED);
  const preview: Preview = { texts: texts.length, more: [], fewer: [] };
  for (const text of texts) {
    const [before, after] = [await findPassages(text, now), await findPassages(text, then)];
    const { href, title } = text;
    const more = missingIn(after, before);
    const fewer = missingIn(before, after);
    if (more.length > 0) preview.more.push({ href, title, passages: more });
    if (fewer.length > 0) preview.fewer.push({ href, title, passages: fewer });
  }
  return accepted(preview);
}
