import type { Piece } from './page-bytes.server.ts';

/** Pieces of pages by all that they depend on; the least recently used go first. */
export class PieceCache {
  readonly #kept = new Map<string, Piece>();
  readonly #most: number;

  /** @param most number of pieces kept */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Piece | undefined {
    const piece = this.#kept.get(key);
    if (piece === undefined) return undefined;
    // A Map remembers the order of insertion: what was just used moves to the end.
    this.#kept.delete(key);
    this.#kept.set(key, piece);
    return piece;
  }

  set(key: string, piece: Piece): void {
    this.#kept.set(key, piece);
    if (this.#kept.size <= this.#most) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}
