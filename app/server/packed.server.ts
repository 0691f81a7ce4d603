import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Bytes that are answered often, and what they are packed to: done when first asked for, then kept. */
export class Packed {
  readonly #plain: Buffer;
  readonly #packed = new Map<Encoding, Buffer>();

  constructor(plain: Buffer) {
    this.#plain = plain;
  }

  as(encoding: Encoding): Buffer {
    const known = this.#packed.get(encoding);
    if (known) return known;
    const made =
      encoding === 'br'
        ? brotliCompressSync(this.#plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
        : encoding === 'gzip'
          ? gzipSync(this.#plain, { level: 9 })
          : this.#plain;
    this.#packed.set(encoding, made);
    return made;
  }
}

/** What the client would rather have. */
export function preferredEncoding(accepted: string | string[] | undefined): Encoding {
  const header = String(accepted ?? '');
  return /\bbr\b/.test(header) ? 'br' : /\bgzip\b/.test(header) ? 'gzip' : 'identity';
}
