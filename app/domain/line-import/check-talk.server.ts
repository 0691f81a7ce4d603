import type { Db } from '#db/schema.ts';
import { type FieldFinding, lintFully } from '#lint/full.server.ts';
import { rewrite } from '#lint/rewrite.ts';
import { optionsFor, wordsInForce } from '../anonymization/settings.server.ts';

/** Texts of a talk by message id, and its title. */
export type TalkTexts = Record<string, string>;

export const TITLE = 'title';

/** Everything that the check finds in the texts of a talk, read as one document. */
export async function findInTalk(db: Db, texts: TalkTexts): Promise<Array<FieldFinding<string>>> {
  const options = optionsFor(await wordsInForce.get(db), 'answer');
  const found = await lintFully(texts, options);
  return found.filter(({ severity }) => severity !== 'info');
}

/** The texts with the first suggestion in the place of each finding: 佐藤さん is the same Ａさん in all of them. */
export function rewriteTalk(texts: TalkTexts, findings: ReadonlyArray<FieldFinding<string>>): TalkTexts {
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [
      field,
      rewrite(
        text,
        findings.filter((finding) => finding.field === field),
      ),
    ]),
  );
}

export const countOf = (findings: ReadonlyArray<FieldFinding<string>>, severity: 'error' | 'warning') =>
  findings.filter((finding) => finding.severity === severity).length;
