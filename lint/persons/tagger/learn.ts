import { likelihood, scoresOf, sumUp, TAGS, transition, type Weights } from './model.ts';

/** One document: what can be said of its words, and the tags that they bear. */
export interface Lesson {
  features: Uint32Array[];
  tags: readonly number[];
}

const ROUNDS = 8;
const RATE = 0.1;
/** Draws weights to nought, so that what was seen once weighs little. */
const DECAY = 3e-3;
/** Times that a feature must occur to be learned. */
const LEAST = 4;

/** Finds weights under which the given tags are likely (AdaGrad; the same lessons always give the same weights). */
export function learn(lessons: readonly Lesson[]): {
  rows: Map<number, Float64Array>;
  transitions: Float64Array;
} {
  const rows = new Map(frequent(lessons).map((feature) => [feature, new Float64Array(TAGS)]));
  const squares = new Map(Array.from(rows.keys(), (feature) => [feature, new Float64Array(TAGS).fill(1e-8)]));
  const transitions = new Float64Array((TAGS + 1) * TAGS);
  const transitionSquares = new Float64Array(transitions.length).fill(1);
  const weights: Weights = {
    transitions,
    addTo(scores, at, feature) {
      rows.get(feature)?.forEach((weight, tag) => {
        scores[at * TAGS + tag]! += weight;
      });
    },
  };
  const order = lessons.filter(({ features }) => features.length > 0);
  const random = randomFrom(1);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const lesson of order) correct(lesson);
  }
  return { rows, transitions };

  function correct({ features, tags }: Lesson): void {
    const scores = scoresOf(weights, features);
    const chain = sumUp(weights, scores);
    const steps: Array<[index: number, gradient: number]> = [];
    for (let at = 0; at < features.length; at += 1) {
      for (let tag = 0; tag < TAGS; tag += 1) {
        for (let before = at === 0 ? TAGS : 0; before <= (at === 0 ? TAGS : TAGS - 1); before += 1) {
          const way = transition(weights, before, tag);
          if (way < -1e8) continue;
          const cell = at * TAGS + tag;
          const left = at === 0 ? 0 : (chain.forward[cell - tag - TAGS + before] as number);
          const expected = Math.exp(
            left + way + (scores[cell] as number) + (chain.backward[cell] as number) - chain.total,
          );
          const is = (at === 0 || tags[at - 1] === before) && tags[at] === tag;
          steps.push([before * TAGS + tag, expected - (is ? 1 : 0)]);
        }
      }
    }
    features.forEach((ofWord, at) => {
      for (let tag = 0; tag < TAGS; tag += 1) {
        const error = likelihood(chain, at, tag) - (tags[at] === tag ? 1 : 0);
        if (Math.abs(error) < 1e-6) continue;
        for (const feature of ofWord) {
          const own = rows.get(feature);
          const square = squares.get(feature);
          if (!own || !square) continue;
          const gradient = error + DECAY * (own[tag] as number);
          square[tag]! += gradient * gradient;
          own[tag]! -= (RATE * gradient) / Math.sqrt(square[tag] as number);
        }
      }
    });
    for (const [index, gradient] of steps) {
      transitionSquares[index]! += gradient * gradient;
      transitions[index]! -= (RATE * gradient) / Math.sqrt(transitionSquares[index] as number);
    }
  }
}

function frequent(lessons: readonly Lesson[]): number[] {
  const counts = new Map<number, number>();
  for (const { features } of lessons)
    for (const ofWord of features)
      for (const feature of ofWord) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= LEAST).map(([feature]) => feature);
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
}

/** A linear congruential generator: 0 ≤ x < 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
