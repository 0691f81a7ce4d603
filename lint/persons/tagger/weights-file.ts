import { TAGS, type Weights } from './model.ts';

/** Transitions that the model knows: from each tag and from the start. */
const TRANSITIONS = (TAGS + 1) * TAGS;
/** Weights are kept as bytes of this step. */
const STEP = 1 / 24;

/**
 * The file: the transitions, the number of features, the features in rising order (32 bits each), then a byte per
 * feature and tag. All numbers little-endian.
 */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const transitions = Float32Array.from({ length: TRANSITIONS }, (_, index) =>
    view.getFloat32(index * 4, true),
  );
  const count = view.getUint32(TRANSITIONS * 4, true);
  const from = TRANSITIONS * 4 + 4;
  const table = new FeatureTable(count);
  for (let row = 0; row < count; row += 1) {
    const slot = table.add(view.getUint32(from + row * 4, true));
    const at = from + count * 4 + row * TAGS;
    for (let tag = 0; tag < TAGS; tag += 1) table.weights[slot * TAGS + tag] = view.getInt8(at + tag);
  }
  return {
    transitions,
    addTo(scores, at, feature) {
      const slot = table.find(feature);
      if (slot < 0) return;
      for (let tag = 0; tag < TAGS; tag += 1)
        scores[at * TAGS + tag]! += (table.weights[slot * TAGS + tag] as number) * STEP;
    },
  };
}

/** A hash table in flat arrays: a tenth of a Map's memory, and features are hashes already. */
class FeatureTable {
  /** 0 where there is none; the one feature in four thousand million with this number is left out. */
  readonly #features: Uint32Array;
  readonly weights: Int8Array;
  readonly #mask: number;

  constructor(count: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(1, count) * 2));
    this.#features = new Uint32Array(size);
    this.weights = new Int8Array(size * TAGS);
    this.#mask = size - 1;
  }

  add(feature: number): number {
    const slot = this.#slotOf(feature);
    this.#features[slot] = feature;
    return slot;
  }

  /** @returns -1 where the table does not have the feature */
  find(feature: number): number {
    const slot = this.#slotOf(feature);
    return this.#features[slot] === 0 ? -1 : slot;
  }

  #slotOf(feature: number): number {
    let slot = feature & this.#mask;
    while (this.#features[slot] !== 0 && this.#features[slot] !== feature) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** Features whose weights round to nothing are left out. */
export function writeWeights(
  rows: ReadonlyMap<number, ArrayLike<number>>,
  transitions: ArrayLike<number>,
): Uint8Array {
  const rounded = [...rows]
    .map(([feature, own]) => ({
      feature,
      bytes: Array.from(own, (weight) => clamp(Math.round(weight / STEP))),
    }))
    .filter(({ feature, bytes }) => feature !== 0 && bytes.some((byte) => byte !== 0))
    .sort((a, b) => a.feature - b.feature);
  const file = new DataView(new ArrayBuffer(TRANSITIONS * 4 + 4 + rounded.length * (4 + TAGS)));
  for (let index = 0; index < TRANSITIONS; index += 1)
    file.setFloat32(index * 4, transitions[index] ?? 0, true);
  file.setUint32(TRANSITIONS * 4, rounded.length, true);
  const from = TRANSITIONS * 4 + 4;
  rounded.forEach(({ feature, bytes }, row) => {
    file.setUint32(from + row * 4, feature, true);
    bytes.forEach((byte, tag) => {
      file.setInt8(from + rounded.length * 4 + row * TAGS + tag, byte);
    });
  });
  return new Uint8Array(file.buffer);
}

const clamp = (step: number) => Math.max(-127, Math.min(127, step));
