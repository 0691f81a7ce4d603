import { hash, randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghjkmnpqrstvwxyz0123456789';

/** A random id for URLs: 12 characters of 5 bits, none that look alike, counting nothing in the open. */
export function newId(): string {
  let id = '';
  for (const byte of randomBytes(12)) id += ALPHABET[byte & 31];
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
