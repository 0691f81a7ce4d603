import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const deriveNow = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP Password Storage Cheat Sheet, scrypt: N = 2^15, r = 8, p = 3 (32 MiB, some 150 ms). */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const KEY_LENGTH = 32;

/** Each takes its memory and a core: with more at once, many logins would take the site's. The others wait in line. */
const MOST_AT_ONCE = 2;
let running = 0;
const line: Array<() => void> = [];

async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (running < MOST_AT_ONCE) running += 1;
  else await new Promise<void>((begin) => line.push(begin));
  try {
    return await deriveNow(password.normalize('NFKC'), salt, KEY_LENGTH, COST);
  } finally {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The password as it is stored: `scrypt$<salt>$<key>`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

let nobody: Promise<string> | undefined;

/** Takes as long when nobody has that mail address (`stored` undefined), so that the time tells nothing. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, salt = '', key = ''] = (stored ?? (await nobodysHash())).split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64url'));
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && stored !== undefined;
}

function nobodysHash(): Promise<string> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  return nobody;
}
