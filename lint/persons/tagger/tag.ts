import type { Passage, Word } from './features.ts';
import { BEGIN, INSIDE, likelihood, sumUp } from './model.ts';
import type { Scorer } from './scorer.ts';

export interface TaggedName {
  start: number;
  end: number;
  /** How sure the tagger is of the name's first word, 0 to 1. */
  likelihood: number;
}

/** How likely each word of a text begins a name or goes on with one, 0 to 1. */
export interface Likelihoods {
  begin: Float64Array;
  inside: Float64Array;
}

export function likelihoodsOf(
  scorer: Scorer,
  passage: Passage,
  asked: (at: number) => boolean = () => true,
): Likelihoods {
  const { size } = passage;
  const begin = new Float64Array(size);
  const inside = new Float64Array(size);
  if (size > 0) {
    const chain = sumUp(scorer.weights, scorer.scoresOf(passage, asked));
    for (let at = 0; at < size; at += 1) {
      begin[at] = likelihood(chain, at, BEGIN);
      inside[at] = likelihood(chain, at, INSIDE);
    }
  }
  return { begin, inside };
}

/** How likely a word is part of a name. */
export const inName = ({ begin, inside }: Likelihoods, at: number): number =>
  (begin[at] ?? 0) + (inside[at] ?? 0);

/**
 * Names of persons that a trained model sees in a text, by how words stand together.
 *
 * @param least likelihood from which a word is part of a name
 */
export function namesIn(words: readonly Word[], likelihoods: Likelihoods, least: number): TaggedName[] {
  const { begin, inside } = likelihoods;
  const found: TaggedName[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const sure = inName(likelihoods, at);
    if (sure < least) continue;
    const from = at;
    while (
      at + 1 < words.length &&
      inName(likelihoods, at + 1) >= least &&
      (inside[at + 1] as number) > (begin[at + 1] as number)
    )
      at += 1;
    found.push({ start: (words[from] as Word).start, end: (words[at] as Word).end, likelihood: sure });
  }
  return found;
}
