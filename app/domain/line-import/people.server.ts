import type { Db, Tx } from '#db/schema.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { wordsInForce } from '../anonymization/settings.server.ts';
import { newId } from '../ids.server.ts';
import { CHAT_ORGANIZATION } from '../organizations/chat.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import type { Whose } from './whose.ts';

/** In the shape of a password's hash (login/password.server.ts), but of none. */
const NOBODYS_PASSWORD = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export interface ChatPerson {
  name: string;
  messages: number;
  whose: Whose;
  /** Who it probably is, where the desk has not told: a member's id. */
  likely: string | null;
}

/** The names of the people in an import, who says most first. */
export async function peopleOf(db: Db, importId: string): Promise<ChatPerson[]> {
  const names = await db
    .selectFrom('line_message')
    .innerJoin('line_talk', 'line_talk.id', 'line_message.talk_id')
    .select(({ fn }) => ['line_message.name', fn.countAll<number>().as('messages')])
    .where('line_talk.import_id', '=', importId)
    .groupBy('line_message.name')
    .execute();
  const told = new Map(
    (await db.selectFrom('line_person').selectAll().execute()).map((row) => [row.name, row]),
  );
  const members = await db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.id', 'member.family_name as familyName', 'organization.label', 'organization.name'])
    .where('member.from_chat', '=', 0)
    .execute();
  return names
    .map(({ name, messages }) => {
      const row = told.get(name);
      const whose: Whose = row?.member_id
        ? { member: row.member_id }
        : row?.organization_id
          ? { organization: row.organization_id }
          : 'anybody';
      const likely = row ? undefined : members.find((member) => isLikely(name, member));
      return { name, messages: Number(messages), whose, likely: likely?.id ?? null };
    })
    .sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1));
}

/** 「江別 山田」 is 山田 of an organization whose name holds 江別. */
function isLikely(name: string, member: { familyName: string; label: string; name: string }): boolean {
  if (!name.includes(member.familyName)) return false;
  const rest = name.replace(member.familyName, ' ').split(/[\s\u3000（）()@＠/／|｜・]+/);
  return rest.some((word) => word.length > 1 && (member.label.includes(word) || member.name.includes(word)));
}

/** Remembers who is who; it counts for what is published from then on. */
export async function setPeople(
  db: Db,
  people: ReadonlyArray<{ name: string; whose: Whose }>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { name, whose } of people) {
      const row = {
        member_id: typeof whose === 'object' && 'member' in whose ? whose.member : null,
        organization_id: typeof whose === 'object' && 'organization' in whose ? whose.organization : null,
      };
      await tx
        .insertInto('line_person')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute();
    }
  });
}

export interface ChatAuthor {
  id: string;
  familyName: string;
  organizationId: string;
  organization: string;
}

/** Under whom something that a name of the chat has said is published. */
export async function authorFor(db: Db, name: string): Promise<ChatAuthor> {
  const told = await db.selectFrom('line_person').selectAll().where('name', '=', name).executeTakeFirst();
  if (told?.member_id) {
    const member = await findAuthor(db, told.member_id);
    if (member) return member;
  }
  const standIn = await standInOf(db, told?.organization_id ?? CHAT_ORGANIZATION.id);
  return standIn;
}

function findAuthor(db: Db | Tx, id: string): Promise<ChatAuthor | undefined> {
  return db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'member.id',
      'member.family_name as familyName',
      'organization.id as organizationId',
      'organization.label as organization',
    ])
    .where('member.id', '=', id)
    .executeTakeFirst();
}

/** The 会員 of an organization, who stands for people of the chat without an account; nobody can log in as they. */
async function standInOf(db: Db, organizationId: string): Promise<ChatAuthor> {
  const checked = await checkAnonymization(db, { name: '会員' }, 'profile', { familyName: '' }, NO_DECISIONS);
  if (checked.verdict !== 'pass') throw new Error('The stand-in’s name is not taken by the check');
  const { name } = checked.texts;
  const id = await db.transaction().execute(async (tx) => {
    if (organizationId === CHAT_ORGANIZATION.id)
      await tx
        .insertInto('organization')
        .values(CHAT_ORGANIZATION)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    const known = await tx
      .selectFrom('member')
      .select('id')
      .where('organization_id', '=', organizationId)
      .where('from_chat', '=', 1)
      .executeTakeFirst();
    if (known) return known.id;
    const made = newId();
    await tx
      .insertInto('member')
      .values({
        id: made,
        organization_id: organizationId,
        family_name: name,
        email: `${made}@chat.invalid`,
        password_hash: NOBODYS_PASSWORD,
        role: 'counselor',
        introduction: NO_TEXT,
        joined_at: new Date(0).toISOString(),
        from_chat: 1,
      })
      .execute();
    return made;
  });
  wordsInForce.forget(db);
  const author = await findAuthor(db, id);
  if (!author) throw new Error(`The stand-in ${id} has no organization`);
  return author;
}
