import { expect, test } from 'vitest';
import { addOrganization, ask, must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { inviteMember } from '../members/invite.server.ts';
import { firstSteps } from './first-steps.server.ts';

const introduced = false;

test('the first steps are shown until somebody asks; to invite is the secretariat’s', async () => {
  const { db, asker, desk } = await openNetwork();
  expect(await firstSteps(db, { ...asker, introduced: true })).toEqual({ invited: null, introduced: true });
  expect(await firstSteps(db, { ...desk, introduced })).toEqual({ invited: false, introduced });
  const organizationId = await addOrganization(db);
  must(await inviteMember(db, desk.id, { organizationId, familyName: '中村', role: 'counselor' }, NOW));
  expect(await firstSteps(db, { ...desk, introduced })).toEqual({ invited: true, introduced });
  await ask(db, asker);
  expect(await firstSteps(db, { ...desk, introduced })).toBeNull();
});
