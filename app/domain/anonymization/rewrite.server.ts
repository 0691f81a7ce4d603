import type { Db } from '#db/schema.ts';
import { lintFully } from '#lint/full.server.ts';
import { rewrite } from '#lint/rewrite.ts';
import type { Profile } from '#lint/rule.ts';
import type { SoFar } from '../questions/so-far.server.ts';
import { checkOptions } from './check.server.ts';
import { inTurn } from './in-turn.server.ts';

/**
 * Puts the first suggestion in the place of passages that the author chose to have rewritten.
 *
 * @param passages each names all findings with its rule and text
 * @param soFar what the thread says already
 */
export async function rewritePassages<F extends string>(
  db: Db,
  fields: Readonly<Record<F, string>>,
  profile: Profile,
  author: { id?: string; familyName: string },
  passages: ReadonlyArray<{ ruleId: string; text: string }>,
  soFar: SoFar,
): Promise<Record<F, string>> {
  if (passages.length === 0) return { ...fields };
  const chosen = new Set(passages.map(({ ruleId, text }) => JSON.stringify([ruleId, text])));
  const options = await checkOptions(db, profile, author, soFar);
  const found = await inTurn(author.id, () => lintFully(fields, options));
  const findings = found.filter(({ ruleId, text }) => chosen.has(JSON.stringify([ruleId, text])));
  const names = Object.keys(fields) as F[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      rewrite(
        fields[name],
        findings.filter((finding) => finding.field === name),
      ),
    ]),
  ) as Record<F, string>;
}
