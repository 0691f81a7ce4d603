import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { analyse } from '#morphology/analyse.ts';
import {
  type Dictionary,
  dictionaryFrom,
  sharedDictionary,
  type Unpacked,
} from '#morphology/dictionary.server.ts';
import { CheckThread } from './check-thread.server.ts';
import { lookClosely } from './closer/all.ts';
import { businesses } from './closer/businesses.ts';
import { looks } from './closer/look.ts';
import { MODERN_READINGS, modernGivenNames } from './dictionaries/modern-given-names.ts';
import { MORE_FOREIGN_NAMES } from './dictionaries/more-foreign-names.ts';
import { MORE_GIVEN, MORE_GIVEN_READINGS, MORE_SURNAMES } from './dictionaries/more-names.ts';
import { unpackWords } from './dictionaries/pack.ts';
import { TOWNS_IN_KANA } from './dictionaries/towns-in-kana.ts';
import { type Linted, type LintOptions, lint, lintAndRead, lintFields, withView } from './engine.ts';
import { addKinds } from './institutions/find.ts';
import { MORE_KINDS } from './institutions/more-kinds.ts';
import { withLettersOf } from './offered-letters.ts';
import type { NameTagger } from './options.ts';
import { asCalled } from './persons/as-called.ts';
import { bracketedReadings } from './persons/bracketed-readings.ts';
import { byList } from './persons/by-list.ts';
import { addForeignNames } from './persons/foreign-names.ts';
import { hiraganaNames, isPieceOfHiragana, slippedHonorifics } from './persons/hiragana-names.ts';
import { introduced } from './persons/introduced.ts';
import { isPiece, joined } from './persons/joined.ts';
import { kinByGivenName } from './persons/kin-by-given-name.ts';
import { addNames, isFullName, isGivenName, isSurname, readsAsGivenName } from './persons/lexicon.ts';
import { moreSignals } from './persons/more-signals.ts';
import { parallel } from './persons/parallel.ts';
import type { Word } from './persons/tagger/features.ts';
import { createJudge } from './persons/tagger/judge.ts';
import { readWeights } from './persons/tagger/weights-file.ts';
import { told } from './persons/told.ts';
import { writtenThere } from './persons/written-there.ts';
import { addTowns } from './places/gazetteer.ts';
import { tellsAnything, withRisk } from './risk/find.server.ts';
import type { Finding } from './rule.ts';
import { withSeverities } from './severities.ts';
import { withLabelsJoined } from './text/label-lines.ts';
import { siftWith } from './text/match.ts';
import { mayMatch } from './text/sieve.ts';

/**
 * UTF-16 code units up to which a text is checked in place: about 3 ms. Its thread counts for less: only a client's
 * attributes are looked for there, and what was found in it is kept for the next check.
 */
const SHORT = 1500;
const CONTEXT_COUNTS = 1 / 8;

/** The longest text of the site has a tenth of it; what is longer was refused before it came here. */
const LONGEST = 200_000;

/** Milliseconds for one document: the longest of the site take a tenth of it. */
const DEADLINE = 5000;

export type FieldFinding<F extends string> = Finding & { field: F };

let tagger: NameTagger | undefined;
let always = false;

/**
 * From now on every text is checked on the thread, which begins to load. For a server: its pages need not wait for
 * anybody's text, and two processors take more posts than one. Without it, short texts are checked in place.
 */
export function checkOnThread(): void {
  always = true;
  thread.start();
}

/**
 * Checks a document of several fields with all that a server has: the rules, the tagger with its dictionary, which are
 * loaded at the first call (0.1 s), and the estimate of how many people resemble a client. What is long, with what
 * stands before it, is checked on another thread, and in a server all.
 *
 * @throws RangeError for a document that is too long to be checked
 */
export async function lintFully<F extends string>(
  fields: Readonly<Record<F, string>>,
  options: LintOptions = {},
): Promise<Array<FieldFinding<F>>> {
  const { tagger: _own, context = '', ...rest } = options;
  const length = Object.values<string>(fields).reduce((sum, text) => sum + text.length, 0);
  if (length > LONGEST) throw new RangeError(`A document of ${length} code units is too long for the check`);
  const findings =
    (always || length > SHORT
      ? undefined
      : await lintInPlace(fields, options, length + context.length * CONTEXT_COUNTS)) ??
    ((await thread.ask({ fields, options: { ...rest, context } })) as Array<FieldFinding<F>>);
  return withSeverities(findings, options.severities);
}

/** @returns undefined where a long thread would have to be read, because the text tells something of a client */
async function lintInPlace<F extends string>(
  fields: Readonly<Record<F, string>>,
  options: LintOptions,
  lengthWithThread: number,
): Promise<Array<FieldFinding<F>> | undefined> {
  await ownTurn();
  let tells = false;
  const check = (text: string, own: LintOptions) => {
    const linted = lintClosely(text, own);
    tells ||= lengthWithThread > SHORT && tellsAnything(linted.reading);
    return tells ? [] : withRisk(text, own, linted);
  };
  const findings = lintFields(fields, { ...options, tagger: nameTagger() }, check);
  return tells ? undefined : findings;
}

let lastTurn: Promise<void> = Promise.resolve();

/**
 * One check in each turn of the event loop: were all that wait done in one go, nobody else would be answered and new
 * connections, of which Node takes one in each turn, would wait for seconds.
 */
function ownTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => new Promise((resolve) => setImmediate(resolve)));
  return lastTurn;
}

/** The same as `lintAndRead`, and a look at a form whose values stand below their labels. */
function lintClosely(text: string, options: LintOptions): Linted {
  const linted = lintAndRead(text, options);
  const view = withLabelsJoined(text);
  if (!view) return linted;
  const seen = lint(view.text, withLettersOf(linted.findings, options));
  return { ...linted, findings: withView(linted.findings, seen, text, view) };
}

/** Like `lint`, and warns where few people resemble the client; see docs/reidentification.md. */
export const lintWithRisk = (text: string, options: LintOptions): Finding[] =>
  withRisk(text, options, lintClosely(text, options));

/** The tagger of names; shared by all of this thread. */
export function nameTagger(): NameTagger {
  tagger ??= createNameTagger(sharedDictionary());
  return tagger;
}

/**
 * The tagger of names; makes the rarer names known to the rules of this thread as well.
 *
 * @param dictionary as unpacked by any thread
 */
export function createNameTagger(dictionary: Unpacked): NameTagger {
  addNames({
    family: unpackWords(MORE_SURNAMES),
    given: [...unpackWords(MORE_GIVEN), ...modernGivenNames()],
    readings: [...unpackWords(MORE_GIVEN_READINGS), ...MODERN_READINGS],
  });
  addForeignNames(MORE_FOREIGN_NAMES);
  addKinds(MORE_KINDS);
  addTowns(TOWNS_IN_KANA);
  lookClosely();
  siftWith(mayMatch);
  const known = dictionaryFrom(dictionary);
  const weights = readWeights(readFileSync(new URL('persons/tagger/weights.bin', import.meta.url)));
  const judge = createJudge(weights, (text) => wordsOf(known, text));
  looks.push(
    { isNobody: judge.isNobody },
    { isNobody: isPiece },
    { isNobody: isPieceOfHiragana },
    ...businesses((text) => wordsOf(known, text)),
  );
  return (text, marks) => {
    const { words, names, likelihoodOf } = judge.names(text, marks);
    const found = [
      ...names,
      ...byList(text),
      ...moreSignals(text),
      ...asCalled(text),
      ...hiraganaNames(text),
      ...slippedHonorifics(text, (name) => isSurname(name) || isGivenName(name) || isFullName(name)),
      ...kinByGivenName(text),
      ...writtenThere(text),
      ...introduced(text, words, likelihoodOf),
      ...joined(text),
      ...told(text, words),
    ];
    const known = [...marks, ...found.map(({ start, end }) => ({ start, end, mark: 'person1' }))];
    return [...found, ...bracketedReadings(text, known, words), ...parallel(text, known, words)];
  };
}

/** Whether a name is a family name with a given name behind it (山田太郎), as far as the lists know. */
export function isFamilyAndGivenName(name: string): boolean {
  // It makes the rarer family names known, which may look like two names (上久保).
  nameTagger();
  if (isSurname(name)) return false;
  const [, family = '', given = ''] = /^([\u3400-\u9fff々ヶ]+)([ぁ-ゖ]{2,}|[ァ-ヺー]{2,})$/.exec(name) ?? [];
  return isFullName(name) || (isSurname(family) && readsAsGivenName(given));
}

/** The words of a text as the tagger wants them. */
export function wordsOf(dictionary: Dictionary, text: string): Word[] {
  return analyse(dictionary, text).map(({ start, end, pos, entry }) => ({
    start,
    end,
    pos,
    known: entry >= 0,
  }));
}

const thread = new CheckThread(
  () =>
    new Worker(new URL('../bin/thread.mjs', import.meta.url), {
      argv: [new URL('thread.server.ts', import.meta.url).href],
      workerData: sharedDictionary(),
      resourceLimits: { maxYoungGenerationSizeMb: 3 },
    }),
  DEADLINE,
);
