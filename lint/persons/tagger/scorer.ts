import { type Passage, REACH, Statements, stateLookAround, statePosAround } from './features.ts';
import type { Look } from './looks.ts';
import { BEGIN, IMPOSSIBLE, INSIDE, TAGS, type Weights } from './model.ts';

/** Places that a word is seen from: its own and those within reach. */
const PLACES = 2 * REACH + 1;

/**
 * Weighs what is stated of each word of a text. What a word is by itself, and what its part of speech is, weighs the
 * same wherever it stands, so that is summed up once per word and place, not once per text.
 */
export class Scorer {
  readonly weights: Weights;
  readonly #said = new Statements();
  readonly #ofLook = new WeakMap<Look, Float64Array>();
  readonly #ofPos = new Map<number, Float64Array>();

  constructor(weights: Weights) {
    this.weights = weights;
  }

  /**
   * @param asked which words are asked of; the others are part of no name
   * @returns what each word weighs for each tag: `scores[word * TAGS + tag]`
   */
  scoresOf(passage: Passage, asked: (at: number) => boolean): Float64Array {
    const scores = new Float64Array(passage.size * TAGS);
    for (let at = 0; at < passage.size; at += 1) {
      if (!asked(at) || passage.isNoName(at)) {
        scores[at * TAGS + BEGIN] = IMPOSSIBLE;
        scores[at * TAGS + INSIDE] = IMPOSSIBLE;
        continue;
      }
      for (let reach = -REACH; reach <= REACH; reach += 1) {
        const place = (reach + REACH) * TAGS;
        const look = passage.look(at + reach);
        const ofLook = this.#ofLook.get(look) ?? this.#weighOnce(this.#ofLook, look, stateLookAround);
        const pos = passage.pos(at + reach);
        const ofPos = this.#ofPos.get(pos) ?? this.#weighOnce(this.#ofPos, pos, statePosAround);
        for (let tag = 0; tag < TAGS; tag += 1)
          scores[at * TAGS + tag]! += (ofLook[place + tag] as number) + (ofPos[place + tag] as number);
      }
      passage.state(this.#said, at);
      this.#weigh(scores, at);
    }
    return scores;
  }

  /** Weighs what is stated of a word by something from each place that it may stand at, and keeps it. */
  #weighOnce<Key>(
    kept: { set(key: Key, sums: Float64Array): unknown },
    key: Key,
    state: (said: Statements, reach: number, key: Key) => void,
  ): Float64Array {
    const sums = new Float64Array(PLACES * TAGS);
    for (let place = 0; place < PLACES; place += 1) {
      state(this.#said, place - REACH, key);
      this.#weigh(sums, place);
    }
    kept.set(key, sums);
    return sums;
  }

  /** Adds what was stated to the scores at a place. */
  #weigh(scores: Float64Array, at: number): void {
    const { numbers, count } = this.#said;
    for (let index = 0; index < count; index += 1) this.weights.addTo(scores, at, numbers[index] as number);
    this.#said.count = 0;
  }
}
