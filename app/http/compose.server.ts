import { checkAnonymization, type Decisions, notAnonymous } from '#app/domain/anonymization/check.server.ts';
import { rewritePassages } from '#app/domain/anonymization/rewrite.server.ts';
import { optionsFor, wordsInForce } from '#app/domain/anonymization/settings.server.ts';
import { newId } from '#app/domain/ids.server.ts';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { collectProblems } from '#app/domain/members/fields.ts';
import { accepted, type FieldProblem, type Outcome, type Refusal, refused } from '#app/domain/outcome.ts';
import { LIMITS } from '#app/domain/posts/limits.ts';
import { splitTags, tagLineProblem } from '#app/domain/posts/tags.ts';
import { textProblem, tidy, tidyLine } from '#app/domain/posts/text-problems.ts';
import { isReadable } from '#app/domain/questions/ask.server.ts';
import { lettersOfThread } from '#app/domain/questions/letters.server.ts';
import { NOTHING_SO_FAR, readSoFar, type SoFar } from '#app/domain/questions/so-far.server.ts';
import type { ThreadPart } from '#app/domain/questions/texts.server.ts';
import { fieldMessage, fieldMessages } from '#app/messages.ja.ts';
import * as formDecisions from '#app/ui/composer/decisions.ts';
import type { ComposerProps } from '#app/ui/composer/props.ts';
import type { Db } from '#db/schema.ts';
import type { Profile } from '#lint/rule.ts';
import type { PostedForm } from './form.server.ts';
import { unlessUnchecked } from './unless-unchecked.server.ts';

export type Kind = 'question' | 'answer' | 'comment' | 'note';

const PROFILES: Record<Kind, Profile> = {
  question: 'question',
  answer: 'answer',
  comment: 'answer',
  note: 'note',
};

const hasTitle = (kind: Kind) => kind === 'question' || kind === 'note';

/** Most UTF-16 code units of a body. */
const BODY_LIMITS: Record<Kind, number> = {
  question: LIMITS.body,
  answer: LIMITS.body,
  comment: LIMITS.comment,
  note: LIMITS.note,
};

/** What a composer's form brought: texts with the chosen rewrites in place, and what the author decided. */
export interface Composed {
  kind: Kind;
  submissionKey: string;
  title: string;
  body: string;
  programme: string;
  /** Of a note, slugs. */
  programmes: string[];
  /** Of a note, slugs of the meetings that it grew from. */
  meetings: string[];
  tags: string;
  /** What an edit of a note was for. */
  purpose: string;
  decisions: Decisions;
  /** What its thread says already; not read where the form is simply posted, which reads it in its turn. */
  soFar: SoFar;
  /** 送らずに確かめる: only the check is wanted. */
  checkOnly: boolean;
  /** The chosen rewrites could not be made, because the check came to no end. */
  unchecked: boolean;
  raw: formDecisions.Decisions;
}

/** What a form calls its submission. */
export const KEY = /^[a-z0-9]{12}$/;

/**
 * Reads a composer's form and carries out the rewrites that it asks for.
 *
 * @param questionId the thread it is written for, null where it begins one
 * @param replaced what it is to stand in the place of
 */
export async function readComposed(
  db: Db,
  kind: Kind,
  form: PostedForm,
  viewer: Viewer,
  questionId: string | null,
  replaced?: ThreadPart,
): Promise<Composed> {
  const raw = formDecisions.parseDecisions(form.raw);
  const of = (name: string) => (hasTitle(kind) ? form.text(name) : '');
  const tags = of('tags');
  const typed = {
    title: tidyLine(of('title')),
    body: tidy(form.text('body')),
    tags: tags.length > LIMITS.tagLine ? tags : splitTags(tags).join(' '),
  };
  // Longer texts are refused as they are; there is no use in rewriting them first.
  const passages = isReadable(textProblems(kind, typed) ?? {}) ? raw.fixes.map(formDecisions.splitKey) : [];
  const checkOnly = form.text('intent') === 'check';
  const needsThread = questionId !== null && (checkOnly || passages.length > 0);
  const soFar = needsThread ? await readSoFar(db, questionId, replaced) : NOTHING_SO_FAR;
  const rewritten = await unlessUnchecked(
    rewritePassages(db, typed, PROFILES[kind], viewer, passages, soFar),
  );
  const key = form.text('key');
  return {
    kind,
    ...(rewritten ?? typed),
    programme: form.text('programme'),
    programmes: form.all('programmes'),
    meetings: form.all('meetings'),
    purpose: form.text('purpose'),
    submissionKey: KEY.test(key) ? key : newId(),
    decisions: {
      objections: raw.objections.map(formDecisions.splitKey),
      acknowledgements: raw.keeps.map(({ key: group, reason, note }) => ({
        ...formDecisions.splitKey(group),
        reason,
        note,
      })),
    },
    soFar,
    checkOnly,
    unchecked: rewritten === undefined,
    raw,
  };
}

/**
 * Carries out what a composer's form asks for: `post`, or only the check. Where the check comes to no end, nothing is
 * posted and the form comes back as it was sent.
 */
export async function sendComposed<T>(
  db: Db,
  composed: Composed,
  viewer: Viewer,
  post: () => Promise<Outcome<T>>,
): Promise<Outcome<T | null>> {
  const unchecked = refused({ code: 'unchecked' });
  if (composed.unchecked) return unchecked;
  const sent: Promise<Outcome<T | null>> = composed.checkOnly ? checkComposed(db, composed, viewer) : post();
  return (await unlessUnchecked(sent)) ?? unchecked;
}

/** Only checks: what would be found is returned as a refusal, nothing is stored. */
export async function checkComposed(
  db: Db,
  { kind, title, body, tags, decisions, soFar }: Composed,
  viewer: Viewer,
): Promise<Outcome<never> | Outcome<null>> {
  const fields = { title, body, tags };
  const problems = textProblems(kind, fields);
  if (problems && !isReadable(problems)) return refused({ code: 'invalid', fields: problems });
  const checked = await checkAnonymization(db, fields, PROFILES[kind], viewer, decisions, soFar);
  if (checked.verdict === 'refuse') return notAnonymous(checked, problems);
  return problems ? refused({ code: 'invalid', fields: problems }) : accepted(null);
}

/** What is wrong with the texts themselves, by field, of a post that may not be finished. */
function textProblems(
  kind: Kind,
  { title, body, tags }: { title: string; body: string; tags: string },
): Record<string, FieldProblem> | undefined {
  return collectProblems({
    title: textProblem(title, LIMITS.title),
    body: textProblem(body, BODY_LIMITS[kind]),
    tags: tagLineProblem(tags),
  });
}

export interface Refused {
  refusal: Refusal | null;
  composed: Composed;
}

interface ComposerPlace {
  kind: Kind;
  /** The thread that is written for, null where one is begun. */
  questionId: string | null;
  /** The post of it that is edited: `answer:` and its id. */
  replaced?: string;
  action: string;
  labels: ComposerProps['labels'];
  rows: number;
  draftKey: string | null;
  programmes?: ComposerProps['programmes'];
  note?: ComposerProps['note'];
  hidden?: ComposerProps['hidden'];
  /** What the boxes hold at first. */
  values: ComposerProps['values'];
}

/** Everything a composer needs, for a form that is new or was refused. */
export async function composerProps(
  db: Db,
  viewer: Viewer,
  place: ComposerPlace,
  refused: Refused | undefined,
): Promise<ComposerProps> {
  const { kind, questionId, replaced, values, ...rest } = place;
  const composed = refused?.composed;
  const sent = composed && {
    body: composed.body,
    ...(hasTitle(kind) ? { title: composed.title, programme: composed.programme, tags: composed.tags } : {}),
    case: values.case,
  };
  return {
    kind,
    ...rest,
    values: sent ?? values,
    submissionKey: composed?.submissionKey ?? newId(),
    check: { ...optionsFor(await wordsInForce.get(db), PROFILES[kind]), authorName: viewer.familyName },
    takenLetters: questionId === null ? [] : await lettersOfThread(db, questionId),
    thread: questionId,
    replaced: replaced ?? null,
    limits: { title: LIMITS.title, body: BODY_LIMITS[kind], tags: 100 },
    as: `${viewer.organization} ${viewer.familyName}`,
    refusal: refused ? refusalOf(refused) : null,
    unchecked: refused?.refusal?.code === 'unchecked',
    fieldErrors: fieldMessages(fieldsOf(refused?.refusal ?? null)),
  };
}

/** What is wrong with single fields. */
function fieldsOf(refusal: Refusal | null): Record<string, FieldProblem> {
  if (refusal?.code === 'invalid') return refusal.fields;
  return (refusal?.code === 'not-anonymous' && refusal.fields) || {};
}

/** What the composer tells of a refusal; null where the page around it does. */
export function refusalOf({
  refusal,
  composed: { raw },
}: {
  refusal: Refusal | null;
  composed: Pick<Composed, 'raw'>;
}): ComposerProps['refusal'] {
  if (refusal === null || refusal.code === 'invalid' || refusal.code === 'unchecked')
    return { findings: [], decisions: raw, unfit: [] };
  if (refusal.code !== 'not-anonymous') return null;
  const { findings, unfit: reasons = [] } = refusal;
  const problems = new Map(reasons.map((reason) => [formDecisions.groupKey(reason), reason.problem]));
  const unfit = raw.keeps.flatMap((keep) => {
    const problem = problems.get(keep.key);
    return problem ? [{ ...keep, message: fieldMessage('reason', problem) }] : [];
  });
  const keeps = raw.keeps.filter(({ key }) => !problems.has(key));
  return { findings, decisions: { ...raw, keeps }, unfit };
}

/** HTTP status of a refusal. */
export function statusOf(refusal: Refusal | null): number {
  switch (refusal?.code) {
    case undefined:
      return 200;
    case 'not-found':
      return 404;
    case 'forbidden':
      return 403;
    case 'expired':
      return 410;
    case 'unchecked':
      return 503;
    case 'too-often':
      return 429;
    case 'too-late':
    case 'has-answers':
    case 'changed-meanwhile':
      return 409;
    default:
      return 422;
  }
}
