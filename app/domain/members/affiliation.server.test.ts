import { describe, expect, test } from 'vitest';
import {
  addOrganization,
  answer,
  ask,
  later,
  must,
  NOW,
  openNetwork,
  threadSeenBy,
} from '#tests/support/builders.server.ts';
import { knownWords } from '../anonymization/settings.server.ts';
import {
  askForOrganization,
  changeFamilyName,
  countWishes,
  decideWish,
  openWishes,
  takeBackWish,
  wishOf,
} from './affiliation.server.ts';

const AT = later(30);
const versionOf = async (db: Awaited<ReturnType<typeof openNetwork>>['db'], id: string) =>
  (await db.selectFrom('question').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

describe('a member’s own name', () => {
  test('changes at everything they have written, for the check too, and is audited without the name', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const id = await ask(db, asker);
    await answer(db, peer, id);
    const before = await versionOf(db, id);
    must(await changeFamilyName(db, peer, ' 森田 ', AT));
    expect((await threadSeenBy(db, reader, id)).answers[0]?.author.familyName).toBe('森田');
    expect(await versionOf(db, id)).toBeGreaterThan(before);
    expect((await knownWords(db)).memberNames).toContain('森田');
    expect(await db.selectFrom('audit').select(['actor_id', 'action', 'subject']).execute()).toEqual([
      { actor_id: peer.id, action: 'renamed', subject: `member:${peer.id}` },
    ]);
  });

  test.each([
    ['', 'missing'],
    ['渡辺', 'same'],
    ['森田 花子', 'no-name'],
    ['山田太郎', 'no-name'],
    ['090-1234-5678', 'no-name'],
    ['あ'.repeat(21), 'too-long'],
  ])('is one family name, and another one: %s', async (typed, problem) => {
    const { db, peer } = await openNetwork();
    expect(await changeFamilyName(db, peer, typed, AT)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { familyName: problem } },
    });
    expect(await db.selectFrom('audit').selectAll().execute()).toEqual([]);
  });
});

describe('another organization', () => {
  test('is asked for, and shown once the desk has said yes', async () => {
    const { db, asker, peer, reader, desk } = await openNetwork();
    const id = await ask(db, asker);
    await answer(db, peer, id);
    const organizationId = await addOrganization(db, 'きた町 相談室');
    must(await askForOrganization(db, peer, { organizationId, newOrganization: '' }, AT));
    expect(await wishOf(db, peer.id)).toBe('きた町 相談室');
    expect(await openWishes(db)).toMatchObject([
      {
        memberId: peer.id,
        familyName: '渡辺',
        present: 'みなみ市 社会福祉課',
        organization: 'きた町 相談室',
      },
    ]);
    const authorOf = async () => (await threadSeenBy(db, reader, id)).answers[0]?.author.organization;
    expect(await authorOf()).toBe('みなみ市 社会福祉課');

    const before = await versionOf(db, id);
    must(await decideWish(db, desk.id, peer.id, true, AT));
    expect(await authorOf()).toBe('きた町 相談室');
    expect(await versionOf(db, id)).toBeGreaterThan(before);
    expect(await wishOf(db, peer.id)).toBeUndefined();
    expect(await db.selectFrom('audit').select(['actor_id', 'action', 'subject']).execute()).toEqual([
      { actor_id: desk.id, action: 'moved', subject: `member:${peer.id}` },
    ]);
  });

  test('may be a new one, which is there only when the desk has said yes', async () => {
    const { db, peer, desk } = await openNetwork();
    const typed = { organizationId: '', newOrganization: 'ほたる相談室' };
    const isThere = async () =>
      (await db.selectFrom('organization').select('label').execute()).some(
        ({ label }) => label === 'ほたる相談室',
      );
    must(await askForOrganization(db, peer, typed, AT));
    must(await decideWish(db, desk.id, peer.id, false, AT));
    expect([await isThere(), await countWishes(db)]).toEqual([false, 0]);
    must(await askForOrganization(db, peer, typed, AT));
    must(await decideWish(db, desk.id, peer.id, true, AT));
    expect(await isThere()).toBe(true);
  });

  test('is asked for once: the latest wish counts, and it can be taken back', async () => {
    const { db, peer, desk } = await openNetwork();
    const wish = async (newOrganization: string) =>
      must(await askForOrganization(db, peer, { organizationId: '', newOrganization }, AT));
    await wish('ほたる相談室');
    await wish('すずらん相談室');
    expect([await wishOf(db, peer.id), await countWishes(db)]).toEqual(['すずらん相談室', 1]);
    await takeBackWish(db, peer.id);
    expect(await decideWish(db, desk.id, peer.id, true, AT)).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('is another, is known, and is named by a name', async () => {
    const { db, peer } = await openNetwork();
    const problemOf = async (organizationId: string, newOrganization = '') => {
      const asked = await askForOrganization(db, peer, { organizationId, newOrganization }, NOW);
      return asked.ok || asked.refusal.code !== 'invalid' ? undefined : asked.refusal.fields;
    };
    expect(await problemOf(peer.organizationId)).toEqual({ organization: 'same' });
    expect(await problemOf('nosuch')).toEqual({ organization: 'unknown' });
    expect(await problemOf('', 'きた町 090-1234-5678')).toEqual({ newOrganization: 'no-name' });
    expect(await countWishes(db)).toBe(0);
  });
});
