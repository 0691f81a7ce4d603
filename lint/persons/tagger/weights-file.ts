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
  const rows = new Map<number, Float32Array>();
  for (let row = 0; row < count; row += 1) {
    const at = from + count * 4 + row * TAGS;
    const own = Float32Array.from({ length: TAGS }, (_, tag) => view.getInt8(at + tag) * STEP);
    rows.set(view.getUint32(from + row * 4, true), own);
  }
  return { of: (feature) => rows.get(feature), transitions };
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
    .filter(({ bytes }) => bytes.some((byte) => byte !== 0))
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
