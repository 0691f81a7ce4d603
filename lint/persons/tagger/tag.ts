import { featuresOf, type Marked, type Word } from './features.ts';
import { BEGIN, INSIDE, likelihood, scoresOf, sumUp, type Weights } from './model.ts';

export interface TaggedName {
  start: number;
  end: number;
  /** How sure the tagger is of the name's first word, 0 to 1. */
  likelihood: number;
}

/**
 * Names of persons that a trained model sees in a text, by how words stand together.
 *
 * @param least likelihood from which a word is part of a name
 */
export function tagNames(
  weights: Weights,
  text: string,
  words: readonly Word[],
  marks: readonly Marked[],
  least: number,
): TaggedName[] {
  if (words.length === 0) return [];
  const chain = sumUp(weights, scoresOf(weights, featuresOf(text, words, marks)));
  const found: TaggedName[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const sure = inName(at);
    if (sure < least) continue;
    const from = at;
    while (
      at + 1 < words.length &&
      inName(at + 1) >= least &&
      likelihood(chain, at + 1, INSIDE) > likelihood(chain, at + 1, BEGIN)
    )
      at += 1;
    found.push({ start: (words[from] as Word).start, end: (words[at] as Word).end, likelihood: sure });
  }
  return found;

  function inName(at: number): number {
    return likelihood(chain, at, BEGIN) + likelihood(chain, at, INSIDE);
  }
}
