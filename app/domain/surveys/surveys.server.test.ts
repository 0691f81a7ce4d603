import { describe, expect, test, vi } from 'vitest';
import { addMember, anonymous, later, must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { meetingOf, placeFor } from '#tests/support/meetings.server.ts';
import { answerAs, openedSurvey, surveyDraft } from '#tests/support/surveys.server.ts';
import { hideIn } from '../anonymization/hidden.server.ts';
import { openHits } from '../anonymization/hits.server.ts';
import { publishedTexts } from '../anonymization/texts.server.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { closeSurvey, openSurvey, showResults } from './conduct-survey.server.ts';
import { editSurvey, makeSurvey } from './edit-survey.server.ts';
import { ownAnswers } from './own-answers.server.ts';
import { findSurvey, questionsOf } from './read-survey.server.ts';
import { removeSurveyText } from './remove-text.server.ts';
import { repliesByPerson } from './replies.server.ts';
import { memberAsked } from './respondent.server.ts';
import { maySeeResults, meetingResults, readResults } from './results.server.ts';
import { surveysToAnswer } from './to-answer.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

const AFTER = new Date('2026-06-01T00:00:00.000Z');

/** A network with more people who answer. */
async function openCrowd() {
  const network = await openNetwork();
  const crowd = [network.asker, network.peer, network.reader];
  for (const familyName of ['加藤', '伊藤']) crowd.push(await addMember(network.db, { familyName }));
  return { ...network, crowd };
}

describe('making a survey', () => {
  test('writes questions of four kinds, and nobody is asked before it opens', async () => {
    const { db, desk, asker } = await openNetwork();
    const id = must(await makeSurvey(db, desk, null, surveyDraft(), NOW));
    const questions = await questionsOf(db, id);
    expect(questions.map(({ kind }) => kind)).toEqual(['single', 'multiple', 'scale', 'text']);
    expect(questions[2]?.choices.map(({ label }) => label)).toEqual([
      '1　話しにくい',
      '2',
      '3',
      '4',
      '5　話しやすい',
    ]);
    expect(await surveysToAnswer(db, asker, NOW)).toEqual([]);
    expect(await answerAs(db, asker, id, { 0: [1] })).toMatchObject({ refusal: { code: 'survey-closed' } });
    must(await openSurvey(db, desk.id, id, NOW));
    expect(await surveysToAnswer(db, asker, NOW)).toMatchObject([{ id, answered: false }]);
  });

  test('is refused where a question has one choice, is blank, or names somebody', async () => {
    const { db, desk } = await openNetwork();
    const one = surveyDraft({
      questions: [
        { id: '', kind: 'single', body: 'どれですか', choices: '住まい' },
        { id: '', kind: 'text', body: ' ', choices: '' },
      ],
    });
    expect(await makeSurvey(db, desk, null, one, NOW)).toMatchObject({
      refusal: { code: 'invalid', fields: { 'choices-0': 'too-few', 'ask-1': 'missing' } },
    });
    const named = surveyDraft({
      questions: [{ id: '', kind: 'single', body: 'どれ', choices: '住まい\n電話 090-1234-5678' }],
    });
    expect(await makeSurvey(db, desk, null, named, NOW)).toMatchObject({
      refusal: { code: 'not-anonymous', findings: [{ field: 'choices-0' }] },
    });
    expect(await db.selectFrom('survey').selectAll().execute()).toEqual([]);
  });

  test('opens only for a date that lies ahead', async () => {
    const { db, desk } = await openNetwork();
    const open = async (closesAt: string) =>
      openSurvey(db, desk.id, must(await makeSurvey(db, desk, null, surveyDraft({ closesAt }), NOW)), NOW);
    expect(await open('')).toMatchObject({ refusal: { fields: { surveyClosesAt: 'missing' } } });
    expect(await open('2026-03-01T12:00')).toMatchObject({
      refusal: { fields: { surveyClosesAt: 'bad-time' } },
    });
    expect(await open('2026-04-01T09:01')).toMatchObject({ ok: true });
  });
});

describe('editing a survey', () => {
  test('that nobody has answered may change everything, and tells an overtaken editor', async () => {
    const { db, desk } = await openNetwork();
    const id = must(await makeSurvey(db, desk, null, surveyDraft(), NOW));
    const [first] = await questionsOf(db, id);
    const draft = surveyDraft({
      questions: [
        { id: '', kind: 'text', body: '近況', choices: '' },
        { id: first?.id ?? '', kind: 'multiple', body: '役に立ちましたか', choices: 'はい\nいいえ' },
      ],
    });
    must(await editSurvey(db, desk, id, 1, draft, NOW));
    expect(await questionsOf(db, id)).toMatchObject([
      { kind: 'text', body: '近況' },
      { id: first?.id, kind: 'multiple', choices: [{ label: 'はい' }, { label: 'いいえ' }] },
    ]);
    expect(await editSurvey(db, desk, id, 1, draft, NOW)).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    });
  });

  test('that was opened keeps its promise of anonymity, before anybody has answered', async () => {
    const { db, desk } = await openNetwork();
    const id = await openedSurvey(db, desk);
    const { version } = (await findSurvey(db, id)) ?? { version: 0 };
    expect(await editSurvey(db, desk, id, version, surveyDraft({ anonymous: false }), NOW)).toMatchObject({
      refusal: { fields: { anonymous: 'answered' } },
    });
  });

  test('of a meeting that was hidden is nowhere', async () => {
    const { db, desk } = await openNetwork();
    const slug = await meetingOf(db);
    const id = await openedSurvey(db, desk, {}, slug);
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'meeting', slug, NOW));
    expect(await findSurvey(db, id)).toBeUndefined();
  });

  test('that was answered may change words, but nothing that was answered', async () => {
    const { db, desk, asker } = await openNetwork();
    const id = await openedSurvey(db, desk);
    must(await answerAs(db, asker, id, { 0: [2] }));
    const version = (await findSurvey(db, id))?.version ?? 0;
    const questions = (await questionsOf(db, id)).map((question, index) => ({
      id: question.id,
      kind: question.kind,
      body: question.body,
      choices: surveyDraft().questions[index]?.choices ?? '',
    }));
    const edit = (given: Parameters<typeof surveyDraft>[0]) =>
      editSurvey(db, desk, id, version, surveyDraft({ questions, ...given }), NOW);
    const [first, ...rest] = questions;
    if (!first) throw new Error('There are no questions');
    expect(await edit({ questions: rest })).toMatchObject({ refusal: { fields: { questions: 'answered' } } });
    expect(await edit({ questions: [...rest, first] })).toMatchObject({
      refusal: { fields: { questions: 'answered' } },
    });
    expect(await edit({ anonymous: false })).toMatchObject({
      refusal: { fields: { anonymous: 'answered' } },
    });
    expect(
      await edit({ questions: [{ ...first, choices: 'とても\nあまり\nまあまあ' }, ...rest] }),
    ).toMatchObject({ refusal: { fields: { 'choices-0': 'answered' } } });
    expect(await edit({ questions: [{ ...first, kind: 'multiple' }, ...rest] })).toMatchObject({
      refusal: { fields: { 'choices-0': 'answered' } },
    });
    must(await edit({ title: '会のふりかえり', questions: [{ ...first, body: '役立ちましたか' }, ...rest] }));
    expect((await questionsOf(db, id))[0]).toMatchObject({
      body: '役立ちましたか',
      answered: 1,
      choices: [{ chosen: 0 }, { chosen: 1 }, { chosen: 0 }],
    });
  });
});

describe('answering', () => {
  test('is for those with a place in the meeting', async () => {
    const { db, desk, asker, peer } = await openNetwork();
    const slug = await meetingOf(db);
    await placeFor(db, slug, asker);
    const survey = await findSurvey(db, await openedSurvey(db, desk, {}, slug));
    if (!survey) throw new Error('There is no survey');
    expect(await memberAsked(db, survey, asker)).toMatchObject({ key: `member:${asker.id}` });
    expect(await memberAsked(db, survey, peer)).toBeUndefined();
    expect(await surveysToAnswer(db, asker, NOW, slug)).toHaveLength(1);
    expect(await surveysToAnswer(db, asker, NOW, 'another')).toEqual([]);
  });

  test('counts each question by those who answered it', async () => {
    const { db, desk, crowd } = await openCrowd();
    const id = await openedSurvey(db, desk);
    const [a, b, c, d] = crowd;
    if (!a || !b || !c || !d) throw new Error('Too few people');
    must(await answerAs(db, a, id, { 0: [1], 1: [1, 3], 2: [5], 3: 'よかったです' }));
    must(await answerAs(db, b, id, { 0: [1], 1: [1] }));
    must(await answerAs(db, c, id, { 0: [3], 2: [2] }));
    // A choice that is not offered is none, and of one choice the first counts.
    must(await answerAs(db, d, id, { 0: [2, 1, 9] }));
    expect(await readResults(db, id, 'desk', NOW)).toMatchObject({
      answers: 4,
      asked: 6,
      questions: [
        {
          n: 4,
          choices: [
            { count: 3, percent: '75.0' },
            { count: 0, percent: '0.0' },
            { count: 1, percent: '25.0' },
          ],
        },
        { n: 2, choices: [{ count: 2, percent: '100.0' }, { count: 0 }, { count: 1, percent: '50.0' }] },
        { n: 2, mean: '3.5' },
        { n: 1, texts: [{ body: 'よかったです' }] },
      ],
    });
  });

  test('without an answer, or after it closed, is refused', async () => {
    const { db, desk, asker } = await openNetwork();
    const id = await openedSurvey(db, desk);
    expect(await answerAs(db, asker, id, { 3: '　 ' })).toMatchObject({
      refusal: { fields: { survey: 'missing' } },
    });
    expect(await answerAs(db, asker, id, { 0: [1] }, AFTER)).toMatchObject({
      refusal: { code: 'survey-closed' },
    });
    must(await closeSurvey(db, desk.id, id, NOW));
    expect(await answerAs(db, asker, id, { 0: [1] }, later(1))).toMatchObject({
      refusal: { code: 'survey-closed' },
    });
  });

  test('with a name in a free text is refused and leaves nothing', async () => {
    const { db, desk, asker } = await openNetwork();
    const id = await openedSurvey(db, desk);
    expect(await answerAs(db, asker, id, { 0: [1], 3: '佐藤さんの件が心配です' })).toMatchObject({
      refusal: { code: 'not-anonymous', findings: [{ field: 'answer-3', shown: '佐藤さん' }] },
    });
    expect(await db.selectFrom('survey_respondent').selectAll().execute()).toEqual([]);
    expect((await questionsOf(db, id)).map(({ answered }) => answered)).toEqual([0, 0, 0, 0]);
  });

  test('by name may be changed until it closes, and is counted once', async () => {
    const { db, desk, asker } = await openNetwork();
    const id = await openedSurvey(db, desk, { anonymous: false });
    must(await answerAs(db, asker, id, { 0: [1], 1: [1, 2], 3: 'はじめの感想' }));
    must(await answerAs(db, asker, id, { 0: [3], 3: 'あとの感想' }));
    const results = await readResults(db, id, 'desk', NOW);
    expect(results).toMatchObject({
      answers: 1,
      questions: [
        { n: 1, choices: [{ count: 0 }, { count: 0 }, { count: 1 }] },
        { n: 0, choices: [{ count: 0 }, { count: 0 }, { count: 0 }] },
        { n: 0 },
        { n: 1, texts: [{ body: 'あとの感想' }] },
      ],
    });
    const own = await ownAnswers(db, id, `member:${asker.id}`);
    expect([...own.values()]).toMatchObject([{ choices: [3] }, { text: 'あとの感想' }]);
    expect(await repliesByPerson(db, id)).toMatchObject([{ familyName: '高橋' }]);
  });

  test('at once by ten people loses nobody', async () => {
    const { db, desk } = await openNetwork();
    const id = await openedSurvey(db, desk);
    const people = [];
    for (let one = 0; one < 10; one += 1) people.push(await addMember(db));
    await Promise.all(people.map(async (member) => must(await answerAs(db, member, id, { 0: [1] }))));
    const [again] = people;
    if (!again) throw new Error('Nobody');
    expect(await answerAs(db, again, id, { 0: [2] })).toMatchObject({
      refusal: { code: 'answered-already' },
    });
    expect(await readResults(db, id, 'desk', NOW)).toMatchObject({
      answers: 10,
      questions: [{ n: 10, choices: [{ count: 10 }, { count: 0 }, { count: 0 }] }, {}, {}, {}],
    });
  });
});

describe('results', () => {
  test('are for the desk at once, for members when it closed or was shown, for visitors as the desk says', async () => {
    const { db, desk } = await openNetwork();
    const survey = async (id: string) => {
      const found = await findSurvey(db, id);
      if (!found) throw new Error('There is no survey');
      return found;
    };
    const id = await openedSurvey(db, desk);
    const may = async (now: Date) => {
      const found = await survey(id);
      return (['desk', 'members', 'everyone'] as const).filter((reader) => maySeeResults(found, reader, now));
    };
    expect(await may(NOW)).toEqual(['desk']);
    expect(await may(AFTER)).toEqual(['desk', 'members']);
    must(await showResults(db, desk.id, id, true, NOW));
    expect(await may(NOW)).toEqual(['desk', 'members']);
    const open = await survey(await openedSurvey(db, desk, { audience: 'everyone' }));
    expect(maySeeResults(open, 'everyone', NOW)).toBe(false);
    expect(maySeeResults(open, 'everyone', AFTER)).toBe(true);
  });

  test('of a meeting show visitors only the words that may be quoted', async () => {
    const { db, desk, crowd } = await openCrowd();
    const slug = await meetingOf(db);
    const id = await openedSurvey(db, desk, { audience: 'everyone' }, slug);
    for (const member of crowd) must(await answerAs(db, member, id, { 0: [1], 3: 'また来ます' }));
    await db
      .updateTable('survey_text')
      .set({ quotable: 1 })
      .where('id', '=', ({ selectFrom }) => selectFrom('survey_text').select('id').orderBy('id').limit(1))
      .execute();
    const texts = async (reader: 'everyone' | 'members') =>
      (await meetingResults(db, slug, reader, AFTER))[0]?.questions[3]?.texts.length;
    expect(await texts('members')).toBe(5);
    expect(await texts('everyone')).toBe(1);
    expect(await meetingResults(db, slug, 'everyone', NOW)).toEqual([]);
  });

  test('lose a text that the desk takes out, and n with it', async () => {
    const { db, desk, crowd } = await openCrowd();
    const id = await openedSurvey(db, desk);
    for (const member of crowd) must(await answerAs(db, member, id, { 3: 'また来ます' }));
    const texts = async () => (await readResults(db, id, 'desk', NOW))?.questions[3];
    const text = (await texts())?.texts[0]?.id ?? '';
    must(await removeSurveyText(db, desk.id, id, text, NOW));
    expect(await texts()).toMatchObject({ n: 4, texts: { length: 4 } });
    expect(await removeSurveyText(db, desk.id, id, text, NOW)).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });
});

test('a recheck reads a survey as one text: what is asked, and what people have written', async () => {
  const { db, desk, asker } = await openNetwork();
  const id = await openedSurvey(db, desk);
  must(await answerAs(db, asker, id, { 3: '灯油の話をまた聞きたいです' }));
  const [text] = await publishedTexts(db, 'survey', { ids: [id] });
  expect(text).toMatchObject({ profile: 'report', title: '会のアンケート', href: `/surveys/${id}/results` });
  for (const word of ['役に立ちましたか', '話しにくい', '灯油の話'])
    expect(text?.fields.earlier).toContain(word);
  await db.transaction().execute((tx) => hideIn(tx, desk.id, 'survey', id, NOW));
  expect(await findSurvey(db, id)).toBeUndefined();
  expect(await publishedTexts(db, 'survey', { ids: [id] })).toEqual([]);
});

test('what was found in a text, and why it had stayed, goes with the text', async () => {
  const { db, desk, crowd } = await openCrowd();
  const id = await openedSurvey(db, desk);
  const [first, ...others] = crowd;
  if (!first) throw new Error('Nobody');
  must(await answerAs(db, first, id, { 3: '困難ケースの話がよかったです' }));
  for (const member of others) must(await answerAs(db, member, id, { 3: '灯油の話がよかったです' }));
  const hit = { kind: 'survey', text_id: id, rule_id: 'forbidden-word', found_at: '2026-04-01' } as const;
  for (const passage of ['困難ケース', '灯油'])
    await db
      .insertInto('recheck_hit')
      .values({ ...hit, passage, decided_by: null, decided_at: null, reason: NO_TEXT })
      .execute();
  for (const passage of ['困難ケース', '灯油'])
    await db
      .insertInto('kept_warning')
      .values({ post_id: id, rule_id: 'place', passage: anonymous(passage), reason: 'public', note: NO_TEXT })
      .execute();
  const texts = (await readResults(db, id, 'desk', NOW))?.questions[3]?.texts ?? [];
  const found = texts.find(({ body }) => body.includes('困難ケース'));
  must(await removeSurveyText(db, desk.id, id, found?.id ?? '', NOW));
  expect((await openHits(db, 9)).map(({ passage }) => passage)).toEqual(['灯油']);
  expect(await db.selectFrom('kept_warning').select('passage').execute()).toEqual([{ passage: '灯油' }]);
});
