import { setImmediate } from 'node:timers/promises';
import { lintFully } from '#lint/full.server.ts';
import type { Severity } from '#lint/rule.ts';
import { type KnownWords, optionsFor } from './settings.server.ts';
import type { PublishedText } from './texts.server.ts';

/** A passage that the check finds, whoever it stands for. */
export interface Passage {
  ruleId: string;
  passage: string;
  severity: Severity;
}

export const passageKey = ({ ruleId, passage }: Omit<Passage, 'severity'>): string => `${ruleId}:${passage}`;

/** What the check finds in a published text, by key; each passage once. */
export async function findPassages(text: PublishedText, known: KnownWords): Promise<Map<string, Passage>> {
  // Many texts are checked one after the other; whoever opens a page meanwhile comes first.
  await setImmediate();
  const options = { ...optionsFor(known, text.profile), authorName: text.familyName };
  const found = new Map<string, Passage>();
  // A post is one document: a name in its title is one in its body. A file is too long to be read at once.
  const parts =
    text.kind === 'file'
      ? Object.entries(text.fields).map(([field, value]) => ({ [field]: value }))
      : [text.fields];
  for (const fields of parts)
    for (const { ruleId, severity, text: passage } of await lintFully(fields, options)) {
      // Nobody gives reasons for the sentences of a file; what it would be refused for counts.
      if (text.kind === 'file' && severity !== 'error') continue;
      found.set(passageKey({ ruleId, passage }), { ruleId, passage, severity });
    }
  return found;
}

/** The passages that would have to be rewritten or given a reason; what is only told blocks nobody. */
export function blockingOf(found: Map<string, Passage>): Map<string, Passage> {
  return new Map([...found].filter(([, { severity }]) => severity !== 'info'));
}

export function missingIn(found: Map<string, Passage>, other: Map<string, Passage>): Passage[] {
  return [...found].flatMap(([key, passage]) => (other.has(key) ? [] : [passage]));
}
