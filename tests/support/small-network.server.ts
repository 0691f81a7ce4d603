import { inviteMember, joinNetwork } from '#app/domain/members/invite.server.ts';
import { setUpNetwork } from '#app/domain/network/set-up.server.ts';
import { addOrganization } from '#app/domain/organizations/list.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import type { Db } from '#db/schema.ts';
import { type Account, ASKER, DESK, PEER } from './accounts.ts';

/** The secretariat and two counselors of different organizations, who came the way everybody comes. */
export async function fillSmallNetwork(db: Db): Promise<void> {
  const now = new Date();
  const names = {
    siteName: 'つながり',
    networkName: '試験のネットワーク',
    organizationName: DESK.organization,
  };
  must(await setUpNetwork(db, { ...DESK, ...names }, now));
  for (const account of [ASKER, PEER]) await join(db, account, now);
}

async function join(
  db: Db,
  { email, password, familyName, organization }: Account,
  now: Date,
): Promise<void> {
  const organizationId = await db.transaction().execute((tx) => addOrganization(tx, organization, now));
  const token = must(await inviteMember(db, 'tests', { organizationId, familyName, role: 'counselor' }, now));
  const introduction = '相談を受けています。よろしくお願いします。';
  must(await joinNetwork(db, token, { email, password, introduction, programmes: [] }, now));
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`The small network could not be made: ${JSON.stringify(outcome.refusal)}`);
}
