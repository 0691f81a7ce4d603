import type { Db } from '#db/schema.ts';
import { newId } from '../ids.server.ts';
import { hashPassword } from '../login/password.server.ts';
import { checkFamilyName } from '../members/family-name.server.ts';
import {
  collectProblems,
  emailProblem,
  familyNameProblem,
  normalizeEmail,
  passwordProblem,
} from '../members/fields.ts';
import { nameProblem } from '../organizations/name-problem.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { tidy } from '../posts/text-problems.ts';
import { addFirstProgrammes } from './programmes.server.ts';
import { site, writeSetting } from './settings.server.ts';

/** Whether nobody has set up the network yet. */
export async function isEmptyNetwork(db: Db): Promise<boolean> {
  return (await db.selectFrom('member').select('id').limit(1).executeTakeFirst()) === undefined;
}

export interface FirstRun {
  siteName: string;
  networkName: string;
  organizationName: string;
  familyName: string;
  email: string;
  password: string;
}

/**
 * Names the network and makes the secretariat's account, its first member.
 *
 * @returns the member's id; `expired` when somebody has set the network up already
 */
export async function setUpNetwork(db: Db, typed: FirstRun, now: Date): Promise<Outcome<string>> {
  const names = {
    siteName: tidy(typed.siteName),
    networkName: tidy(typed.networkName),
    organizationName: tidy(typed.organizationName),
    familyName: tidy(typed.familyName),
  };
  const email = normalizeEmail(typed.email);
  const fields = collectProblems({
    siteName: nameProblem(names.siteName, 20),
    networkName: nameProblem(names.networkName, 40),
    organizationName: nameProblem(names.organizationName, LIMITS.organization),
    familyName: familyNameProblem(names.familyName),
    email: emailProblem(email),
    password: passwordProblem(typed.password),
  });
  if (fields) return refused({ code: 'invalid', fields });
  const checked = await checkFamilyName(db, names.familyName);
  if (!checked.ok) return checked;
  const password_hash = await hashPassword(typed.password);
  const made = await db.transaction().execute(async (tx) => {
    if (!(await isEmptyNetwork(tx))) return refused({ code: 'expired' });
    await writeSetting(tx, 'site.name', names.siteName);
    await writeSetting(tx, 'site.tagline', names.networkName);
    await addFirstProgrammes(tx);
    const organization_id = newId();
    await tx
      .insertInto('organization')
      .values({
        id: organization_id,
        name: names.organizationName,
        office: null,
        label: names.organizationName,
        kind: '事務局',
        area: null,
        programmes: '[]',
      })
      .execute();
    await enqueue(tx, 'index', `organization:${organization_id}`, now);
    const id = newId();
    await tx
      .insertInto('member')
      .values({
        id,
        organization_id,
        family_name: checked.value,
        email,
        password_hash,
        role: 'secretariat',
        introduction: NO_TEXT,
        joined_at: now.toISOString(),
      })
      .execute();
    return accepted(id);
  });
  site.forget(db);
  return made;
}
