import type { Db } from '#db/schema.ts';
import type { SearchIndex } from '#search/port.ts';

export interface MayAnswer {
  /** Of the organization. */
  id: string;
  label: string;
  why:
    | { kind: 'answered'; programme: string; times: number }
    | { kind: 'near' }
    | { kind: 'profile'; programme: string };
}

/** Answers near the question that are looked at. */
const NEAR = 20;
/** The newest questions of the programme whose answers are counted: who answered long ago may have left. */
const RECENT = 400;
/** What each sign is worth, beside an answer to a question of the programme, which is 1. */
const WORTH = { helpful: 1, near: 3, profile: 2, sameArea: 1 };

/**
 * Organizations whose past answers and profile speak for their knowing an answer, the likeliest first. Never the
 * asker's own, and none without members to ask.
 */
export async function whoMayAnswer(
  db: Db,
  index: SearchIndex,
  questionId: string,
  limit: number,
): Promise<MayAnswer[]> {
  const question = await db
    .selectFrom('question')
    .innerJoin('programme', 'programme.slug', 'question.programme')
    .innerJoin('member', 'member.id', 'question.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['question.title', 'question.programme', 'programme.name', 'organization.id as own'])
    .select('organization.area')
    .where('question.id', '=', questionId)
    .executeTakeFirst();
  if (!question) return [];
  const { title, programme, name, own, area } = question;

  const signs = new Map<string, { answered: number; near: number; worth: number }>();
  const of = (organization: string) => {
    const known = signs.get(organization) ?? { answered: 0, near: 0, worth: 0 };
    signs.set(organization, known);
    return known;
  };
  for (const { organization, helpful } of await answersOfProgramme(db, programme)) {
    const sign = of(organization);
    sign.answered += 1;
    sign.worth += 1 + (helpful ? WORTH.helpful : 0);
  }
  const { hits } = await index.query({ words: title, kinds: ['answer'], limit: NEAR, withoutCounts: true });
  const nearIds = hits.map(({ id }) => id.slice('answer:'.length));
  for (const { organization, helpful } of await answersById(db, nearIds)) {
    const sign = of(organization);
    sign.near += 1;
    sign.worth += WORTH.near + (helpful ? WORTH.helpful : 0);
  }

  const organizations = await db
    .selectFrom('organization')
    .select(['id', 'label', 'area', 'programmes'])
    .where('id', '!=', own)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('member')
          .select('member.id')
          .where('member.from_chat', '=', 0)
          .whereRef('member.organization_id', '=', 'organization.id'),
      ),
    )
    .execute();
  return organizations
    .map((organization) => {
      const { answered = 0, near = 0, worth = 0 } = signs.get(organization.id) ?? {};
      const isTheirs = (JSON.parse(organization.programmes) as string[]).includes(programme);
      const isNextDoor = area !== null && organization.area === area;
      const why: MayAnswer['why'] =
        answered > 0
          ? { kind: 'answered', programme: name, times: answered }
          : near > 0
            ? { kind: 'near' }
            : { kind: 'profile', programme: name };
      return {
        id: organization.id,
        label: organization.label,
        why,
        // Being next door alone is no reason.
        isReason: answered > 0 || near > 0 || isTheirs,
        worth: worth + (isTheirs ? WORTH.profile : 0) + (isNextDoor ? WORTH.sameArea : 0),
      };
    })
    .filter(({ isReason }) => isReason)
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, label, why }) => ({ id, label, why }));
}

function answersOfProgramme(db: Db, programme: string) {
  return byOrganization(db)
    .where('answer.question_id', 'in', ({ selectFrom }) =>
      selectFrom(
        selectFrom('question')
          .select('question.id')
          .where('question.status', '=', 'visible')
          .where('question.programme', '=', programme)
          .orderBy('question.asked_at', 'desc')
          .limit(RECENT)
          .as('recent'),
      ).select('recent.id'),
    )
    .execute();
}

async function answersById(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return byOrganization(db)
    .innerJoin('question', 'question.id', 'answer.question_id')
    .where('question.status', '=', 'visible')
    .where('answer.id', 'in', ids)
    .execute();
}

function byOrganization(db: Db) {
  return db
    .selectFrom('answer')
    .innerJoin('member', 'member.id', 'answer.author_id')
    .select(['member.organization_id as organization', 'answer.helpful_at as helpful'])
    .where('answer.status', '=', 'visible');
}
