import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { PASSWORD_LENGTH } from './password-length.ts';

const deriveNow = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP Password Storage Cheat Sheet, scrypt: N = 2^15, r = 8, p = 3 (32 MiB, some 150 ms). */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const KEY_LENGTH = 32;

/** Each takes its memory and a core: with more at once, many logins would take the site's. The others wait in line. */
const MOST_AT_ONCE = 2;
/** Who stands behind so many would wait for seconds, and everybody's passwords would fill the memory. */
const LONGEST_LINE = 50;
let running = 0;
const line: Array<() => void> = [];

/** Too many passwords are looked at in this moment; a little later there is room again. */
export class TooBusy extends Error {
  override name = 'TooBusy';
}

async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (running < MOST_AT_ONCE) running += 1;
  else if (line.length >= LONGEST_LINE) throw new TooBusy('Too many passwords wait to be looked at');
  else await new Promise<void>((begin) => line.push(begin));
  try {
    return await deriveNow(password.normalize('NFKC'), salt, KEY_LENGTH, COST);
  } finally {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  }
}

/**
 * The password as it is stored: `scrypt$<salt>$<key>`, both base64url.
 *
 * @throws TooBusy
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

let nobody: Promise<string> | undefined;

/**
 * Takes as long when nobody has that mail address (`stored` undefined), so that the time tells nothing.
 *
 * @throws TooBusy
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  // Nobody's password is so long. One letter may become eighteen when it is made plain, so that takes long for many.
  const tried = password.length > PASSWORD_LENGTH.most ? '' : password;
  const [, salt = '', key = ''] = (stored ?? (await nobodysHash())).split('$');
  const derived = await derive(tried, Buffer.from(salt, 'base64url'));
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && stored !== undefined;
}

function nobodysHash(): Promise<string> {
  nobody ??= hashPassword(randomBytes(16).toString('hex')).catch((error) => {
    nobody = undefined;
    throw error;
  });
  return nobody;
}
