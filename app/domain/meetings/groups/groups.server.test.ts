import { describe, expect, test, vi } from 'vitest';
import { addMember, must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { groupsFor, meetingOf, placeFor } from '#tests/support/meetings.server.ts';
import { newestMeetingNotices } from '../meeting-notices.server.ts';
import { editGroups, type GroupDraft } from './edit-groups.server.ts';
import { readGroupHistory } from './group-history.server.ts';
import { readGroupText, readTextConflict, saveGroupText } from './group-text.server.ts';
import { mayOpenGroups } from './may-open.server.ts';
import { movePerson, proposeGroups, showGroups, unpinPerson } from './place.server.ts';
import { groupsOf, participantsOf } from './read-groups.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

const draft = (no: number, given: Partial<GroupDraft> = {}): GroupDraft => ({
  no,
  theme: `テーマその${no}`,
  lead: '',
  least: 2,
  most: 8,
  facilitatorId: null,
  ...given,
});

async function openMeeting() {
  const network = await openNetwork();
  const slug = await meetingOf(network.db);
  return { ...network, slug };
}

describe('editing the groups of a meeting', () => {
  test('writes themes, limits and who leads, takes groups away and tells an overtaken editor', async () => {
    const { db, desk, peer, slug } = await openMeeting();
    must(
      await editGroups(db, desk, slug, [draft(1, { facilitatorId: peer.id }), draft(2), draft(3)], 1, NOW),
    );
    expect(await groupsOf(db, slug)).toMatchObject([
      { no: 1, theme: 'テーマその1', least: 2, most: 8, facilitator: { id: peer.id, familyName: '渡辺' } },
      { no: 2 },
      { no: 3 },
    ]);
    const stale = await editGroups(db, desk, slug, [draft(1)], 1, NOW);
    expect(stale).toEqual({ ok: false, refusal: { code: 'changed-meanwhile' } });
    must(await editGroups(db, desk, slug, [draft(1), draft(2, { theme: '  ' }), draft(3)], 2, NOW));
    expect((await groupsOf(db, slug)).map(({ no }) => no)).toEqual([1, 3]);
  });

  test('is refused where it names somebody, where limits cross, or where a group has written something', async () => {
    const { db, desk, asker, slug } = await openMeeting();
    const named = await editGroups(db, desk, slug, [draft(1, { lead: '電話は090-1234-5678' })], 1, NOW);
    expect(named).toMatchObject({ refusal: { code: 'not-anonymous', findings: [{ field: 'lead-1' }] } });
    const crossed = await editGroups(db, desk, slug, [draft(1, { least: 9, most: 3 })], 1, NOW);
    expect(crossed).toMatchObject({ refusal: { fields: { 'least-1': 'bad-limits' } } });
    const unknown = await editGroups(db, desk, slug, [draft(1, { facilitatorId: 'nobody' })], 1, NOW);
    expect(unknown).toMatchObject({ refusal: { fields: { 'facilitator-1': 'unknown' } } });
    expect(await groupsOf(db, slug)).toEqual([]);
    must(await editGroups(db, desk, slug, [draft(1), draft(2)], 1, NOW));
    must(
      await saveGroupText(db, asker, slug, 1, { text: '・灯油のこと', base: 0, acknowledgements: [] }, NOW),
    );
    const kept = await editGroups(db, desk, slug, [draft(2)], 2, NOW);
    expect(kept).toMatchObject({ refusal: { fields: { 'theme-1': 'in-use' } } });
  });
});

describe('placing people', () => {
  test('follows their wishes, leaves whoever was moved by hand, and is shown when the desk says so', async () => {
    const { db, desk, asker, peer, reader, slug } = await openMeeting();
    await groupsFor(db, slug, ['灯油', '家計'], { facilitator: reader });
    const [first, second] = [await placeFor(db, slug, asker, [2]), await placeFor(db, slug, peer, [2])];
    await placeFor(db, slug, reader, [2]);
    const places = async () =>
      Object.fromEntries(
        (await participantsOf(db, slug)).map(({ familyName, group, pinned }) => [
          familyName,
          { group, pinned },
        ]),
      );

    must(await proposeGroups(db, desk.id, slug, 'mixed', NOW));
    expect(await places()).toEqual({
      高橋: { group: 2, pinned: false },
      渡辺: { group: 2, pinned: false },
      // Whoever leads a group is in it.
      小林: { group: 1, pinned: false },
    });
    must(await movePerson(db, slug, first, 1));
    must(await proposeGroups(db, desk.id, slug, 'any', NOW));
    expect((await places()).高橋).toEqual({ group: 1, pinned: true });
    expect(await newestMeetingNotices(db, peer.id, 9)).toEqual([]);
    must(await showGroups(db, desk.id, slug, true, NOW));
    expect(await newestMeetingNotices(db, peer.id, 9)).toMatchObject([{ kind: 'groups-shown', slug }]);
    must(await unpinPerson(db, slug, first));
    must(await proposeGroups(db, desk.id, slug, 'any', NOW));
    expect((await places()).高橋).toEqual({ group: 2, pinned: false });
    expect(await movePerson(db, slug, second, 9)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await movePerson(db, 'other', second, 1)).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('is open to those who take part, who lead a group, and the desk', async () => {
    const { db, desk, asker, peer, reader, slug } = await openMeeting();
    await groupsFor(db, slug, ['灯油'], { facilitator: reader });
    await placeFor(db, slug, asker);
    const open = async (viewer: typeof asker) => mayOpenGroups(db, viewer, slug);
    expect([await open(asker), await open(reader), await open(desk), await open(peer)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('what a group writes', () => {
  const writing = (text: string, base: number) => ({ text, base, acknowledgements: [] });

  test('by two at once stands there whole, and its history says who wrote what', async () => {
    const { db, asker, peer, slug } = await openMeeting();
    await groupsFor(db, slug, ['灯油']);
    must(await saveGroupText(db, asker, slug, 1, writing('・灯油の貸付け', 0), NOW));
    const [one, other] = await Promise.all([
      saveGroupText(db, asker, slug, 1, writing('・灯油の貸付け\n・窓口の時間', 1), NOW),
      saveGroupText(db, peer, slug, 1, writing('・灯油の貸付け\n・年末の食料', 1), NOW),
    ]);
    must(one);
    must(other);
    const text = await readGroupText(db, slug, 1);
    expect(text?.version).toBe(3);
    for (const line of ['・灯油の貸付け', '・窓口の時間', '・年末の食料']) expect(text?.text).toContain(line);
    const history = await readGroupHistory(db, slug, 1);
    expect(history).toHaveLength(2);
    expect(history.map(({ author }) => author.familyName).toSorted()).toEqual(['渡辺', '高橋'].toSorted());
  });

  test('over the same line by two comes back with both, and nothing is stored', async () => {
    const { db, asker, peer, slug } = await openMeeting();
    await groupsFor(db, slug, ['灯油']);
    must(await saveGroupText(db, asker, slug, 1, writing('一行め', 0), NOW));
    must(await saveGroupText(db, asker, slug, 1, writing('一行めを、こう直す', 1), NOW));
    const mine = writing('一行めを、ああ直す', 1);
    expect(await saveGroupText(db, peer, slug, 1, mine, NOW)).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    });
    const conflict = await readTextConflict(db, slug, 1, mine);
    expect(conflict).toMatchObject({ version: 2, conflicts: 1, current: '一行めを、こう直す' });
    expect(conflict?.text).toContain('一行めを、ああ直す');
    const marked = await saveGroupText(db, peer, slug, 1, writing(conflict?.text ?? '', 2), NOW);
    expect(marked).toMatchObject({ refusal: { fields: { text: 'unmerged' } } });
    must(await saveGroupText(db, peer, slug, 1, writing('一行めを、二人で直す', 2), NOW));
  });

  test('that names somebody is stored nowhere; a warning stays with a reason, for the others too', async () => {
    const { db, asker, peer, slug } = await openMeeting();
    await groupsFor(db, slug, ['灯油']);
    const named = await saveGroupText(db, asker, slug, 1, writing('電話は090-1234-5678です', 0), NOW);
    expect(named).toMatchObject({ refusal: { code: 'not-anonymous' } });
    expect(await db.selectFrom('meeting_group_edition').selectAll().execute()).toEqual([]);
    expect((await readGroupText(db, slug, 1))?.text).toBe('');

    const aged = '43歳の男性の相談から話しました。';
    const warned = await saveGroupText(db, asker, slug, 1, writing(aged, 0), NOW);
    const [finding] =
      warned.ok === false && warned.refusal.code === 'not-anonymous' ? warned.refusal.findings : [];
    expect(finding?.severity).toBe('warning');
    const reason = {
      ruleId: finding?.ruleId ?? '',
      text: finding?.text ?? '',
      reason: 'unlinked',
      note: '',
    } as const;
    must(await saveGroupText(db, asker, slug, 1, { text: aged, base: 0, acknowledgements: [reason] }, NOW));
    must(await saveGroupText(db, peer, slug, 1, writing(`${aged}\n・窓口の時間`, 1), NOW));
  });

  test('of a group or over a version that is not there is not found', async () => {
    const { db, asker, slug } = await openMeeting();
    await groupsFor(db, slug, ['灯油']);
    expect(await saveGroupText(db, asker, slug, 2, writing('一', 0), NOW)).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await saveGroupText(db, asker, slug, 1, writing('一', 7), NOW)).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });
});

test('colleagues are told by their organization', async () => {
  const { db, slug } = await openMeeting();
  await groupsFor(db, slug, ['灯油', '家計']);
  const one = await addMember(db, { familyName: '中村' });
  await placeFor(db, slug, one, [1]);
  await placeFor(db, slug, { ...(await addMember(db, { organizationId: one.organizationId })) }, [1, 2]);
  must(await proposeGroups(db, one.id, slug, 'any', NOW));
  expect((await participantsOf(db, slug)).map(({ group }) => group).toSorted()).toEqual([1, 2]);
});
