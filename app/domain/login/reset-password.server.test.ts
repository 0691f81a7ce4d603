import { describe, expect, test, vi } from 'vitest';
import { addMember, later, must, NOW, openEmptyNetwork } from '#tests/support/builders.server.ts';
import { changePassword } from '../members/settings.server.ts';
import { logIn } from './log-in.server.ts';
import { createLucia } from './lucia.server.ts';
import { findReset, makeResetLink, resetPassword } from './reset-password.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

const OLD = 'ゆきの日の長靴です';
const NEW = 'はるの日の短い靴です';
const EXPIRED = { ok: false, refusal: { code: 'expired' } };
const DAY = 24 * 60;

async function openWithLink() {
  const db = await openEmptyNetwork();
  const email = 'asahi@example.jp';
  const member = await addMember(db, { email, password: OLD });
  const token = must(await makeResetLink(db, 'desk', member.id, NOW));
  const login = (password: string) => logIn(db, { email, password, address: '203.0.113.7' }, NOW);
  return { db, member, token, login };
}

describe('a link for a new password', () => {
  test('sets it once, and ends every login session of the member and of nobody else', async () => {
    const { db, member, token, login } = await openWithLink();
    const other = await addMember(db, { email: 'other@example.jp' });
    const sessions = createLucia(db, { secure: false, days: 1 });
    const theirs = await sessions.createSession(member.id, {});
    const others = await sessions.createSession(other.id, {});
    for (let n = 0; n < 6; n++) await login('わすれました');
    expect(await login(OLD)).toMatchObject({ kind: 'wait' });

    expect(await findReset(db, token, NOW)).toMatchObject({ memberId: member.id });
    expect(await resetPassword(db, token, NEW, NOW)).toEqual({ ok: true, value: null });
    expect(await login(NEW)).toEqual({ kind: 'member', memberId: member.id });
    expect(await login(OLD)).toEqual({ kind: 'wrong' });
    expect((await sessions.validateSession(theirs.id)).session).toBeNull();
    expect((await sessions.validateSession(others.id)).session).not.toBeNull();
    expect(await resetPassword(db, token, 'もう一度だけ変える', NOW)).toEqual(EXPIRED);
  });

  test('is used once, even when sent twice at the same moment', async () => {
    const { db, token } = await openWithLink();
    const both = await Promise.all([resetPassword(db, token, NEW, NOW), resetPassword(db, token, NEW, NOW)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('ends after three days, and when the desk makes another', async () => {
    const { db, member, token, login } = await openWithLink();
    expect(await findReset(db, token, later(3 * DAY - 1))).toBeDefined();
    expect(await resetPassword(db, token, NEW, later(3 * DAY))).toEqual(EXPIRED);
    const newer = must(await makeResetLink(db, 'desk', member.id, NOW));
    expect(await resetPassword(db, token, NEW, NOW)).toEqual(EXPIRED);
    expect(await login(OLD)).toMatchObject({ kind: 'member' });
    expect(await resetPassword(db, newer, NEW, NOW)).toMatchObject({ ok: true });
  });

  test('is void when the member has changed the password, and only then', async () => {
    const { db, member, token } = await openWithLink();
    const change = (current: string) =>
      changePassword(db, member.id, { current, next: NEW, address: '203.0.113.7' }, NOW);
    expect(await change('わすれました')).toMatchObject({ ok: false });
    expect(await findReset(db, token, NOW)).toBeDefined();
    expect(await change(OLD)).toMatchObject({ ok: true });
    expect(await resetPassword(db, token, 'もう一度だけ変える', NOW)).toEqual(EXPIRED);
  });

  test('stays good when the password is too short', async () => {
    const { db, token } = await openWithLink();
    expect(await resetPassword(db, token, 'みじかい', NOW)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { password: 'short-password' } },
    });
    expect(await findReset(db, token, NOW)).toBeDefined();
  });

  test('is stored as a hash, is for members only, and is accounted for', async () => {
    const { db, member, token } = await openWithLink();
    const rows = JSON.stringify(await db.selectFrom('password_reset').selectAll().execute());
    expect(rows).not.toContain(token);
    expect(await makeResetLink(db, 'desk', 'nobody', NOW)).toMatchObject({ ok: false });
    await resetPassword(db, token, NEW, later(1));
    const audit = await db.selectFrom('audit').select(['action', 'subject']).orderBy('at').execute();
    expect(audit).toEqual([
      { action: 'reset-link', subject: `member:${member.id}` },
      { action: 'reset', subject: `member:${member.id}` },
    ]);
  });
});
