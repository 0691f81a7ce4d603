import { timingSafeEqual } from 'node:crypto';
import { hashToken, newToken } from '#app/domain/ids.server.ts';

/** The one-time code that opens the first-run page: whoever sees the terminal is whoever runs the site. */
export class FirstRunCode {
  #hash: Buffer | null = null;

  /** Makes a code; an earlier one is void. */
  open(): string {
    const code = newToken();
    this.#hash = Buffer.from(hashToken(code));
    return code;
  }

  matches(code: string): boolean {
    return this.#hash !== null && timingSafeEqual(this.#hash, Buffer.from(hashToken(code)));
  }

  close(): void {
    this.#hash = null;
  }
}
