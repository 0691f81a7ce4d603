import type { BinaryLike, ScryptOptions } from 'node:crypto';

type Crypto = typeof import('node:crypto');

/** The costs that scrypt was asked for, in order. */
export const askedCosts: ScryptOptions[] = [];

/** How many keys are being derived, and how many were at once at most. */
export const derivations = { now: 0, most: 0 };

/**
 * Node's crypto with a scrypt that takes 5 ms instead of 150, for files that log in again and again:
 *
 *     vi.mock('node:crypto', async (original) => (await import('#tests/support/quick-crypto.ts')).quickCrypto(original));
 */
export async function quickCrypto(original: () => Promise<unknown>): Promise<Crypto> {
  const crypto = (await original()) as Crypto;
  const scrypt = (
    password: BinaryLike,
    salt: BinaryLike,
    length: number,
    cost: ScryptOptions,
    done: (error: Error | null, key: Buffer) => void,
  ) => {
    askedCosts.push(cost);
    derivations.now += 1;
    derivations.most = Math.max(derivations.most, derivations.now);
    crypto.scrypt(password, salt, length, { ...cost, N: 1024 }, (error, key) => {
      derivations.now -= 1;
      done(error, key);
    });
  };
  return { ...crypto, scrypt: scrypt as Crypto['scrypt'] };
}
