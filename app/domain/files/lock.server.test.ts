import { describe, expect, test, vi } from 'vitest';
import { must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { openTestFiles, sent } from '#tests/support/files.server.ts';
import { meetingOf } from '#tests/support/meetings.server.ts';
import { reportOf } from '#tests/support/reports.server.ts';
import { withdrawReport } from '../reports/publish-report.server.ts';
import { addFiles } from './add.server.ts';
import { filesOf, findFile, textOfFiles } from './find.server.ts';
import { lockedFor, lockFile, tryPassword } from './lock.server.ts';
import { findOwner } from './owner.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

async function openHandout() {
  const network = await openNetwork();
  const { db, desk } = network;
  const slug = await meetingOf(db);
  const key = `meeting-report:${await reportOf(db, desk, slug)}`;
  const owner = await findOwner(db, key);
  if (!owner) throw new Error('The report is no owner');
  const files = openTestFiles();
  const handout = await sent(files, '次第.txt', '灯油の貸付けの窓口の一覧です。');
  const [added] = await addFiles(db, files, owner, desk, [handout], false, NOW);
  if (!added?.ok) throw new Error('The handout was refused');
  return { ...network, slug, key, id: added.id };
}

describe('a handout', () => {
  test('is seen by those who may read the report, and by the desk alone while that is a draft', async () => {
    const { db, key, id, peer, desk, slug } = await openHandout();
    expect(await findOwner(db, key)).toMatchObject({ audience: 'everyone', adding: 'meeting.manage' });
    expect(await filesOf(db, key, null)).toMatchObject([{ id, lock: null }]);
    must(await withdrawReport(db, desk.id, slug, NOW));
    expect([await filesOf(db, key, null), await filesOf(db, key, peer)]).toEqual([[], []]);
    expect(await findFile(db, id, peer)).toBeUndefined();
    expect(await filesOf(db, key, desk)).toHaveLength(1);
  });

  test('with a password tells nothing of what it says, and keeps only a hash of the password', async () => {
    const { db, key, id, desk } = await openHandout();
    expect(await textOfFiles(db, key)).toContain('灯油の貸付け');
    const form = { password: { new: 'fuyu-no-kai' }, lastDay: '' };
    must(await lockFile(db, desk, id, form, NOW));
    expect(await filesOf(db, key, null)).toMatchObject([
      { lead: '', hasPreview: false, lock: { hasPassword: true, lastDay: null } },
    ]);
    expect(await textOfFiles(db, key)).toBe('');
    const { password_hash } = await db.selectFrom('attachment_lock').selectAll().executeTakeFirstOrThrow();
    expect(password_hash).toMatch(/^scrypt\$/);
    // The day is set, and the password stays.
    must(await lockFile(db, desk, id, { password: 'keep', lastDay: '2026-12-31' }, NOW));
    expect((await filesOf(db, key, null))[0]?.lock).toEqual({ hasPassword: true, lastDay: '2026-12-31' });
    must(await lockFile(db, desk, id, { password: 'none', lastDay: '' }, NOW));
    expect((await filesOf(db, key, null))[0]?.lock).toBeNull();
  });

  test('is locked for everybody but the desk, until its last day is over', () => {
    const lock = { hasPassword: true, lastDay: '2026-12-31' };
    const counselor = { role: 'counselor' as const };
    expect(lockedFor(lock, null, '2026-12-31')).toBe('password');
    expect(lockedFor(lock, counselor, '2026-12-31')).toBe('password');
    expect(lockedFor(lock, counselor, '2027-01-01')).toBe('expired');
    expect(lockedFor({ ...lock, hasPassword: false }, null, '2026-12-31')).toBeUndefined();
    expect(lockedFor(lock, { role: 'secretariat' }, '2027-01-01')).toBeUndefined();
  });

  test.each([
    [{ password: { new: 'short' }, lastDay: '' }, { filePassword: 'short-password' }],
    [{ password: 'none' as const, lastDay: '2026-02-99' }, { lastDay: 'bad-date' }],
  ])('is refused a lock that is none: %j', async (form, fields) => {
    const { db, id, desk } = await openHandout();
    expect(await lockFile(db, desk, id, form, NOW)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields },
    });
  });

  test('is opened by its password; whoever guesses has to wait, and keeps nobody else out', async () => {
    const { db, id, desk } = await openHandout();
    must(await lockFile(db, desk, id, { password: { new: 'fuyu-no-kai' }, lastDay: '' }, NOW));
    const file = await findFile(db, id, null);
    if (!file) throw new Error('The handout is gone');
    const from = (address: string, password: string) => tryPassword(db, file, { password, address }, NOW);
    for (let n = 0; n < 6; n += 1) expect(await from('192.0.2.1', `guess-${n}`)).toEqual({ kind: 'wrong' });
    expect(await from('192.0.2.1', 'fuyu-no-kai')).toMatchObject({ kind: 'wait' });
    expect(await from('192.0.2.2', 'fuyu-no-kai')).toEqual({ kind: 'open' });
  });
});
