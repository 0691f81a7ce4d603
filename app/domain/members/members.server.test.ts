import { describe, expect, test, vi } from 'vitest';
import type { Db } from '#db/schema.ts';
import {
  addMember,
  addOrganization,
  later,
  must,
  NOW,
  openEmptyNetwork,
  openNetwork,
} from '#tests/support/builders.server.ts';
import { openTestDb } from '#tests/support/database.server.ts';
import { logIn } from '../login/log-in.server.ts';
import { listProgrammes } from '../network/programmes.server.ts';
import { type FirstRun, isEmptyNetwork, setUpNetwork } from '../network/set-up.server.ts';
import { readSetting } from '../network/settings.server.ts';
import { listDesk } from './desk.server.ts';
import { openInvitations, revokeInvitation } from './invitations.server.ts';
import { findInvitation, inviteMember, joinNetwork, type NewMember } from './invite.server.ts';
import { newestMembers } from './newest.server.ts';
import { changeProfile, readProfile } from './settings.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

const DAY = 24 * 60;
const typed = (given: Partial<NewMember> = {}): NewMember => ({
  email: 'asahi@example.jp',
  password: 'ゆきの日には長い靴をはく',
  introduction: '家計の相談を受けています。',
  programmes: ['kakei', 'soudan'],
  ...given,
});

async function invite(db: Db, familyName = '渡辺') {
  const organizationId = await addOrganization(db, 'きた町 保健福祉課');
  return must(await inviteMember(db, 'desk', { organizationId, familyName, role: 'officer' }, NOW));
}

describe('an invitation', () => {
  test('shows who is invited, and makes them a member of the role and organization it names', async () => {
    const db = await openEmptyNetwork();
    const token = await invite(db);
    expect(await findInvitation(db, token, NOW)).toMatchObject({
      familyName: '渡辺',
      organization: 'きた町 保健福祉課',
      role: 'officer',
      expiresAt: later(14 * DAY).toISOString(),
    });
    const id = must(await joinNetwork(db, token, typed({ email: ' Asahi@EXAMPLE.jp ' }), NOW));
    const profile = await readProfile(db, id);
    expect({ ...profile, programmes: profile.programmes.toSorted() }).toEqual({
      email: 'asahi@example.jp',
      familyName: '渡辺',
      introduction: '家計の相談を受けています。',
      programmes: ['kakei', 'soudan'],
    });
    const login = { email: 'asahi@example.jp', password: typed().password, address: '::1' };
    expect(await logIn(db, login, NOW)).toEqual({ kind: 'member', memberId: id });
  });

  test('is stored as a hash: its secret stands nowhere', async () => {
    const db = await openEmptyNetwork();
    const token = await invite(db);
    const rows = await db.selectFrom('invitation').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await findInvitation(db, rows[0]!.token_hash, NOW)).toBeUndefined();
  });

  test('is used once, even when sent twice at the same moment', async () => {
    const db = await openEmptyNetwork();
    const token = await invite(db);
    const outcomes = await Promise.all([
      joinNetwork(db, token, typed(), NOW),
      joinNetwork(db, token, typed({ email: 'second@example.jp' }), NOW),
    ]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: 'expired' } });
    expect(await db.selectFrom('member').selectAll().execute()).toHaveLength(1);
    expect(await findInvitation(db, token, NOW)).toBeUndefined();
  });

  test('ends after fourteen days', async () => {
    const db = await openEmptyNetwork();
    const token = await invite(db);
    expect(await findInvitation(db, token, new Date(later(14 * DAY).getTime() - 1))).toBeDefined();
    expect(await findInvitation(db, token, later(14 * DAY))).toBeUndefined();
    expect(await joinNetwork(db, token, typed(), later(14 * DAY))).toEqual({
      ok: false,
      refusal: { code: 'expired' },
    });
  });

  test('stays good when joining failed: mail address taken, fields wrong, somebody named', async () => {
    const db = await openEmptyNetwork();
    await addMember(db, { email: 'taken@example.jp' });
    const token = await invite(db);
    const join = (given: Partial<NewMember>) => joinNetwork(db, token, typed(given), NOW);
    expect(await join({ email: 'Taken@example.jp' })).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { email: 'taken' } },
    });
    expect(await join({ email: 'asahi@', password: 'みじかい', introduction: 'あ'.repeat(401) })).toEqual({
      ok: false,
      refusal: {
        code: 'invalid',
        fields: { email: 'bad-email', password: 'short-password', introduction: 'too-long' },
      },
    });
    expect(await join({ email: 'a\u0000b@example.jp' })).toMatchObject({
      refusal: { fields: { email: 'bad-email' } },
    });
    expect(await join({ introduction: '佐藤さんを担当しています。' })).toMatchObject({
      refusal: { code: 'not-anonymous', findings: [{ field: 'introduction', text: '佐藤' }] },
    });
    expect(await db.selectFrom('member').selectAll().execute()).toHaveLength(1);
    expect(
      await join({ introduction: '渡辺です。よろしくお願いします。', programmes: ['nowhere', 'kakei'] }),
    ).toMatchObject({
      ok: true,
    });
    expect(await db.selectFrom('member_programme').select('programme').execute()).toEqual([
      { programme: 'kakei' },
    ]);
  });

  test('needs an organization that is there and a family name', async () => {
    const db = await openEmptyNetwork();
    const nobody = { organizationId: 'nowhere', familyName: ' \u3000', role: 'counselor' } as const;
    expect(await inviteMember(db, 'desk', nobody, NOW)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { familyName: 'missing', organization: 'unknown' } },
    });
    expect(await db.selectFrom('invitation').selectAll().execute()).toEqual([]);
  });

  test.each([
    '山本 太郎',
    '山本太郎',
    '090-1234-5678',
    '山本@example.jp',
    'https://example.jp',
    '山本１',
    '山本/佐藤',
  ])('names a family name and no more: not %s', async (familyName) => {
    const db = await openEmptyNetwork();
    const organizationId = await addOrganization(db, 'きた町 保健福祉課');
    expect(await inviteMember(db, 'desk', { organizationId, familyName, role: 'officer' }, NOW)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { familyName: 'no-name' } },
    });
  });

  test.each([
    '髙橋',
    '佐々木',
    '一ノ瀬',
    '上久保',
    'デ・ラ・クルス',
    'O’Neill',
    'van Gogh',
    '𠮷田',
    'ニャット',
  ])('takes the family name %s', async (familyName) => {
    const db = await openEmptyNetwork();
    const organizationId = await addOrganization(db, 'きた町 保健福祉課');
    must(await inviteMember(db, 'desk', { organizationId, familyName, role: 'officer' }, NOW));
  });

  test('brings no organization along whose name holds a phone number', async () => {
    const db = await openEmptyNetwork();
    const invited = { organizationId: '', newOrganization: 'きた町 090-1234-5678', familyName: '渡辺' };
    expect(await inviteMember(db, 'desk', { ...invited, role: 'officer' }, NOW)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { newOrganization: 'no-name' } },
    });
    expect(await db.selectFrom('organization').selectAll().execute()).toEqual([]);
  });

  test('is listed while it can be used, without its secret, and can be taken back', async () => {
    const db = await openEmptyNetwork();
    const used = await invite(db, '高橋');
    must(await joinNetwork(db, used, typed(), NOW));
    const token = await invite(db);
    const [open, ...others] = await openInvitations(db, NOW);
    expect(others).toEqual([]);
    expect(open).toMatchObject({ familyName: '渡辺', organization: 'きた町 保健福祉課', role: 'officer' });
    expect(JSON.stringify(open)).not.toContain(token);
    expect(await openInvitations(db, later(14 * DAY))).toEqual([]);

    const id = open?.id ?? '';
    expect(await revokeInvitation(db, 'desk', id, NOW)).toEqual({ ok: true, value: null });
    expect(await findInvitation(db, token, NOW)).toBeUndefined();
    const refused = { ok: false, refusal: { code: 'expired' } };
    expect(await joinNetwork(db, token, typed({ email: 'b@example.jp' }), NOW)).toEqual(refused);
    expect(await revokeInvitation(db, 'desk', id, NOW)).toMatchObject({ ok: false });
  });

  test('may bring a new organization along, which is added only when the invitation is', async () => {
    const db = await openEmptyNetwork();
    const invitation = { organizationId: '', newOrganization: '新しい会', role: 'counselor' } as const;
    expect(await inviteMember(db, 'desk', { ...invitation, familyName: '' }, NOW)).toMatchObject({
      ok: false,
    });
    expect(await db.selectFrom('organization').selectAll().execute()).toEqual([]);
    const token = must(await inviteMember(db, 'desk', { ...invitation, familyName: '工藤' }, NOW));
    expect(await findInvitation(db, token, NOW)).toMatchObject({
      organization: '新しい会',
      familyName: '工藤',
    });
  });
});

describe('a member’s own page', () => {
  test('changes introduction and programmes, under the check', async () => {
    const { db, asker } = await openNetwork();
    const change = (introduction: string, programmes: string[] = []) =>
      changeProfile(db, asker, { introduction, programmes });
    expect(await change(' 高橋です。就労準備を担当しています。 ', ['kakei', 'juukyo'])).toEqual({
      ok: true,
      value: null,
    });
    expect(await change('佐藤さんの担当です。', ['soudan'])).toMatchObject({
      refusal: { code: 'not-anonymous' },
    });
    expect(await change('あ\u0000')).toMatchObject({
      refusal: { fields: { introduction: 'control-characters' } },
    });
    const profile = await readProfile(db, asker.id);
    expect(profile.introduction).toBe('高橋です。就労準備を担当しています。');
    expect(profile.programmes.toSorted()).toEqual(['juukyo', 'kakei']);
    expect(await change('', [])).toMatchObject({ ok: true });
    expect(await readProfile(db, asker.id)).toMatchObject({ introduction: '', programmes: [] });
  });

  test('brings those who introduced themselves to the home page, and the desk to the contact page', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    expect(await newestMembers(db, 5)).toEqual([]);
    const hello = { introduction: 'よろしくお願いします。', programmes: [] };
    must(await changeProfile(db, peer, hello));
    expect(await newestMembers(db, 5)).toMatchObject([{ id: peer.id, familyName: '渡辺' }]);
    expect(await listDesk(db)).toMatchObject([{ email: desk.email, familyName: '山本' }]);
    expect(JSON.stringify(await listDesk(db))).not.toContain(asker.email);
  });
});

describe('the first run', () => {
  const first = (given: Partial<FirstRun> = {}): FirstRun => ({
    siteName: 'つながり',
    networkName: '北海道 相談支援員のネットワーク',
    organizationName: '北海道総合研究調査会',
    familyName: '山本',
    email: 'desk@example.jp',
    password: 'ゆきの日には長い靴をはく',
    ...given,
  });

  test('names the network and makes the desk’s account and the programmes', async () => {
    const db = await openTestDb();
    expect(await isEmptyNetwork(db)).toBe(true);
    const id = must(await setUpNetwork(db, first(), NOW));
    expect(await db.selectFrom('member').select(['id', 'role', 'email']).execute()).toEqual([
      { id, role: 'secretariat', email: 'desk@example.jp' },
    ]);
    expect(await readSetting(db, 'site.name')).toBe('つながり');
    expect(await listProgrammes(db)).toHaveLength(11);
    expect(await isEmptyNetwork(db)).toBe(false);
  });

  test('gives the network and the secretariat names, not addresses', async () => {
    const db = await openTestDb();
    const typed = first({ organizationName: '事務局 desk@example.jp', networkName: 'https://example.jp' });
    expect(await setUpNetwork(db, typed, NOW)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { organizationName: 'no-name', networkName: 'no-name' } },
    });
    expect(await isEmptyNetwork(db)).toBe(true);
  });

  test('happens once', async () => {
    const db = await openTestDb();
    const outcomes = await Promise.all([
      setUpNetwork(db, first(), NOW),
      setUpNetwork(db, first({ email: 'other@example.jp', siteName: 'べつの名前' }), NOW),
    ]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await setUpNetwork(db, first(), NOW)).toEqual({ ok: false, refusal: { code: 'expired' } });
    expect(await db.selectFrom('member').selectAll().execute()).toHaveLength(1);
  });

  test('names every field that is wrong, and then stores nothing', async () => {
    const db = await openTestDb();
    const blank = {
      siteName: '',
      networkName: ' ',
      organizationName: '\u200b',
      familyName: '',
      email: '',
      password: '',
    };
    expect(await setUpNetwork(db, blank, NOW)).toEqual({
      ok: false,
      refusal: {
        code: 'invalid',
        fields: {
          siteName: 'missing',
          networkName: 'missing',
          organizationName: 'missing',
          familyName: 'missing',
          email: 'missing',
          password: 'missing',
        },
      },
    });
    expect(await isEmptyNetwork(db)).toBe(true);
    expect(await db.selectFrom('organization').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('setting').selectAll().execute()).toEqual([]);
  });
});
