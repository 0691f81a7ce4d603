import { hash, randomBytes, randomFillSync } from 'node:crypto';

const ALPHABET = 'abcdefghjkmnpqrstvwxyz0123456789';

const LENGTH = 12;
/** Random bytes for the next ids: to ask for them one by one takes longer than to make the id. */
const random = new Uint8Array(LENGTH * 100);
let used = random.length;

/** A random id for URLs: 12 characters of 5 bits, none that look alike, counting nothing in the open. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  let id = '';
  for (const end = used + LENGTH; used < end; used += 1) id += ALPHABET[(random[used] as number) & 31];
  return id;
}

/** A secret that opens something: 160 random bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(20).toString('base64url');
}

/** SHA-256 in hexadecimal; for secrets with enough randomness of their own, not for passwords. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}
