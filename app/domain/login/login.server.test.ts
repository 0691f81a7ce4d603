import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { addMember, later, NOW, openEmptyNetwork } from '#tests/support/builders.server.ts';
import { askedCosts, derivations } from '#tests/support/quick-crypto.ts';
import { changePassword } from '../members/settings.server.ts';
import { logIn } from './log-in.server.ts';
import { createLucia } from './lucia.server.ts';
import { hashPassword, isPassword, TooBusy } from './password.server.ts';
import { forgetAttempt, reserveAttempt } from './throttle.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

const PASSWORD = 'ゆきの日の長靴';
const ADDRESS = '203.0.113.7';
const MINUTE = 60_000;

async function openWithMember() {
  const db = await openEmptyNetwork();
  const member = await addMember(db, { email: 'asahi@example.jp', password: PASSWORD });
  const tryPassword = (password: string, now = NOW, email = 'asahi@example.jp', address = ADDRESS) =>
    logIn(db, { email, password, address }, now);
  return { db, member, tryPassword };
}

describe('logging in', () => {
  test('takes the right password, however the mail address is written', async () => {
    const { member, tryPassword } = await openWithMember();
    for (const email of ['asahi@example.jp', ' Asahi@Example.JP ', 'ａｓａｈｉ＠ｅｘａｍｐｌｅ．ｊｐ']) {
      expect(await tryPassword(PASSWORD, NOW, email)).toEqual({ kind: 'member', memberId: member.id });
    }
  });

  test('answers the same to a wrong password, an unknown address and nonsense', async () => {
    const { tryPassword } = await openWithMember();
    expect(await tryPassword('べつのことば')).toEqual({ kind: 'wrong' });
    expect(await tryPassword(PASSWORD, NOW, 'nobody@example.jp')).toEqual({ kind: 'wrong' });
    expect(await tryPassword('', NOW, '')).toEqual({ kind: 'wrong' });
    expect(await tryPassword('\u0000', NOW, 'asahi@example.jp\u0000')).toEqual({ kind: 'wrong' });
  });

  test('derives a key for an unknown address too, so that the time tells nothing', async () => {
    const { tryPassword } = await openWithMember();
    await isPassword('the first time makes a hash to compare with', undefined);
    const derivations = async (email: string) => {
      const before = askedCosts.length;
      await tryPassword('べつのことば', NOW, email);
      return askedCosts.slice(before);
    };
    const wrong = await derivations('asahi@example.jp');
    expect(wrong).toHaveLength(1);
    expect(await derivations('nobody@example.jp')).toEqual(wrong);
  });
});

describe('failed logins', () => {
  test('are forgiven five times for a mail address, then each makes one wait twice as long', async () => {
    const { tryPassword } = await openWithMember();
    for (let n = 0; n < 5; n++) expect(await tryPassword('ちがう', NOW)).toEqual({ kind: 'wrong' });
    expect(await tryPassword('ちがう', NOW)).toEqual({ kind: 'wrong' });
    expect(await tryPassword(PASSWORD, NOW)).toEqual({ kind: 'wait', until: later(0.5) });
    expect(await tryPassword(PASSWORD, new Date(later(0.5).getTime() - 1))).toMatchObject({ kind: 'wait' });
    expect(await tryPassword('ちがう', later(0.5))).toEqual({ kind: 'wrong' });
    expect(await tryPassword(PASSWORD, later(0.5))).toEqual({ kind: 'wait', until: later(1.5) });
    expect(await tryPassword(PASSWORD, later(1.5))).toMatchObject({ kind: 'member' });
  });

  test('are forgotten with a login that succeeds', async () => {
    const { tryPassword } = await openWithMember();
    for (let n = 0; n < 5; n++) await tryPassword('ちがう');
    expect(await tryPassword(PASSWORD)).toMatchObject({ kind: 'member' });
    expect(await tryPassword('ちがう')).toEqual({ kind: 'wrong' });
    expect(await tryPassword(PASSWORD)).toMatchObject({ kind: 'member' });
  });

  test('make nobody wait longer than a quarter of an hour, and are forgotten after an hour', async () => {
    const { db } = await openWithMember();
    let at = NOW;
    let longest = 0;
    for (let n = 0; n < 30; n++) {
      const until = await reserveAttempt(db, 'asahi@example.jp', `198.51.100.${n}`, at);
      if (!until) continue;
      longest = Math.max(longest, until.getTime() - at.getTime());
      at = until;
    }
    expect(longest).toBe(15 * MINUTE);
    const nextDay = new Date(at.getTime() + 24 * 60 * MINUTE);
    expect(await reserveAttempt(db, 'asahi@example.jp', ADDRESS, nextDay)).toBeUndefined();
    expect(await reserveAttempt(db, 'asahi@example.jp', ADDRESS, nextDay)).toBeUndefined();
  });

  test('of one mail address make no other wait, whatever the letters’ width and case', async () => {
    const { db, tryPassword } = await openWithMember();
    for (const email of [
      'asahi@example.jp',
      'ASAHI@example.jp',
      ' asahi@example.jp',
      'ａｓａｈｉ@example.jp',
    ]) {
      for (let n = 0; n < 2; n++) await tryPassword('ちがう', NOW, email, `198.51.100.${n}`);
    }
    expect(await reserveAttempt(db, 'asahi@example.jp', 'elsewhere', NOW)).toBeDefined();
    expect(await reserveAttempt(db, 'other@example.jp', 'elsewhere', NOW)).toBeUndefined();
  });

  test('of one office are forgiven thirty times, across mail addresses, also when some succeed', async () => {
    const { db } = await openWithMember();
    const attempt = (mail: string, address = ADDRESS) => reserveAttempt(db, mail, address, NOW);
    for (let n = 0; n < 30; n++) expect(await attempt(`m${n}@example.jp`)).toBeUndefined();
    await forgetAttempt(db, 'm1@example.jp', ADDRESS);
    expect(await attempt('m30@example.jp')).toBeUndefined();
    expect(await attempt('m31@example.jp')).toBeUndefined();
    expect(await attempt('new@example.jp')).toEqual(later(0.5));
    expect(await attempt('new@example.jp', '198.51.100.1')).toBeUndefined();
  });

  test('are counted when many are tried at the same moment, too', async () => {
    const { db } = await openWithMember();
    const attempts = Array.from({ length: 20 }, () => reserveAttempt(db, 'asahi@example.jp', ADDRESS, NOW));
    const passed = (await Promise.all(attempts)).filter((until) => until === undefined);
    expect(passed).toHaveLength(6);
  });

  test('are counted without storing who it was', async () => {
    const { db, tryPassword } = await openWithMember();
    await tryPassword('ちがう');
    const rows = JSON.stringify(await db.selectFrom('login_throttle').selectAll().execute());
    expect(rows).toContain('"failures":1');
    expect(rows).not.toMatch(/asahi|203\.0/);
  });
});

describe('a login session', () => {
  const open = async () => {
    const db = await openEmptyNetwork();
    const member = await addMember(db, { familyName: '渡辺', role: 'officer' });
    return { db, member, sessions: createLucia(db, { secure: true, days: 30 }) };
  };

  test('knows who is logged in', async () => {
    const { member, sessions } = await open();
    const { id } = await sessions.createSession(member.id, {});
    expect((await sessions.validateSession(id)).user).toEqual({
      id: member.id,
      role: 'officer',
      familyName: '渡辺',
      organizationId: member.organizationId,
      organization: 'みなみ市 社会福祉課',
      introduced: false,
    });
    expect((await sessions.validateSession('nosuchsession')).user).toBeNull();
  });

  test('is stored under a hash: its id stands nowhere, and the hash opens nothing', async () => {
    const { db, member, sessions } = await open();
    const { id } = await sessions.createSession(member.id, {});
    const rows = await db.selectFrom('login_session').selectAll().execute();
    expect(rows).toMatchObject([{ member_id: member.id }]);
    expect(JSON.stringify(rows)).not.toContain(id);
    expect((await sessions.validateSession(rows[0]!.id_hash)).session).toBeNull();
  });

  test('is renewed in its second half, ends after thirty days, and is cleared away then', async () => {
    const { db, member, sessions } = await open();
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    try {
      const { id } = await sessions.createSession(member.id, {});
      const day = 24 * 60;
      vi.setSystemTime(later(14 * day));
      expect((await sessions.validateSession(id)).session).toMatchObject({ fresh: false });
      vi.setSystemTime(later(16 * day));
      expect((await sessions.validateSession(id)).session).toMatchObject({ fresh: true });
      vi.setSystemTime(later(45 * day));
      expect((await sessions.validateSession(id)).session).not.toBeNull();
      vi.setSystemTime(later(76 * day));
      expect((await sessions.validateSession(id)).session).toBeNull();
      await sessions.createSession(member.id, {});
      vi.setSystemTime(new Date(later(106 * day).getTime() + MINUTE));
      await sessions.deleteExpiredSessions();
      expect(await db.selectFrom('login_session').selectAll().execute()).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('ends when the member logs out, and all of theirs end together when asked', async () => {
    const { db, member, sessions } = await open();
    const other = await addMember(db);
    const [one, two, theirs] = [
      await sessions.createSession(member.id, {}),
      await sessions.createSession(member.id, {}),
      await sessions.createSession(other.id, {}),
    ];
    await sessions.invalidateSession(one.id);
    expect((await sessions.validateSession(one.id)).session).toBeNull();
    expect((await sessions.validateSession(two.id)).session).not.toBeNull();
    await sessions.invalidateUserSessions(member.id);
    expect((await sessions.validateSession(two.id)).session).toBeNull();
    expect((await sessions.validateSession(theirs.id)).session).not.toBeNull();
  });

  test('travels in a cookie that scripts cannot read and other sites cannot send', async () => {
    const { sessions } = await open();
    const cookie = sessions.createSessionCookie('abc').serialize();
    expect(cookie).toMatch(/^tsunagari_session=abc; /);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/'])
      expect(cookie).toContain(attribute);
  });
});

describe('a password', () => {
  test('costs whoever guesses as much as OWASP asks for: 32 MiB and three passes', async () => {
    await hashPassword(PASSWORD);
    expect(askedCosts.at(-1)).toMatchObject({ N: 2 ** 15, r: 8, p: 3 });
  });

  test('is stored with a salt of its own, as nothing that leads back to it', async () => {
    const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(one).toMatch(/^scrypt\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await isPassword(PASSWORD, one)).toBe(true);
    expect(await isPassword(`${PASSWORD} `, one)).toBe(false);
  });

  test('is the same whether its letters were typed in full or half width', async () => {
    expect(await isPassword('ｔｓｕｎａｇａｒｉ１', await hashPassword('tsunagari1'))).toBe(true);
  });

  test('never matches where none is stored', async () => {
    expect(await isPassword('', undefined)).toBe(false);
  });

  test('cannot be guessed on the settings page of an open browser: wrong ones count as failed logins', async () => {
    const { db, member, tryPassword } = await openWithMember();
    const change = (current: string, now: Date) =>
      changePassword(db, member.id, { current, next: 'あたらしいことばの列', address: ADDRESS }, now);
    for (let n = 0; n < 6; n++) {
      expect(await change('ちがう', NOW)).toMatchObject({ refusal: { fields: { current: 'unknown' } } });
    }
    const wait = { refusal: { fields: { current: 'too-many-tries' } } };
    expect(await change(PASSWORD, NOW)).toMatchObject(wait);
    expect(await tryPassword(PASSWORD)).toMatchObject({ kind: 'wait' });
    expect(await change(PASSWORD, new Date(NOW.getTime() + MINUTE))).toMatchObject({ ok: true });
  });

  test('is derived for two logins at a time; the others wait in line', async () => {
    const stored = await hashPassword(PASSWORD);
    derivations.most = 0;
    const tries = Array.from({ length: 12 }, (_, n) => isPassword(n % 2 === 0 ? PASSWORD : 'ちがう', stored));
    expect(await Promise.all(tries)).toEqual(tries.map((_, n) => n % 2 === 0));
    expect(derivations).toEqual({ now: 0, most: 2 });
    // And the line moves on.
    expect(await isPassword(PASSWORD, stored)).toBe(true);
  });

  test('is not looked at when fifty wait already, and is a little later', async () => {
    const stored = await hashPassword(PASSWORD);
    const tries = Array.from({ length: 60 }, () => isPassword(PASSWORD, stored));
    const done = await Promise.allSettled(tries);
    expect(done.map(({ status }) => status)).toEqual(
      tries.map((_, n) => (n < 52 ? 'fulfilled' : 'rejected')),
    );
    expect(done.at(-1)).toMatchObject({ reason: expect.any(TooBusy) });
    expect(await isPassword(PASSWORD, stored)).toBe(true);
  });

  test('of a length that nobody has is wrong, and takes no longer: in the login, in the settings', async () => {
    const { db, member, tryPassword } = await openWithMember();
    // One letter that is eighteen letters long when it is made plain: six million of them.
    const huge = '\ufdfa'.repeat(330_000);
    const made = vi.spyOn(String.prototype, 'normalize');
    onTestFinished(() => made.mockRestore());
    expect(await tryPassword(huge)).toEqual({ kind: 'wrong' });
    expect(await tryPassword(PASSWORD, NOW, huge)).toEqual({ kind: 'wrong' });
    const typed = { current: huge, next: huge, address: ADDRESS };
    expect(await changePassword(db, member.id, typed, NOW)).toMatchObject({
      refusal: { fields: { current: 'unknown', next: 'too-long' } },
    });
    expect(Math.max(...made.mock.results.map(({ value }) => String(value).length))).toBeLessThan(10_000);
  });

  test('is changed by whoever knows the current one, to one that is long enough', async () => {
    const { db, member, tryPassword } = await openWithMember();
    const change = (current: string, next: string) =>
      changePassword(db, member.id, { current, next, address: ADDRESS }, NOW);
    expect(await change('ちがう', 'みじかい')).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { current: 'unknown', next: 'short-password' } },
    });
    expect(await change(PASSWORD, 'あ'.repeat(201))).toMatchObject({
      refusal: { fields: { next: 'too-long' } },
    });
    expect(await tryPassword(PASSWORD)).toMatchObject({ kind: 'member' });
    expect(await change(PASSWORD, 'あたらしいことばにする')).toEqual({ ok: true, value: null });
    expect(await tryPassword(PASSWORD)).toEqual({ kind: 'wrong' });
    expect(await tryPassword('あたらしいことばにする')).toMatchObject({ kind: 'member' });
  });
});
