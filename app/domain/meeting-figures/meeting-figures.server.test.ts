import { expect, test, vi } from 'vitest';
import { addMember, addOrganization, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { meetingOf, placeFor } from '#tests/support/meetings.server.ts';
import { figuresArePublic, figuresOverTime, publishFigures } from './meeting-figures.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

test('meetings that are over are counted from those with a place, each reader’s own', async () => {
  const { db, asker, peer, reader } = await openNetwork();
  const organizationId = await addOrganization(db, 'ひやま相談室');
  await db.updateTable('organization').set({ area: '檜山振興局' }).where('id', '=', organizationId).execute();
  await addMember(db, { organizationId });
  for (const [slug, day] of [
    ['first', '2026-01-10'],
    ['second', '2026-02-10'],
    ['to-come', '2026-05-10'],
  ] as const)
    await meetingOf(db, { slug, day });
  await db.updateTable('meeting').set({ audience: 'members' }).where('slug', '=', 'first').execute();
  await placeFor(db, 'first', asker);
  for (const member of [asker, peer, reader]) await placeFor(db, 'second', member);
  await placeFor(db, 'to-come', peer);

  expect(await figuresOverTime(db, 'members', '2026-04-01')).toMatchObject({
    meetings: [
      { slug: 'first', participants: 1, organizations: 1, newcomers: null },
      { slug: 'second', participants: 3, organizations: 3, newcomers: 2, returners: 1 },
    ],
    areas: [
      { area: '檜山振興局', organizations: 1, came: 0, lastDay: null },
      { area: '石狩', organizations: 4, came: 3, lastDay: '2026-02-10' },
    ],
    recorded: 2,
    recordedSince: '2026-01-10',
  });
  expect((await figuresOverTime(db, 'everyone', '2026-04-01')).meetings).toMatchObject([
    { slug: 'second', newcomers: null },
  ]);
});

test('the desk says whether everybody may see them', async () => {
  const { db, desk } = await openNetwork();
  expect(await figuresArePublic(db)).toBe(false);
  await publishFigures(db, desk.id, true, NOW);
  expect(await figuresArePublic(db)).toBe(true);
  await publishFigures(db, desk.id, false, NOW);
  expect(await figuresArePublic(db)).toBe(false);
});
