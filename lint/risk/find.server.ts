import type { Linted } from '../engine.ts';
import type { LintOptions } from '../options.ts';
import { type Reading, read } from '../reading.ts';
import type { Finding, Suggestion } from '../rule.ts';
import { type Normalized, normalize } from '../text/normalize.ts';
import { FEWEST, reidentification } from './about.ts';
import { widerAreas } from './areas.server.ts';
import { attributesOf } from './attributes.ts';
import { rarest } from './rarest.server.ts';
import type { Attribute } from './trait.ts';
import { type Change, riskMessage } from './words.ts';

/** Rules that ask to say less of the same passage; their finding gives way to the combination's. */
const SINGLE = new Set(['place', 'exact-age', 'nationality']);

/** A change at one passage. */
interface Way extends Change {
  attribute: Attribute;
  /** What a rule finds at this very passage already. */
  single: Finding | undefined;
}

/**
 * Warns where all that is told of a client is true of a few people only: in this text, or in this text and the thread
 * that it is written for. One passage is asked for, where the least is lost; if a rule asks for it already, the warning
 * takes the place of the rule's.
 *
 * @param typed the text being written
 * @param linted what `lint` found in it and how it read it
 * @returns all findings, sorted by start and without overlaps
 */
export function withRisk(
  typed: string,
  options: LintOptions,
  { findings, normalized, reading: own }: Linted,
): Finding[] {
  // A member who introduces themself is no client.
  if (options.profile === 'profile' || options.disabledRules?.includes(reidentification.id)) return findings;
  const { tagger: _slow, context = '', fewest = FEWEST, ...rest } = options;
  // Most texts tell nothing of the kind, and then the thread need not be read.
  if (!tellsAnything(own)) return findings;
  const told = context === '' ? NOTHING : toldIn(context);
  const tell = (reading: Reading) => {
    // An answer speaks of the client whom the question told of, even where it has no word for them.
    const aboutClient = reading.aboutClient || told.aboutClient;
    return aboutClient ? attributesOf({ ...reading, aboutClient }) : [];
  };
  const written = tell(own);
  const { attributes, people } = rarest([...written, ...told.attributes]);
  // What the thread has told already is not this author's to change.
  if (attributes.length < 2 || people >= fewest || rarest(told.attributes).people <= people) return findings;

  const here = new Set(written);
  const passages = attributes.filter((one) => here.has(one));
  const ways = passages.flatMap((attribute) => {
    const single = findings.find((finding) => sitsAt(finding, attribute, normalized));
    // Names and addresses are asked for by their own rules.
    if (single && !SINGLE.has(single.ruleId)) return [];
    const same = written.filter((one) => isSame(one, attribute));
    return widerWords(attribute).map((suggestion): Way => {
      const changed = tell(read(replaced(normalized.text, same, suggestion.replacement), rest));
      return { attribute, suggestion, people: rarest([...changed, ...told.attributes]).people, single };
    });
  });
  const best = bestWay(ways, fewest);
  const asked = best?.attribute ?? passages[0];
  if (asked === undefined) return findings;
  const enough = best !== undefined && best.people >= fewest;
  const message = riskMessage(attributes, people, passages.length < attributes.length, best, enough);
  const risks = written
    .filter((one) => isSame(one, asked))
    .map((one) => riskAt(one, typed, normalized, message, best?.suggestion));
  return joined(findings, risks);
}

/** Whether a text tells anything that could be a client's; only then what its thread told matters. */
export const tellsAnything = (reading: Reading): boolean =>
  attributesOf({ ...reading, aboutClient: true }).length > 0;

const NOTHING = { attributes: [] as Attribute[], aboutClient: false };

/** The last threads that were read: the same one comes again while somebody writes for it. */
const threads = new Map<string, typeof NOTHING>();
const MOST_THREADS = 20;

function toldIn(context: string): typeof NOTHING {
  const known = threads.get(context);
  if (known) return known;
  const reading = read(normalize(context).text, {});
  const told = reading.aboutClient ? { attributes: attributesOf(reading), aboutClient: true } : NOTHING;
  threads.set(context, told);
  const [oldest] = threads.keys();
  if (threads.size > MOST_THREADS && oldest !== undefined) threads.delete(oldest);
  return told;
}

const isSame = (one: Attribute, other: Attribute) =>
  one.trait.kind === other.trait.kind && one.words === other.words;

const widerWords = ({ trait, words, wider }: Attribute): Suggestion[] =>
  trait.kind === 'place' ? widerAreas(words).map((area) => ({ replacement: area, label: area })) : wider;

function sitsAt(finding: Finding, attribute: Attribute, normalized: Normalized): boolean {
  const { start, end } = normalized.original(attribute.start, attribute.end);
  return finding.start < end && start < finding.end;
}

function replaced(text: string, spans: readonly Attribute[], replacement: string): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end }) => result.slice(0, start) + replacement + result.slice(end), text);
}

/** The change that suffices and loses least; of those, one that is asked for already. Else the one that helps most. */
function bestWay(ways: readonly Way[], fewest: number): Way | undefined {
  const sufficing = ways.filter(({ people }) => people >= fewest);
  const asked = (some: readonly Way[]) => {
    const known = some.filter(({ single }) => single !== undefined);
    return known.length > 0 ? known : some;
  };
  if (sufficing.length > 0) return asked(sufficing).reduce((a, b) => (b.people < a.people ? b : a));
  const [first, ...others] = asked(ways);
  return first && others.reduce((a, b) => (b.people > a.people ? b : a), first);
}

function riskAt(
  { start, end }: Attribute,
  typed: string,
  normalized: Normalized,
  message: string,
  suggestion: Suggestion | undefined,
): Finding {
  const span = normalized.original(start, end);
  const text = typed.slice(span.start, span.end);
  const suggestions = suggestion ? [suggestion] : [];
  return {
    ruleId: reidentification.id,
    severity: reidentification.severity,
    ...span,
    text,
    shown: text,
    message,
    suggestions,
    certain: false,
  };
}

function joined(findings: readonly Finding[], risks: readonly Finding[]): Finding[] {
  const overlaps = (a: Finding, b: Finding) => a.start < b.end && b.start < a.end;
  const kept = findings.filter(
    (finding) => !(SINGLE.has(finding.ruleId) && risks.some((risk) => overlaps(risk, finding))),
  );
  const free = risks.filter((risk) => !kept.some((finding) => overlaps(finding, risk)));
  return [...kept, ...free].sort((a, b) => a.start - b.start);
}
