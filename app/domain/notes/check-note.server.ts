import type { Db } from '#db/schema.ts';
import type { Acknowledgement, AnonymizedText } from '#lint/gate.ts';
import {
  type Checked,
  checkAnonymization,
  NO_DECISIONS,
  notAnonymous,
} from '../anonymization/check.server.ts';
import { collectProblems } from '../members/fields.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { splitTags, tagLineProblem } from '../posts/tags.ts';
import { isBlank, requiredTextProblem, textProblem, tidy, tidyLine } from '../posts/text-problems.ts';
import { isReadable } from '../questions/ask.server.ts';
import { hasMergeMarks } from '../text/merge.ts';
import type { NoteDraft } from './draft.ts';

/** A note that may be published as it is, or once the desk agrees with its author. */
export interface CheckedNote {
  title: AnonymizedText;
  body: AnonymizedText;
  tags: readonly AnonymizedText[];
  /** The same as they are stored. */
  tagsJson: AnonymizedText;
  purpose: AnonymizedText;
  programmes: readonly string[];
  /** `wait` where the author disputes what stands against it; then nobody but the desk may see it. */
  checked: Exclude<Checked<'title' | 'body' | 'tags'>, { verdict: 'refuse' }>;
  /** Why its warnings stayed. */
  kept: readonly Acknowledgement[];
}

/**
 * The way of every note into the archive: written, edited, suggested or imported.
 */
export async function checkNote(
  db: Db,
  author: { id?: string; familyName: string },
  draft: NoteDraft,
): Promise<Outcome<CheckedNote>> {
  const typed = { title: tidyLine(draft.title), body: tidy(draft.body), tags: draft.tags };
  const purposeTyped = tidyLine(draft.purpose);
  const problems = await noteProblems(db, { ...typed, purpose: purposeTyped, programmes: draft.programmes });
  if (problems && !isReadable(problems)) return refused({ code: 'invalid', fields: problems });
  const fields = { ...typed, tags: splitTags(typed.tags).join(' ') };
  const checked = await checkAnonymization(db, fields, 'note', author, draft.decisions);
  if (checked.verdict === 'refuse') return notAnonymous(checked, problems);
  // Said about the text and no part of it, so what is found in it is told at its own field.
  const purpose = await checkAnonymization(db, { purpose: purposeTyped }, 'note', author, NO_DECISIONS);
  const named = purpose.verdict === 'pass' ? undefined : { purpose: 'names-somebody' as const };
  if (problems || named) return refused({ code: 'invalid', fields: { ...problems, ...named } });
  if (purpose.verdict !== 'pass') return refused({ code: 'invalid', fields: { purpose: 'names-somebody' } });
  const { title, body, tags: line } = checked.texts;
  const tags = splitTags(line) as AnonymizedText[];
  return accepted({
    title,
    body,
    tags,
    tagsJson: JSON.stringify(tags) as AnonymizedText,
    purpose: purpose.texts.purpose,
    programmes: [...new Set(draft.programmes)],
    checked,
    kept: checked.kept,
  });
}

async function noteProblems(
  db: Db,
  fields: Omit<NoteDraft, 'decisions'>,
): Promise<Record<string, FieldProblem> | undefined> {
  const known = new Set((await db.selectFrom('programme').select('slug').execute()).map(({ slug }) => slug));
  return collectProblems({
    title: requiredTextProblem(fields.title, LIMITS.title),
    body: noteBodyProblem(fields.body),
    tags: tagLineProblem(fields.tags),
    purpose: textProblem(fields.purpose, LIMITS.purpose),
    programmes:
      fields.programmes.length === 0
        ? 'missing'
        : fields.programmes.every((slug) => known.has(slug))
          ? undefined
          : 'unknown',
  });
}

/** What is wrong with a note's body as a text. */
export function noteBodyProblem(body: string): FieldProblem | undefined {
  if (isBlank(body)) return 'missing';
  return textProblem(body, LIMITS.note) ?? (hasMergeMarks(body) ? 'unmerged' : undefined);
}
