import { readdirSync } from 'node:fs';
import type { ActionFunction, LoaderFunction } from '@remix-run/node';
import { describe, expect, test, vi } from 'vitest';
import { readConfig } from '#app/config.server.ts';
import { hideIn } from '#app/domain/anonymization/hidden.server.ts';
import { makeFeedLink } from '#app/domain/feeds/feed-link.server.ts';
import { lockFile } from '#app/domain/files/lock.server.ts';
import { hashToken, newId } from '#app/domain/ids.server.ts';
import { takeExport } from '#app/domain/line-import/take.server.ts';
import { makeResetLink } from '#app/domain/login/reset-password.server.ts';
import { publishFigures } from '#app/domain/meeting-figures/meeting-figures.server.ts';
import { candidatesOf } from '#app/domain/meetings/dates/read-dates.server.ts';
import { setDates } from '#app/domain/meetings/dates/set-dates.server.ts';
import { askForOrganization } from '#app/domain/members/affiliation.server.ts';
import { inviteMember } from '#app/domain/members/invite.server.ts';
import { addNote, writeNote } from '#app/domain/notes/add-note.server.ts';
import { editNote } from '#app/domain/notes/edit-note.server.ts';
import { NO_TEXT } from '#app/domain/posts/nothing.ts';
import { reportState } from '#app/domain/reports/read-report.server.ts';
import { makeSurvey } from '#app/domain/surveys/edit-survey.server.ts';
import { servicesOver } from '#app/server/services.server.ts';
import type { Audience, Db } from '#db/schema.ts';
import {
  addMember,
  anonymous,
  answer,
  ask,
  comment,
  DISPUTED,
  must,
  NOW,
  noteDraft,
  noteToAdd,
  openNetwork,
  type TestMember,
} from '../support/builders.server.ts';
import { DIALECT } from '../support/database.server.ts';
import { noteOf } from '../support/files.server.ts';
import { groupsFor, meetingOf, placeFor } from '../support/meetings.server.ts';
import { reportOf } from '../support/reports.server.ts';
import { contextOf } from '../support/route-context.server.ts';
import { openedSurvey, surveyDraft } from '../support/surveys.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

/** A network with one thread, whose every post the author wrote, and one member of each other role. */
async function openWorld() {
  const { db, asker: author, reader: officer, desk: secretariat } = await openNetwork();
  const facilitator = await addMember(db, { familyName: '中村', role: 'facilitator' });
  const question = await ask(db, author, {}, new Date());
  const answered = await answer(db, author, question, {}, new Date());
  const commented = await comment(db, author, answered, {}, new Date());
  const services = await servicesOver(readConfig({}, 'test'), db, DIALECT);
  const note = await noteOf(db, author);
  const persons = { visitor: null, author, officer, facilitator, secretariat };
  return { services, db, persons, author, question, answered, commented, note };
}
type World = Awaited<ReturnType<typeof openWorld>>;
type Person = keyof World['persons'];

/**
 * How a request ends: `in` when it got as far as the page or the domain, `login` when a visitor is shown the way
 * in, else the status that turned it away.
 */
type End = 'in' | 'login' | 401 | 403 | 404;
type Ends = (person: Person, method: 'GET' | 'POST') => End;

const turnedAway = (method: 'GET' | 'POST'): End => (method === 'GET' ? 'login' : 401);
const EVERYBODY: Ends = () => 'in';
const NOBODY: Ends = () => 404;
const MEMBERS: Ends = (person, method) => (person === 'visitor' ? turnedAway(method) : 'in');
const DESK: Ends = (person, method) =>
  person === 'visitor' ? turnedAway(method) : person === 'secretariat' ? 'in' : 403;
const AUTHOR: Ends = (person, method) =>
  person === 'visitor' ? turnedAway(method) : person === 'author' ? 'in' : 404;
const OTHERS: Ends = (person, method) => (person === 'author' ? 403 : MEMBERS(person, method));
const KEEPER_AND_DESK: Ends = (person, method) =>
  person === 'author' || person === 'secretariat' ? 'in' : DESK(person, method);
/** The author is signed up, the facilitator leads a group. */
const PARTICIPANTS: Ends = (person, method) => (person === 'officer' ? 404 : MEMBERS(person, method));
const AUTHOR_AND_DESK: Ends = (person, method) => (person === 'secretariat' ? 'in' : AUTHOR(person, method));

/** The author may read it, so that they learn that the desk decides. */
const DESK_AMONG_AUTHORS: Ends = (person, method) =>
  person === 'author' ? 403 : AUTHOR_AND_DESK(person, method);

/** Results before a survey closes; a page that is open to visitors leads nobody to the login. */
const DESK_AMONG_READERS: Ends = (person) => (person === 'secretariat' ? 'in' : 404);
const EVERYBODY_BUT_VISITORS: Ends = (person) => (person === 'visitor' ? 404 : 'in');
const DESK_ALONE_KNOWS: Ends = (person, method) =>
  person === 'visitor' ? turnedAway(method) : person === 'secretariat' ? 'in' : 404;

interface Walk {
  what: string;
  ends: Ends;
  /** What the route's $parameters are, in their order, with slashes between them. */
  at?: (world: World) => string | Promise<string>;
  /** Query of a GET. */
  query?: (world: World) => string;
  /** Fields of a POST; made anew for each person, since it may use something up. */
  form?: (world: World) => Record<string, string> | Promise<Record<string, string>>;
}

const blank = () => ({});
const fresh = async ({ db, author }: World) => ask(db, author, {}, new Date());
const get = (ends: Ends, at?: Walk['at']): Walk => ({ what: 'GET', ends, at });
const post = (ends: Ends, at?: Walk['at'], form: Walk['form'] = blank, what = 'POST'): Walk => ({
  what,
  ends,
  at,
  form,
});
const question = (world: World) => world.question;
const answered = (world: World) => world.answered;
const commented = (world: World) => world.commented;

/** The same walks for a question, an answer and a comment. */
const everyKind = (walks: (at: NonNullable<Walk['at']>) => Walk[]): Walk[] =>
  (['question', 'answer', 'comment'] as const).flatMap((kind) => {
    const id = { question, answer: answered, comment: commented }[kind];
    return walks((world) => `${kind}/${id(world)}`).map((walk) => ({
      ...walk,
      what: `${walk.what} ${kind}`,
    }));
  });

const onThread = (intent: string, ends: Ends, fields: NonNullable<Walk['form']>): Walk => {
  const form = async (world: World) => ({ intent, ...(await fields(world)) });
  return post(ends, question, form, `POST ${intent}`);
};
const freshQuestion = async (world: World) => ({ kind: 'question', id: await fresh(world) });

/** Who gets how far, route by route. A new route has to say so here. */
const ROUTES: Record<string, Walk[]> = {
  '$.tsx': [get(NOBODY), post(NOBODY)],
  '_index.tsx': [get(MEMBERS)],
  'answers.$id.reply.tsx': [get(MEMBERS, answered), post(MEMBERS, answered)],
  'contact.tsx': [get(EVERYBODY)],
  'desk._index.tsx': [
    get(DESK),
    post(DESK, undefined, async ({ db, author }) => ({
      kind: 'question',
      id: await ask(db, author, DISPUTED),
      intent: 'release',
    })),
    post(
      DESK,
      undefined,
      async ({ db, author }) => ({
        kind: 'question',
        id: await ask(db, author, { ...DISPUTED, title: '別の題' }),
        intent: 'reject',
      }),
      'POST reject',
    ),
    post(
      DESK,
      undefined,
      async ({ db, author }) => ({
        kind: 'question',
        id: await ask(db, author, { ...DISPUTED, title: 'これからも' }),
        intent: 'allow',
      }),
      'POST allow',
    ),
  ],
  'desk.anonymization._index.tsx': [get(DESK), post(DESK)],
  'desk.anonymization.rules.tsx': [
    get(DESK),
    lintChange({ what: 'levels', profile: 'note', reason: '試し' }),
  ],
  'desk.anonymization.people.tsx': [get(DESK), lintChange({ what: 'fewest', people: '20', reason: '試し' })],
  'desk.anonymization.words.tsx': [
    get(DESK),
    lintChange({ what: 'forbid', word: '困難ケース', reason: '試し' }),
    lintChange({ what: 'forbid', word: '困難ケース', reason: '試し', intent: 'save' }),
  ],
  'desk.anonymization.numbers.tsx': [get(DESK), lintChange({ what: 'unpublish', number: '0134-22-3344' })],
  'desk.mail.tsx': [
    get(DESK),
    post(DESK, undefined, async ({ db }) => ({ id: await deadLetter(db), intent: 'drop' })),
  ],
  'desk.search.tsx': [get(DESK), post(DESK, undefined, () => ({ word: 'ふくとう', meanings: '福祉灯油' }))],
  'desk.anonymization.hits.tsx': [
    get(DESK),
    post(DESK, undefined, async (world) => ({ intent: 'hide', id: await hit(world) }), 'POST hide'),
    post(
      DESK,
      undefined,
      async (world) => ({
        intent: 'keep',
        id: await hit(world),
        ruleId: 'forbidden-word',
        passage: '困難ケース',
        reason: '用語です',
      }),
      'POST keep',
    ),
    post(
      DESK,
      undefined,
      async (world) => ({ intent: 'show', kind: 'note', id: await hiddenNote(world) }),
      'POST show',
    ),
  ],
  'desk.import.line._index.tsx': [get(DESK), post(DESK)],
  'desk.import.line.$id._index.tsx': [
    get(DESK, chatImport),
    post(DESK, chatImport, async (world) => ({ intent: 'left', talk: await chatTalk(world) })),
  ],
  'desk.import.line.$id.people.tsx': [get(DESK, chatImport), post(DESK, chatImport)],
  'desk.import.line.$id.$talk.tsx': [
    get(DESK, async (world) => `${await chatImport(world)}/${await chatTalk(world)}`),
    post(
      DESK,
      async (world) => `${await chatImport(world)}/${await chatTalk(world)}`,
      () => ({ intent: 'save', title: '録音の同意' }),
    ),
  ],
  'desk.invitations.tsx': [
    get(DESK),
    post(DESK),
    post(
      DESK,
      undefined,
      async (world) => ({ intent: 'revoke', id: hashToken(await invitation(world)) }),
      'POST revoke',
    ),
  ],
  'desk.organizations.tsx': [
    get(DESK),
    post(
      DESK,
      undefined,
      async ({ db, author }) => {
        const typed = { organizationId: '', newOrganization: 'ほたる相談室' };
        must(await askForOrganization(db, author, typed, new Date()));
        return { intent: 'leave', member: author.id };
      },
      'POST leave',
    ),
  ],
  'desk.passwords.tsx': [get(DESK), post(DESK, undefined, ({ author }) => ({ member: author.id }))],
  'desk.posts.$kind.$id.reject.tsx': [
    get(DESK, async ({ db, author }) => `question/${await ask(db, author, DISPUTED)}`),
  ],
  'figures.tsx': [
    get(DESK_AMONG_READERS),
    {
      ...get(EVERYBODY, async ({ db, persons }) => {
        await publishFigures(db, persons.secretariat.id, true, NOW);
        return '';
      }),
      what: 'GET when they are public',
    },
    post(DESK, undefined, () => ({ intent: 'withdraw' })),
  ],
  'feeds.$token.ts': [
    get(EVERYBODY, async ({ db, author }) => `${await makeFeedLink(db, author.id, false, new Date())}.atom`),
    get(NOBODY, () => 'guess.atom'),
  ],
  'files.$id.ts': [
    get(MEMBERS, noteFile),
    get(PARTICIPANTS, groupPhoto),
    get(onlyMembersLearnThatItIsNotThere, () => 'nosuchfile00'),
  ],
  'files.$id_.delete.tsx': [get(AUTHOR_AND_DESK, noteFile), post(AUTHOR_AND_DESK, noteFile)],
  'files.$id_.open.tsx': [get(EVERYBODY, lockedHandout)],
  'files.$id_.preview.ts': [get(MEMBERS, noteFile)],
  'files.$id_.unlocked.ts': [post(EVERYBODY, lockedHandout), post(MEMBERS, noteFile)],
  'files.add.tsx': [
    { ...get(MEMBERS), query: ({ note }) => `owner=${note}` },
    {
      ...get(onlyMembersLearnThatItIsNotThere),
      query: () => 'owner=note:nosuchnote00',
      what: 'GET for no note',
    },
    post(onlyMembersLearnThatItIsNotThere),
  ],
  'findings.ts': [post(MEMBERS, undefined, () => ({ profile: 'question' }))],
  'guide.tsx': [],
  'guide_.anonymization.tsx': [],
  'join.$token.tsx': [get(EVERYBODY, invitation), post(EVERYBODY, invitation)],
  'login.tsx': [get(EVERYBODY), post(EVERYBODY)],
  'logout.ts': [get(EVERYBODY), post(EVERYBODY)],
  'meetings.$slug._index.tsx': [get(EVERYBODY, publishedMeeting), get(NOBODY, () => 'no-such-meeting')],
  'calendar.$token.ts': [get(NOBODY, () => 'no-such-token-as-this.ics')],
  'meetings.$slug.advance.tsx': [get(MEMBERS, publishedMeeting), post(MEMBERS, publishedMeeting)],
  'meetings.$slug.calendar[.]ics.ts': [get(EVERYBODY, publishedMeeting)],
  'meetings.$slug.cancel.tsx': [get(DESK, publishedMeeting), post(DESK, publishedMeeting)],
  'meetings.$slug.edit.tsx': [get(DESK, publishedMeeting), post(DESK, publishedMeeting)],
  'meetings.$slug.entrance.tsx': [get(DESK, publishedMeeting)],
  'meetings.$slug.guest.$token.tsx': [
    get(NOBODY, () => 'meeting-1/no-such-token'),
    post(NOBODY, () => 'meeting-1/no-such-token'),
  ],
  'meetings.$slug.here.tsx': [get(EVERYBODY, publishedMeeting), post(MEMBERS, publishedMeeting)],
  'meetings.$slug.dates.tsx': [
    get(MEMBERS, plannedMeeting),
    get(onlyMembersLearnThatItIsNotThere, () => 'no-such-meeting'),
    post(MEMBERS, plannedMeeting),
    post(DESK, plannedMeeting, () => ({ intent: 'set' }), 'POST set'),
    post(
      DESK,
      plannedMeeting,
      async (world) => ({ intent: 'fix', date: await candidate(world) }),
      'POST fix',
    ),
  ],
  'meetings.$slug.groups._index.tsx': [
    get(PARTICIPANTS, groupedMeeting),
    get(onlyMembersLearnThatItIsNotThere, () => 'no-such-meeting'),
    ...(['propose', 'show', 'hide'] as const).map((intent) =>
      post(DESK, groupedMeeting, () => ({ intent, experience: 'any' }), `POST ${intent}`),
    ),
    ...(['move', 'unpin'] as const).map((intent) =>
      post(
        DESK,
        groupedMeeting,
        async ({ db }) => {
          const { id } = await db.selectFrom('meeting_signup').select('id').executeTakeFirstOrThrow();
          return { intent, person: id, group: '1' };
        },
        `POST ${intent}`,
      ),
    ),
  ],
  'meetings.$slug.groups.edit.tsx': [get(DESK, groupedMeeting), post(DESK, groupedMeeting)],
  'meetings.$slug.groups.$no._index.tsx': [get(PARTICIPANTS, firstGroup), post(PARTICIPANTS, firstGroup)],
  'meetings.$slug.groups.$no.history.tsx': [get(PARTICIPANTS, firstGroup)],
  'meetings.$slug.groups.$no.text.ts': [
    get(PARTICIPANTS, firstGroup),
    get(onlyMembersLearnThatItIsNotThere, () => 'no-such-meeting/1'),
    post(PARTICIPANTS, firstGroup, () => ({ text: '・灯油のこと', base: '0' })),
  ],
  'meetings.$slug.manage.tsx': [get(DESK, publishedMeeting)],
  'meetings.$slug.mine.$token.tsx': [
    get(NOBODY, () => 'meeting-1/no-such-token'),
    post(NOBODY, () => 'meeting-1/no-such-token'),
  ],
  'meetings.$slug.name-tags.tsx': [get(DESK, publishedMeeting)],
  'meetings.$slug.report._index.tsx': [
    get(EVERYBODY, publicReport),
    get(MEMBERS, membersReport),
    get(onlyMembersLearnThatItIsNotThere, reportDraft),
  ],
  'meetings.$slug.report.edit.tsx': [get(DESK, publishedMeeting), post(DESK, publishedMeeting)],
  'meetings.$slug.report.films.$no.tsx': [
    get(EVERYBODY, async (world) => `${await publicReport(world)}/1`),
    get(MEMBERS, async (world) => `${await membersReport(world)}/1`),
  ],
  'meetings.$slug.report.handouts.tsx': [
    get(DESK, reportDraft),
    post(DESK, reportDraft, async (world) => ({ file: await handout(world), lastDay: '2026-12-31' })),
  ],
  'meetings.$slug.report.history.tsx': [
    get(EVERYBODY, publicReport),
    get(MEMBERS, membersReport),
    get(onlyMembersLearnThatItIsNotThere, reportDraft),
  ],
  'meetings.$slug.report.preview.tsx': [
    get(DESK, reportDraft),
    post(DESK, reportDraft, () => ({ version: '1', audience: 'members' })),
    post(DESK, publicReport, () => ({ intent: 'withdraw' }), 'POST withdraw'),
  ],
  'meetings.$slug.roster.tsx': [get(DESK, publishedMeeting)],
  'meetings.$slug.sign-up.tsx': [get(MEMBERS, publishedMeeting), post(MEMBERS, publishedMeeting)],
  'meetings.$slug.signups.tsx': [get(DESK, publishedMeeting), post(DESK, publishedMeeting)],
  'meetings.$slug.signups[.]xlsx.ts': [get(DESK, publishedMeeting)],
  'meetings.new.tsx': [get(DESK), post(DESK)],
  'meetings.$slug.mine.$token_.survey.$id.tsx': [
    get(NOBODY, async (world) => `meeting-1/no-such-token/${await survey(world)}`),
    post(NOBODY, async (world) => `meeting-1/no-such-token/${await survey(world)}`),
  ],
  'meetings.$slug.survey.tsx': [get(DESK, publishedMeeting)],
  'settings_.calendar.tsx': [get(MEMBERS), post(MEMBERS)],
  'surveys._index.tsx': [get(MEMBERS), post(DESK)],
  'surveys.$id._index.tsx': [
    get(MEMBERS, survey),
    { ...get(onlyMembersLearnThatItIsNotThere, () => 'nosuchsurvey'), what: 'GET of none' },
    { ...get(DESK_ALONE_KNOWS, draftSurvey), what: 'GET of a draft' },
    post(MEMBERS, survey),
  ],
  'surveys.$id.edit.tsx': [
    get(DESK, survey),
    ...(['save', 'add', 'open', 'close', 'show'] as const).map((intent) =>
      post(DESK, survey, () => ({ intent }), `POST ${intent}`),
    ),
  ],
  'surveys.$id.results.tsx': [
    get(DESK_AMONG_READERS, survey),
    { ...get(EVERYBODY_BUT_VISITORS, (world) => closedSurvey(world)), what: 'GET of a closed one' },
    { ...get(EVERYBODY, publicSurvey), what: 'GET of a public one' },
    post(DESK, survey, async (world) => ({ intent: 'remove', text: await surveyText(world) }), 'POST remove'),
  ],
  'surveys.$id.results[.]xlsx.ts': [get(DESK, survey)],
  'surveys.$id.results[.]csv.ts': [get(DESK, survey)],
  'meetings._index.tsx': [get(EVERYBODY), post(MEMBERS)],
  'notes.$slug._index.tsx': [
    get(MEMBERS, keptNote),
    get(EVERYBODY, publicNote),
    get(onlyMembersLearnThatItIsNotThere, () => 'no-such-note'),
    post(MEMBERS, keptNote, () => ({ intent: 'verify' }), 'POST verify'),
    post(MEMBERS, publicNote, () => ({ intent: 'useful' }), 'POST useful'),
  ],
  'notes.$slug.edit.tsx': [get(MEMBERS, publicNote), post(MEMBERS, publicNote)],
  'notes.$slug.export.ts': [get(MEMBERS, publicNote)],
  'notes.$slug.history.tsx': [get(MEMBERS, publicNote)],
  'notes.$slug.settings.tsx': [get(KEEPER_AND_DESK, publicNote), post(KEEPER_AND_DESK, publicNote)],
  'notes.$slug.suggestions.$id.tsx': [
    get(MEMBERS, async (world) => `${await keptNote(world)}/${await suggestion(world)}`),
    post(MEMBERS, async (world) => `${await keptNote(world)}/${await suggestion(world)}`),
  ],
  'notes.held.$id.tsx': [
    get(AUTHOR_AND_DESK, heldNote),
    post(DESK_AMONG_AUTHORS, heldNote, () => ({ intent: 'release' }), 'POST release'),
    post(DESK_AMONG_AUTHORS, heldNote, () => ({ intent: 'return' }), 'POST return'),
    post(AUTHOR, heldNote, () => ({ intent: 'withdraw' }), 'POST withdraw'),
  ],
  'notes._index.tsx': [get(EVERYBODY)],
  'notes.export.ts': [get(MEMBERS)],
  'notes.new.tsx': [get(MEMBERS), post(MEMBERS)],
  'notices.tsx': [get(MEMBERS), post(MEMBERS)],
  'organizations.tsx': [get(MEMBERS)],
  'parts.tsx': [get(EVERYBODY)],
  'posts.$kind.$id.delete.tsx': everyKind((at) => [get(AUTHOR_AND_DESK, at)]),
  'posts.$kind.$id.edit.tsx': everyKind((at) => [get(AUTHOR, at), post(AUTHOR, at)]),
  'posts.$kind.$id.history.tsx': everyKind((at) => [get(MEMBERS, at)]),
  'posts.$kind.$id.report.tsx': everyKind((at) => [get(MEMBERS, at)]),
  'privacy.tsx': [],
  'questions.$id._index.tsx': [
    get(MEMBERS, question),
    get(onlyMembersLearnThatItIsNotThere, () => 'nosuchthread'),
    onThread('post', MEMBERS, blank),
    onThread('check', MEMBERS, blank),
    onThread('same', OTHERS, freshQuestion),
    onThread('helpful', AUTHOR, ({ answered: id }) => ({ kind: 'answer', id })),
    post(AUTHOR, fresh, () => ({ intent: 'ask' }), 'POST ask'),
    onThread('solve', AUTHOR, blank),
    onThread('reopen', AUTHOR, blank),
    onThread('delete', AUTHOR_AND_DESK, freshQuestion),
    onThread('report', MEMBERS, freshQuestion),
  ],
  'questions.$id.note.tsx': [get(MEMBERS, question)],
  'questions.$id.solve.tsx': [get(AUTHOR, question), post(AUTHOR, question)],
  'questions._index.tsx': [get(MEMBERS)],
  'questions.new.tsx': [get(MEMBERS), post(MEMBERS)],
  'reset.$token.tsx': [get(EVERYBODY, resetLink), post(EVERYBODY, resetLink)],
  'rules.tsx': [],
  'search.tsx': [{ ...get(EVERYBODY), query: () => 'q=家賃' }],
  'settings.tsx': [
    get(MEMBERS),
    post(MEMBERS),
    post(MEMBERS, undefined, () => ({ intent: 'password' }), 'POST password'),
    post(MEMBERS, undefined, () => ({ intent: 'mail', way: 'none' }), 'POST mail'),
    post(MEMBERS, undefined, () => ({ intent: 'feed' }), 'POST feed'),
    post(MEMBERS, undefined, () => ({ intent: 'feed-end' }), 'POST feed-end'),
  ],
  'settings_.affiliation.tsx': [
    get(MEMBERS),
    post(MEMBERS),
    post(
      MEMBERS,
      undefined,
      () => ({ intent: 'organization', newOrganization: 'ほたる相談室' }),
      'POST wish',
    ),
    post(MEMBERS, undefined, () => ({ intent: 'take-back' }), 'POST take-back'),
  ],

  'similar.ts': [post(MEMBERS, undefined, () => ({ title: '家賃の滞納' }))],
  'uploads.ts': [post(onlyMembersLearnThatItIsNotThere)],
  'setup.tsx': [
    {
      ...get(EVERYBODY),
      what: 'GET with the code',
      query: ({ services }) => `code=${services.firstRun.open()}`,
    },
    { ...get(NOBODY), what: 'GET without it', query: () => 'code=guess' },
    post(EVERYBODY, undefined, ({ services }) => ({ code: services.firstRun.open() }), 'POST with the code'),
    post(NOBODY, undefined, () => ({ code: 'guess' }), 'POST without it'),
  ],
};

/** A note that the author keeps; the same one when asked again. @returns its slug */
async function keptNote({ db, author }: World, audience: Audience = 'members'): Promise<string> {
  const slug = `tebiki-${audience}`;
  const there = await db.selectFrom('note').select('slug').where('slug', '=', slug).executeTakeFirst();
  if (!there) must(await addNote(db, author, noteToAdd({ slug, audience }), new Date()));
  return slug;
}
function publicNote(world: World): Promise<string> {
  return keptNote(world, 'everyone');
}

/** A survey of the whole network that can be answered; the same one when asked again. @returns its id */
async function survey({ db, persons }: World): Promise<string> {
  const open = db.selectFrom('survey').select('id').where('closes_at', '>', '2098');
  const there = await open.executeTakeFirst();
  return there?.id ?? openedSurvey(db, persons.secretariat, { closesAt: '2099-01-01T12:00' });
}

async function draftSurvey({ db, persons }: World): Promise<string> {
  return must(await makeSurvey(db, persons.secretariat, null, surveyDraft(), new Date()));
}

function closedSurvey({ db, persons }: World, audience: Audience = 'members'): Promise<string> {
  const closesAt = '2020-02-01T12:00';
  return openedSurvey(db, persons.secretariat, { audience, closesAt }, null, new Date('2020-01-01'));
}

function publicSurvey(world: World): Promise<string> {
  return closedSurvey(world, 'everyone');
}

/** What somebody wrote there. @returns its id */
async function surveyText(world: World): Promise<string> {
  const { db } = world;
  const { id: question_id } = await db
    .selectFrom('survey_question')
    .select('id')
    .where('survey_id', '=', await survey(world))
    .where('kind', '=', 'text')
    .executeTakeFirstOrThrow();
  const id = newId();
  await db
    .insertInto('survey_text')
    .values({ id, question_id, respondent: null, body: anonymous('また来ます'), quotable: 0 })
    .execute();
  return id;
}

/** A letter that was given up. @returns the id of its job */
async function deadLetter(db: Db): Promise<string> {
  const id = newId();
  const at = NOW.toISOString();
  const failed = { created_at: at, attempts: 8, try_after: at, dead_at: at, last_error: 'MailRefused' };
  await db
    .insertInto('outbox')
    .values({ id, job: 'mail', subject: `mail:${id}`, ...failed })
    .execute();
  return id;
}

/** A note of the author's that waits for the desk. @returns its id */
async function heldNote({ db, author }: World): Promise<string> {
  const note = { ...noteDraft(DISPUTED), submissionKey: newId(), gathered: null };
  return must(await writeNote(db, author, note, new Date())).slug;
}

/** What a newcomer proposes for that note. @returns its id */
async function suggestion(world: World): Promise<string> {
  const { db } = world;
  const slug = await keptNote(world);
  const { id } = await db.selectFrom('note').select('id').where('slug', '=', slug).executeTakeFirstOrThrow();
  const newcomer = await addMember(db, { familyName: '中村' });
  const edit = { ...noteDraft(), edition: 1, gathered: null, suggestionId: null };
  expect(must(await editNote(db, newcomer, id, edit, NOW))).toEqual({ suggested: true, heldId: null });
  const row = await db
    .selectFrom('note_suggestion')
    .select('id')
    .where('author_id', '=', newcomer.id)
    .executeTakeFirstOrThrow();
  return row.id;
}

function lintChange(form: Record<string, string>): Walk {
  return post(DESK, undefined, () => form, `POST ${form.what} ${form.intent ?? 'preview'}`);
}

/** A question with something to decide about. @returns its id */
async function hit(world: World): Promise<string> {
  const id = await fresh(world);
  const found = { kind: 'question', text_id: id, rule_id: 'forbidden-word', passage: '困難ケース' } as const;
  const open = { found_at: '2026-04-01', decided_by: null, decided_at: null, reason: NO_TEXT };
  await world.db
    .insertInto('recheck_hit')
    .values({ ...found, ...open })
    .execute();
  return id;
}

/** A conversation of the LINE chat that lies on the bench; its id. */
async function chatTalk({ db, persons }: Pick<World, 'db' | 'persons'>): Promise<string> {
  const known = await db.selectFrom('line_talk').select('id').limit(1).executeTakeFirst();
  if (known) return known.id;
  const text =
    '[LINE] ひろばのトーク\n\n2025/06/19(木)\n9:05\tみどり\t面談の録音は、どうしていますか？\n9:10\t林\t同意書です';
  const taken = await takeExport(db, persons.secretariat.id, new TextEncoder().encode(text), new Date());
  if (!taken.ok) throw new Error('The chat was not taken');
  return chatTalk({ db, persons });
}

async function chatImport(world: World): Promise<string> {
  await chatTalk(world);
  const { id } = await world.db.selectFrom('line_import').select('id').executeTakeFirstOrThrow();
  return id;
}

async function hiddenNote({ db }: World): Promise<string> {
  const id = newId();
  await db.transaction().execute((tx) => hideIn(tx, 'desk', 'note', id, new Date()));
  return id;
}

function onlyMembersLearnThatItIsNotThere(person: Person, method: 'GET' | 'POST'): End {
  return person === 'visitor' ? turnedAway(method) : 404;
}

/** A file that the author brought, and its small picture. @returns its id */
async function attachedFile({ db, author }: World, owner: string): Promise<string> {
  const id = newId();
  const hash = hashToken(id);
  const now = new Date().toISOString();
  await db.insertInto('stored_file').values({ hash, bytes: 3, stored_at: now }).execute();
  const told = { name: anonymous('手引き.txt'), kind: 'txt', text: anonymous('手引き') } as const;
  const stored = { hash, preview_hash: hash, added_by: author.id, added_at: now };
  await db
    .insertInto('attachment')
    .values({ id, owner, ...told, ...stored })
    .execute();
  return id;
}

function noteFile(world: World): Promise<string> {
  return attachedFile(world, world.note);
}

/** What a group has photographed. @returns its id */
async function groupPhoto(world: World): Promise<string> {
  return attachedFile(world, `meeting-group:${await groupedMeeting(world)}:1`);
}

const REPORTED = { films: 'https://youtu.be/abcdefghijk｜全体の共有' };

/** A meeting of its own, so that its report is published to nobody else than it says. */
async function reported({ db, persons }: World, slug: string, audience: Audience | null): Promise<string> {
  if (!(await db.selectFrom('meeting').select('slug').where('slug', '=', slug).executeTakeFirst()))
    await meetingOf(db, { slug });
  await reportOf(db, persons.secretariat, slug, { audience, ...REPORTED });
  return slug;
}
function publicReport(world: World): Promise<string> {
  return reported(world, 'reported', 'everyone');
}
function membersReport(world: World): Promise<string> {
  return reported(world, 'reported-inside', 'members');
}
function reportDraft(world: World): Promise<string> {
  return reported(world, 'reported-soon', null);
}

async function handout(world: World): Promise<string> {
  const slug = await publicReport(world);
  return attachedFile(world, `meeting-report:${(await reportState(world.db, slug))?.id}`);
}

async function lockedHandout(world: World): Promise<string> {
  const id = await handout(world);
  const lock = { password: 'none' as const, lastDay: '2020-01-01' };
  must(await lockFile(world.db, world.persons.secretariat, id, lock, NOW));
  return id;
}

async function invitation({ db, author }: World): Promise<string> {
  const invited = { organizationId: author.organizationId, familyName: '渡辺', role: 'counselor' } as const;
  return must(await inviteMember(db, 'desk', invited, new Date()));
}

async function resetLink({ db, author }: World): Promise<string> {
  return must(await makeResetLink(db, 'desk', author.id, new Date()));
}

async function publishedMeeting({ db }: World): Promise<string> {
  const { addMeeting } = await import('#app/domain/meetings/add-meeting.server.ts');
  const slug = 'meeting-1';
  if (await db.selectFrom('meeting').select('slug').where('slug', '=', slug).executeTakeFirst()) return slug;
  const blankFields = {
    startsAt: null,
    endsAt: null,
    participants: null,
    organizations: null,
    numbersLine: null,
  };
  const meeting = {
    slug,
    series: '情報交換会',
    number: 1,
    title: '第1回',
    day: '2026-05-01',
    place: 'オンライン',
  };
  must(await addMeeting(db, { ...meeting, ...blankFields, themes: [], groups: [] }, new Date()));
  return slug;
}

/** A meeting with a group, in which the author takes part and that the facilitator leads; the same when asked again. */
async function groupedMeeting({ db, author, persons }: World): Promise<string> {
  const slug = 'grouped';
  if (await db.selectFrom('meeting').select('slug').where('slug', '=', slug).executeTakeFirst()) return slug;
  await meetingOf(db, { slug });
  await groupsFor(db, slug, ['灯油代の助成'], { facilitator: persons.facilitator });
  await placeFor(db, slug, author, [1]);
  return slug;
}
async function firstGroup(world: World): Promise<string> {
  return `${await groupedMeeting(world)}/1`;
}

/** A meeting whose day is being found; made anew where it is found. */
async function plannedMeeting({ db, persons }: World): Promise<string> {
  const slug = 'planned';
  await db.deleteFrom('meeting').where('slug', '=', slug).execute();
  await meetingOf(db, { slug, status: 'planning' });
  const days = ['2027-01-15', '2027-01-20', '2027-01-22'];
  const drafts = days.map((day) => ({ day, startsAt: '13:30', endsAt: '16:00' }));
  must(await setDates(db, persons.secretariat.id, slug, drafts, NOW));
  return slug;
}

async function candidate(world: World): Promise<string> {
  const [date] = await candidatesOf(world.db, await plannedMeeting(world));
  return date?.id ?? '';
}

interface RouteModule {
  loader?: LoaderFunction;
  action?: ActionFunction;
}
const FILES = readdirSync(new URL('../../app/routes', import.meta.url)).filter((name) =>
  /\.tsx?$/.test(name),
);
const MODULES = import.meta.glob<RouteModule>('../../app/routes/*.{ts,tsx}');
const moduleOf = (file: string) => MODULES[`../../app/routes/${file}`]!();

/** Calls the route as Remix does and says how it ended. */
async function visit(file: string, world: World, walk: Walk, member: TestMember | null): Promise<End> {
  const { loader, action } = await moduleOf(file);
  const url = new URL('http://localhost:3000/page');
  if (walk.query) url.search = walk.query(world);
  const fields = walk.form && (await walk.form(world));
  const request = new Request(url, fields && { method: 'POST', body: new URLSearchParams(fields) });
  const values = (walk.at && (await walk.at(world)))?.split('/') ?? [];
  const names = Array.from(file.matchAll(/\$([a-z]+)/g), ([, name]) => name as string);
  const params = Object.fromEntries(names.map((name, place) => [name, values[place]]));
  const call = fields ? action : loader;
  if (!call) throw new Error(`${file} answers no ${request.method}`);
  const args = { request, params, context: contextOf(world.services, member) };
  // Whoever is turned away is turned away by something thrown.
  return endOf(await thrownBy(() => call(args)), request.method);
}

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

function endOf(thrown: unknown, method: string): End {
  if (thrown instanceof Error) throw thrown;
  if (thrown instanceof Response) {
    return method === 'GET' && thrown.headers.get('Location')?.startsWith('/login') ? 'login' : 'in';
  }
  const status = (thrown as { init: ResponseInit } | undefined)?.init.status;
  return status === 401 || status === 403 || status === 404 ? status : 'in';
}

test('every route says who gets how far', () => {
  expect(Object.keys(ROUTES).toSorted()).toEqual(FILES.toSorted());
});

describe.each(FILES)('%s', (file) => {
  const walks = ROUTES[file] ?? [];

  test('is walked wherever it has a loader or an action', async () => {
    const { loader, action } = await moduleOf(file);
    expect(walks.some(({ form }) => form === undefined)).toBe(loader !== undefined);
    expect(walks.some(({ form }) => form !== undefined)).toBe(action !== undefined);
  });

  if (walks.length === 0) return;

  test('lets in whom it should, and nobody else', async () => {
    const world = await openWorld();
    const [expected, found]: Array<Record<string, End>> = [{}, {}];
    for (const walk of walks) {
      for (const person of Object.keys(world.persons) as Person[]) {
        const name = `${walk.what} by ${person}`;
        expected![name] = walk.ends(person, walk.form ? 'POST' : 'GET');
        found![name] = await visit(file, world, walk, world.persons[person]);
      }
    }
    expect(found).toEqual(expected);
  });
});

test('visitors do not learn the desk’s mail addresses from the contact page', async () => {
  const world = await openWorld();
  const { loader } = await moduleOf('contact.tsx');
  const request = new Request('http://localhost:3000/contact');
  const facts = async (member: TestMember | null) =>
    JSON.stringify(await loader!({ request, params: {}, context: contextOf(world.services, member) }));
  expect(await facts(world.persons.officer)).toContain(world.persons.secretariat.email);
  expect(await facts(null)).not.toContain('@');
});

test('the page of all parts is not there in production', async () => {
  const world = await openWorld();
  const { loader } = await moduleOf('parts.tsx');
  const config = readConfig({}, 'production');
  const context = contextOf(world.services, world.persons.secretariat, { config });
  const request = new Request('http://localhost:3000/parts');
  expect(() => loader!({ request, params: {}, context })).toThrow(
    expect.objectContaining({ init: { status: 404 } }),
  );
});

test('what a visitor typed comes back on the page that asks them to log in', async () => {
  const world = await openWorld();
  const { action } = await moduleOf('questions.new.tsx');
  const body = new URLSearchParams({ title: '書きかけの題', body: '書きかけの本文' });
  const request = new Request('http://localhost:3000/questions/new', { method: 'POST', body });
  const thrown = await thrownBy(() =>
    action!({ request, params: {}, context: contextOf(world.services, null) }),
  );
  expect(thrown).toMatchObject({
    init: { status: 401 },
    data: { kept: { title: '書きかけの題', body: '書きかけの本文' } },
  });
});
