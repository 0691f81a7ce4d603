import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.server.ts';
import { INVITATION_DAYS } from '#app/domain/members/invitation-days.ts';
import { inviteMember } from '#app/domain/members/invite.server.ts';
import { isEmptyNetwork } from '#app/domain/network/set-up.server.ts';
import { openServices } from '#app/server/services.server.ts';
import type { Role } from '#db/schema.ts';
import { UsageError } from './usage-error.ts';

const ROLES: readonly string[] = ['counselor', 'officer', 'facilitator', 'secretariat'] satisfies Role[];
const isRole = (name: string): name is Role => ROLES.includes(name);

/** `tsunagari invite`: prints an invitation link; an organization that is not there yet is added. */
export async function invite(args: string[]): Promise<number> {
  const { organization, 'family-name': familyName, role } = parse(args);
  if (!organization)
    throw new UsageError('--organization is missing', '--organization に機関名を書いてください');
  if (!familyName) throw new UsageError('--family-name is missing', '--family-name に名字を書いてください');
  if (!isRole(role))
    throw new UsageError(
      `--role must be one of ${ROLES.join(', ')}`,
      `--role は次のどれかです：${ROLES.join('、')}`,
    );
  const config = readConfig(process.env, 'production');
  const { db, close } = await openServices(config);
  try {
    if (await isEmptyNetwork(db))
      throw new UsageError(
        'the network is not set up yet: start the site and open its first-run page',
        'ネットワークの設定がまだです。サイトを動かし、表示されるリンクから始めてください',
      );
    const invited = await inviteMember(
      db,
      'command line',
      { organizationId: '', newOrganization: organization, familyName, role },
      new Date(),
    );
    if (!invited.ok)
      throw new UsageError(
        'the organization or the family name is empty, too long or no name',
        '機関名か名字が、空か、長すぎるか、名前ではないようです',
      );
    process.stdout.write(`${config.origin}/join/${invited.value}\n`);
    process.stderr.write(
      `Valid for ${INVITATION_DAYS} days, once.\n${INVITATION_DAYS}日のあいだ、一回だけ使えます。\n`,
    );
    return 0;
  } finally {
    await close();
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        organization: { type: 'string' },
        'family-name': { type: 'string' },
        role: { type: 'string', default: 'counselor' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, 'オプションの書き方がちがいます');
  }
}
