import { setImmediate } from 'node:timers/promises';
import { lintFully } from '#lint/full.server.ts';
import { type KnownWords, optionsFor } from './settings.server.ts';
import type { PublishedText } from './texts.server.ts';

/** A passage that would have to be rewritten or given a reason, whoever it stands for. */
export interface Passage {
  ruleId: string;
  passage: string;
}

export const passageKey = ({ ruleId, passage }: Passage): string => `${ruleId}:${passage}`;

/** What the check finds in a published text, by key; each passage once, hints that block nobody left out. */
export async function findPassages(text: PublishedText, known: KnownWords): Promise<Map<string, Passage>> {
  // Many texts are checked one after the other; whoever opens a page meanwhile comes first.
  await setImmediate();
  const options = { ...optionsFor(known, text.profile), authorName: text.familyName };
  const found = new Map<string, Passage>();
  for (const { ruleId, severity, text: passage } of await lintFully(text.fields, options))
    if (severity !== 'info') found.set(passageKey({ ruleId, passage }), { ruleId, passage });
  return found;
}

export function missingIn(found: Map<string, Passage>, other: Map<string, Passage>): Passage[] {
  return [...found].flatMap(([key, passage]) => (other.has(key) ? [] : [passage]));
}
