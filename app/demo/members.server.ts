import { checkAnonymization, NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { newId } from '#app/domain/ids.server.ts';
import { hashPassword } from '#app/domain/login/password.server.ts';
import { chooseProgrammes } from '#app/domain/members/invite.server.ts';
import type { Db, Role } from '#db/schema.ts';
import { DemoTextError } from './demo-text-error.ts';
import { organizationId } from './organization-id.ts';
import { daysBefore } from './time.ts';

interface DemoMember {
  key: string;
  familyName: string;
  organizationNo: number;
  email: string;
  role: string;
  introduction: string;
  programmes: string[];
  joinedDaysAgo: number;
}

/** Members of the demo network by their key. */
export type DemoMembers = ReadonlyMap<string, { id: string; familyName: string; organizationNo: number }>;

export async function addMembers(
  db: Db,
  members: DemoMember[],
  password: string,
  now: Date,
): Promise<DemoMembers> {
  // One hash for all: the password is printed at every start, and hashing it for each would take seconds.
  const password_hash = await hashPassword(password);
  const added = new Map<string, { id: string; familyName: string; organizationNo: number }>();
  for (const member of members) {
    const { key, familyName, introduction, organizationNo } = member;
    const checked = await checkAnonymization(
      db,
      { familyName, introduction },
      'profile',
      { familyName },
      NO_DECISIONS,
    );
    if (checked.verdict !== 'pass') throw new DemoTextError(`member ${key}`, checked);
    const id = newId();
    await db
      .insertInto('member')
      .values({
        id,
        organization_id: organizationId(organizationNo),
        family_name: checked.texts.familyName,
        email: member.email,
        password_hash,
        role: member.role as Role,
        introduction: checked.texts.introduction,
        joined_at: daysBefore(now, member.joinedDaysAgo, '10:00').toISOString(),
      })
      .execute();
    await chooseProgrammes(db, id, member.programmes);
    added.set(key, { id, familyName, organizationNo });
  }
  return added;
}
