/** Whether a word is outside of names, begins one or goes on with one. */
export const TAGS = 3;
export const OUTSIDE = 0;
export const BEGIN = 1;
export const INSIDE = 2;
/** Stands for the tag before the first word. */
const START = 3;
export const IMPOSSIBLE = -1e9;

/** Weights of a linear-chain conditional random field. */
export interface Weights {
  /** Adds what a feature weighs for each tag to `scores[at * TAGS + tag]`. */
  addTo(scores: Float64Array, at: number, feature: number): void;
  /** Weight of one tag after another: `transitions[before * TAGS + tag]`. */
  transitions: ArrayLike<number>;
}

/** Weight of a tag after another; a name cannot go on that has not begun. */
export function transition({ transitions }: Weights, before: number, tag: number): number {
  return tag === INSIDE && (before === OUTSIDE || before === START)
    ? IMPOSSIBLE
    : (transitions[before * TAGS + tag] as number);
}

/** What the features of each word weigh for each tag: `scores[word * TAGS + tag]`. A word without any is outside. */
export function scoresOf(weights: Weights, features: readonly Uint32Array[]): Float64Array {
  const scores = new Float64Array(features.length * TAGS);
  features.forEach((ofWord, at) => {
    for (const feature of ofWord) weights.addTo(scores, at, feature);
    if (ofWord.length === 0) {
      scores[at * TAGS + BEGIN] = IMPOSSIBLE;
      scores[at * TAGS + INSIDE] = IMPOSSIBLE;
    }
  });
  return scores;
}

export interface Chain {
  forward: Float64Array;
  backward: Float64Array;
  /** Logarithm of the sum over all ways to tag the words. */
  total: number;
}

/** Sums over all ways to tag the words, up to each of them and after it (logarithms). */
export function sumUp(weights: Weights, scores: Float64Array): Chain {
  const count = scores.length / TAGS;
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const terms = new Float64Array(TAGS);
  for (let tag = 0; tag < TAGS; tag += 1)
    forward[tag] = (scores[tag] as number) + transition(weights, START, tag);
  const isOutside = (at: number) => scores[at * TAGS + BEGIN] === IMPOSSIBLE;
  const stays = transition(weights, OUTSIDE, OUTSIDE);
  for (let at = 1; at < count; at += 1) {
    const cell = at * TAGS;
    // Words that are no part of a name, one after another, leave nothing to sum over.
    if (isOutside(at) && isOutside(at - 1)) {
      forward[cell] = (scores[cell] as number) + (forward[cell - TAGS] as number) + stays;
      forward[cell + BEGIN] = forward[cell + INSIDE] = IMPOSSIBLE;
      continue;
    }
    for (let tag = 0; tag < TAGS; tag += 1) {
      for (let before = 0; before < TAGS; before += 1)
        terms[before] = (forward[cell - TAGS + before] as number) + transition(weights, before, tag);
      forward[cell + tag] = (scores[cell + tag] as number) + logSum(terms);
    }
  }
  for (let at = count - 2; at >= 0; at -= 1) {
    const cell = at * TAGS;
    if (isOutside(at) && isOutside(at + 1)) {
      backward[cell] = stays + (scores[cell + TAGS] as number) + (backward[cell + TAGS] as number);
      continue;
    }
    for (let before = 0; before < TAGS; before += 1) {
      for (let tag = 0; tag < TAGS; tag += 1) {
        const next = cell + TAGS + tag;
        terms[tag] = transition(weights, before, tag) + (scores[next] as number) + (backward[next] as number);
      }
      backward[cell + before] = logSum(terms);
    }
  }
  return { forward, backward, total: logSum(forward.subarray((count - 1) * TAGS)) };
}

/** How likely a word bears a tag, 0 to 1. */
export function likelihood({ forward, backward, total }: Chain, at: number, tag: number): number {
  const cell = at * TAGS + tag;
  return Math.exp((forward[cell] as number) + (backward[cell] as number) - total);
}

function logSum(terms: Float64Array): number {
  let most = terms[0] as number;
  for (const term of terms) if (term > most) most = term;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}
