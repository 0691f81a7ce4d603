import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import {
  addMember,
  ask,
  DISPUTED,
  later,
  must,
  NOW,
  openNetwork,
  questionDraft,
  tallies,
} from '#tests/support/builders.server.ts';
import { NO_DECISIONS } from '../anonymization/check.server.ts';
import { newId } from '../ids.server.ts';
import { CASE_TEMPLATE } from '../posts/case.ts';
import { deleteOwnPost } from '../posts/delete.server.ts';
import { askQuestion, type QuestionDraft } from './ask.server.ts';
import { countQuestions } from './tally.server.ts';

/** Everything that could hold a word of what was typed. */
async function everythingStored(db: Db) {
  return {
    question: await db.selectFrom('question').selectAll().execute(),
    question_tag: await db.selectFrom('question_tag').selectAll().execute(),
    question_tally: await db.selectFrom('question_tally').selectAll().execute(),
    kept_warning: await db.selectFrom('kept_warning').selectAll().execute(),
    objection: await db.selectFrom('objection').selectAll().execute(),
    revision: await db.selectFrom('revision').selectAll().execute(),
    notice: await db.selectFrom('notice').selectAll().execute(),
    outbox: await db.selectFrom('outbox').selectAll().execute(),
    audit: await db.selectFrom('audit').selectAll().execute(),
  };
}
const NOTHING = {
  question: [],
  question_tag: [],
  question_tally: [],
  kept_warning: [],
  objection: [],
  revision: [],
  notice: [],
  outbox: [],
  audit: [],
};

describe('asking a question', () => {
  test('publishes it with its tags, its first words and its HTML', async () => {
    const { db, asker } = await openNetwork();
    const asked = await askQuestion(
      db,
      asker,
      questionDraft({
        title: ' 年末年始の\n 連絡先 ',
        body: '\r\n**一行目**\r\n二行目\r\n',
        tags: '年末年始 ８０５０',
      }),
      NOW,
    );
    expect(asked).toEqual({
      ok: true,
      value: { id: expect.stringMatching(/^[a-z0-9]{12}$/), waiting: false },
    });
    expect(await db.selectFrom('question').selectAll().executeTakeFirstOrThrow()).toMatchObject({
      author_id: asker.id,
      programme: 'soudan',
      title: '年末年始の 連絡先',
      body: '**一行目**\n二行目',
      body_html: '<p><strong>一行目</strong><br />二行目</p>\n',
      lead: '一行目 二行目',
      status: 'visible',
      state: 'open',
      asked_at: '2026-04-01T00:00:00.000Z',
      answer_count: 0,
      version: 1,
    });
    const tags = await db.selectFrom('question_tag').select('tag').orderBy('tag').execute();
    expect(tags.map(({ tag }) => tag)).toEqual(['8050', '年末年始']);
  });

  test('counts it under its programme and tags, and hands it to the index through the outbox', async () => {
    const { db, asker } = await openNetwork();
    const id = await ask(db, asker, { programme: 'kakei', tags: '録音' });
    const { stored, counted } = await tallies(db);
    expect(stored).toEqual({ 'all open': 1, 'programme:kakei open': 1, 'tag:録音 open': 1 });
    expect(counted).toEqual(stored);
    expect(await db.selectFrom('outbox').select(['job', 'subject', 'attempts']).execute()).toEqual([
      { job: 'index', subject: `question:${id}`, attempts: 0 },
    ]);
  });

  test.each([
    ['a name', '佐藤さんから相談を受けました。', 'person-name', 0, 2],
    ['a postal code', '〒047-0034 の方です。', 'postal-code', 1, 9],
    ['a mobile number', '連絡先は090-1234-5678です。', 'phone-number', 4, 17],
    ['a mail address', '宛先は taro@example.com です。', 'email-address', 4, 20],
    ['an exact age without a reason', '43歳の男性です。', 'exact-age', 0, 3],
  ])('is refused when it carries %s, and stores nothing', async (_, body, ruleId, start, end) => {
    const { db, asker } = await openNetwork();
    expect(await askQuestion(db, asker, questionDraft({ body, tags: '録音' }), NOW)).toMatchObject({
      ok: false,
      refusal: { code: 'not-anonymous', findings: [{ field: 'body', ruleId, start, end }] },
    });
    expect(await everythingStored(db)).toEqual(NOTHING);
  });

  test('checks title, body and tags as one document', async () => {
    const { db, asker } = await openNetwork();
    const draft = questionDraft({
      title: '佐藤の件について',
      body: '佐藤さんの仕事が心配です。',
      tags: '佐藤',
    });
    const asked = await askQuestion(db, asker, draft, NOW);
    if (asked.ok || asked.refusal.code !== 'not-anonymous') throw new Error('It was not refused');
    const found = asked.refusal.findings.filter(({ ruleId }) => ruleId === 'person-name');
    expect(found.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'title 佐藤',
      'body 佐藤',
      'tags 佐藤',
    ]);
    expect(new Set(found.map(({ suggestions }) => suggestions[0]?.replacement))).toEqual(new Set(['Ａ']));
    expect(await everythingStored(db)).toEqual(NOTHING);
  });

  test('lets the author sign and address members by name, but not tell of a client who has a member’s name', async () => {
    const { db } = await openNetwork();
    const author = await addMember(db, { familyName: '佐藤' });
    await addMember(db, { familyName: '田中' });
    const signed = {
      body: '小樽の佐藤です。\n田中さん、先日はありがとうございました。進め方を教えてください。',
    };
    expect(await askQuestion(db, author, questionDraft(signed), NOW)).toMatchObject({ ok: true });
    const told = { body: '小樽の佐藤です。\n先月、田中さんが仕事を失いました。' };
    expect(await askQuestion(db, author, questionDraft(told), NOW)).toMatchObject({
      ok: false,
      refusal: { findings: [{ text: '田中' }] },
    });
  });
});

describe('a warning', () => {
  const body = '43歳の男性です。';
  const keep = (reason: 'public' | 'unlinked' | 'other', note: string) => ({
    ...NO_DECISIONS,
    acknowledgements: [{ ruleId: 'exact-age', text: '43歳', reason, note }],
  });

  test.each([
    ['public information', keep('public', '')],
    ['not tied to anybody', keep('unlinked', '')],
    ['something else, with a note', keep('other', '統計の例です')],
  ])('stays where its author says why: %s', async (_, decisions) => {
    const { db, asker } = await openNetwork();
    const id = await ask(db, asker, { body, decisions });
    const { reason, note } = decisions.acknowledgements[0]!;
    expect(await db.selectFrom('kept_warning').selectAll().execute()).toEqual([
      { post_id: id, rule_id: 'exact-age', passage: '43歳', reason, note },
    ]);
    expect(await countQuestions(db, 'all')).toMatchObject({ open: 1 });
  });

  test.each([
    ['the reason is something else and the note blank', keep('other', ' \u3000')],
    [
      'the reason was given for another passage',
      {
        ...NO_DECISIONS,
        acknowledgements: [{ ruleId: 'exact-age', text: '44歳', reason: 'public' as const, note: '' }],
      },
    ],
    [
      'an error was called a warning',
      {
        ...NO_DECISIONS,
        objections: [{ ruleId: 'exact-age', text: '43歳' }],
      },
    ],
  ])('is refused where %s', async (_, decisions) => {
    const { db, asker } = await openNetwork();
    const asked = await askQuestion(db, asker, questionDraft({ body, decisions }), NOW);
    expect(asked).toMatchObject({ ok: false, refusal: { code: 'not-anonymous' } });
    expect(await everythingStored(db)).toEqual(NOTHING);
  });

  test.each([
    ['that names somebody', keep('other', '佐藤さんの件なので、電話は090-1234-5678へ'), 'names-somebody'],
    ['that names somebody beside a reason', keep('public', '佐藤さんの件です'), 'names-somebody'],
    ['that is too long', keep('other', 'あ'.repeat(201)), 'too-long'],
    ['that is blank', keep('other', ' '), 'missing'],
  ])('does not stay because of a note %s, and the refusal says so', async (_, decisions, problem) => {
    const { db, asker } = await openNetwork();
    const asked = await askQuestion(db, asker, questionDraft({ body, decisions }), NOW);
    expect(asked).toMatchObject({
      ok: false,
      refusal: { code: 'not-anonymous', unfit: [{ ruleId: 'exact-age', text: '43歳', problem }] },
    });
    expect(await everythingStored(db)).toEqual(NOTHING);
  });
});

describe('an objection', () => {
  test('makes the question wait: stored, but neither counted nor indexed', async () => {
    const { db, asker } = await openNetwork();
    const asked = await askQuestion(db, asker, questionDraft({ ...DISPUTED, tags: '録音' }), NOW);
    expect(asked).toMatchObject({ ok: true, value: { waiting: true } });
    const stored = await everythingStored(db);
    expect(stored.question).toMatchObject([{ status: 'waiting', body: DISPUTED.body }]);
    expect(stored.objection).toMatchObject([
      { post_id: stored.question[0]?.id, kind: 'question', rule_id: 'person-name', passage: '佐藤' },
    ]);
    expect(stored).toMatchObject({ question_tally: [], outbox: [] });
  });

  test('does not help against an error that is certain', async () => {
    const { db, asker } = await openNetwork();
    const body = '連絡先は090-1234-5678です。';
    const decisions = { ...NO_DECISIONS, objections: [{ ruleId: 'phone-number', text: '090-1234-5678' }] };
    const asked = await askQuestion(db, asker, questionDraft({ body, decisions }), NOW);
    expect(asked).toMatchObject({
      ok: false,
      refusal: { code: 'not-anonymous', findings: [{ certain: true }] },
    });
    expect(await everythingStored(db)).toEqual(NOTHING);
  });

  test('counts for the passage that it names and no other', async () => {
    const { db, asker } = await openNetwork();
    const body = '佐藤さんと鈴木さんから相談がありました。';
    const asked = await askQuestion(db, asker, questionDraft({ ...DISPUTED, body }), NOW);
    expect(asked).toMatchObject({ ok: false });
    expect(await everythingStored(db)).toEqual(NOTHING);
  });
});

describe('the fields of a question', () => {
  test.each([
    [
      'blank',
      { title: ' ', body: '\u200b', programme: '' },
      { title: 'missing', body: 'missing', programme: 'missing' },
    ],
    [
      'a body with nothing but the headings of a case',
      { body: CASE_TEMPLATE.replaceAll('\n', '\r\n') },
      { body: 'missing' },
    ],
    [
      'too long',
      { title: 'あ'.repeat(81), body: 'あ'.repeat(8001) },
      { title: 'too-long', body: 'too-long' },
    ],
    ['an unknown programme', { programme: 'nowhere' }, { programme: 'unknown' }],
    ['a programme with NUL in it', { programme: 'soudan\u0000' }, { programme: 'unknown' }],
    ['six tags', { tags: '一 二 三 四 五 六' }, { tags: 'too-many' }],
    ['a tag that is a sentence', { tags: 'あ'.repeat(21) }, { tags: 'too-long' }],
    [
      'control characters',
      { title: 'あ\u0007', tags: 'い\u0000' },
      { title: 'control-characters', tags: 'control-characters' },
    ],
    ['hidden direction marks', { body: '090\u202e8765' }, { body: 'control-characters' }],
  ])('are all named when they are wrong: %s', async (_, wrong, fields) => {
    const { db, asker } = await openNetwork();
    const asked = await askQuestion(db, asker, questionDraft(wrong), NOW);
    expect(asked).toEqual({ ok: false, refusal: { code: 'invalid', fields } });
    expect(await everythingStored(db)).toEqual(NOTHING);
  });

  test('are named together with the passages that name somebody', async () => {
    const { db, asker } = await openNetwork();
    const draft = questionDraft({ title: '', programme: '', body: '佐藤さんのことです。' });
    expect(await askQuestion(db, asker, draft, NOW)).toMatchObject({
      ok: false,
      refusal: {
        code: 'not-anonymous',
        findings: [{ text: '佐藤' }],
        fields: { title: 'missing', programme: 'missing' },
      },
    });
    expect(await everythingStored(db)).toEqual(NOTHING);
  });

  test('may be filled to the last character', async () => {
    const { db, asker } = await openNetwork();
    const full = { title: 'あ'.repeat(80), body: 'い'.repeat(8000), tags: `${'う'.repeat(20)} 二 三 四 五` };
    expect(await askQuestion(db, asker, questionDraft(full), NOW)).toMatchObject({ ok: true });
  });
});

describe('sending twice', () => {
  test('is one question: a double click, a retry on a bad line', async () => {
    const { db, asker } = await openNetwork();
    const draft = questionDraft({ tags: '録音' });
    const [first, second] = await Promise.all([
      askQuestion(db, asker, draft, NOW),
      askQuestion(db, asker, draft, NOW),
    ]);
    expect(second).toEqual(first);
    expect(await db.selectFrom('question').selectAll().execute()).toHaveLength(1);
    expect((await tallies(db)).stored).toEqual({
      'all open': 1,
      'programme:soudan open': 1,
      'tag:録音 open': 1,
    });
    expect(await db.selectFrom('outbox').selectAll().execute()).toHaveLength(1);
  });

  test('from a form that was asked for anew is one question, while nothing in it is changed', async () => {
    const { db, asker } = await openNetwork();
    const draft = questionDraft({ tags: '録音 年末年始' });
    const anew = (changes: Partial<QuestionDraft>) =>
      questionDraft({ ...draft, ...changes, submissionKey: newId() });
    const first = await ask(db, asker, draft);
    expect(await ask(db, asker, anew({ tags: '年末年始 録音' }), later(20))).toBe(first);
    const others = [
      await ask(db, asker, anew({ tags: '録音' }), later(20)),
      await ask(db, asker, anew({ programme: 'kakei' }), later(20)),
      await ask(db, asker, anew({ title: '別の題' }), later(20)),
      await ask(db, asker, anew({}), later(120)),
    ];
    expect(new Set([first, ...others]).size).toBe(5);
  });

  test('after it was deleted is a new question', async () => {
    const { db, asker } = await openNetwork();
    const draft = questionDraft();
    const first = await ask(db, asker, draft);
    must(await deleteOwnPost(db, asker.id, 'question', first, later(1)));
    expect(await ask(db, asker, { ...draft, submissionKey: newId() }, later(2))).not.toBe(first);
  });

  test('by two members is two questions, whatever key their forms carry', async () => {
    const { db, asker, peer } = await openNetwork();
    const draft = questionDraft();
    await ask(db, asker, draft);
    await ask(db, peer, draft);
    expect(await countQuestions(db, 'all')).toMatchObject({ open: 2, total: 2 });
  });
});
