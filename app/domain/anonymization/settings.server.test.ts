import { describe, expect, test } from 'vitest';
import { ask, must, NOW, openNetwork, questionDraft } from '#tests/support/builders.server.ts';
import { askQuestion } from '../questions/ask.server.ts';
import { saveChange } from './change.server.ts';
import type { LintChange } from './changes.ts';
import { NO_DECISIONS } from './check.server.ts';
import type { Level } from './desk-rules.ts';
import { ruleDecisions } from './lists.server.ts';
import { previewChange } from './preview.server.ts';
import { currentRecheck } from './recheck.server.ts';
import { ruleTitle } from './rule-titles.ts';
import { optionsFor, readLintSettings, wordsInForce } from './settings.server.ts';

const REASON = '会議で決めました';
const allow = (word: string): LintChange => ({ what: 'allow', word, reason: REASON });
const forbid = (word: string): LintChange => ({ what: 'forbid', word, reason: REASON });
const setLevels = (levels: Record<string, Level>, reason = REASON): LintChange => ({
  what: 'levels',
  profile: 'question',
  levels,
  reason,
});
const fewest = (people: string): LintChange => ({ what: 'fewest', people, reason: REASON });

const AGE_STAYS = {
  ...NO_DECISIONS,
  acknowledgements: [{ ruleId: 'exact-age', text: '43歳', reason: 'unlinked', note: '' } as const],
};

/** A network, and whether its gate lets a question through. */
async function openGate() {
  const network = await openNetwork();
  const { db, asker, desk } = network;
  return {
    ...network,
    change: async (change: LintChange) => must(await saveChange(db, desk.id, change, NOW)),
    passes: async (body: string) => (await askQuestion(db, asker, questionDraft({ body }), NOW)).ok,
  };
}

describe('the desk’s settings reach the gate', () => {
  test('a word that is allowed, and no more when it is taken back', async () => {
    const { change, passes } = await openGate();
    expect(await passes('ぽんたさんが来た件です。')).toBe(false);
    await change(allow('ぽんた'));
    expect(await passes('ぽんたさんが来た件です。')).toBe(true);
    await change({ what: 'unallow', word: 'ぽんた' });
    expect(await passes('ぽんたさんが来た件です、また。')).toBe(false);
  });

  test('an allowed word in any width', async () => {
    const { change, passes } = await openGate();
    await change(allow('ﾎﾟﾝﾀ'));
    expect(await passes('ポンタさんが来た件です。')).toBe(true);
  });

  test('a word that is forbidden, and no more when it is taken back', async () => {
    const { change, passes } = await openGate();
    expect(await passes('困難ケースの件です。')).toBe(true);
    await change(forbid('困難ケース'));
    expect(await passes('困難ケースの件です、また。')).toBe(false);
    await change({ what: 'unforbid', word: '困難ケース' });
    expect(await passes('困難ケースの件です、三たび。')).toBe(true);
  });

  test('a rule that is switched off, for its kind of post alone', async () => {
    const { db, change, passes } = await openGate();
    const body = '43歳の方の件です。';
    expect(await passes(body)).toBe(false);
    await change(setLevels({ 'exact-age': 'off' }));
    expect(await passes(body)).toBe(true);
    const { levels } = await readLintSettings(db);
    expect(levels).toEqual({ question: { 'exact-age': 'off' } });
    await change(setLevels({}));
    expect(await passes(`${body}また。`)).toBe(false);
    expect((await readLintSettings(db)).levels).toEqual({});
  });

  test('a rule whose findings are taken lighter: a reason lets them stay, or none is needed', async () => {
    const { db, asker, change, passes } = await openGate();
    const body = '佐藤さんが来た件です。';
    const reason = { ruleId: 'person-name', text: '佐藤', reason: 'public', note: '' } as const;
    const decisions = { ...NO_DECISIONS, acknowledgements: [reason] };
    const withReason = async () => (await askQuestion(db, asker, questionDraft({ body, decisions }), NOW)).ok;
    expect([await passes(body), await withReason()]).toEqual([false, false]);
    await change(setLevels({ 'person-name': 'warning' }));
    expect([await passes(body), await withReason()]).toEqual([false, true]);
    await change(setLevels({ 'person-name': 'info' }));
    expect(await passes(`${body}また。`)).toBe(true);
  });

  test('a rule whose findings are taken heavier: no reason lets them stay', async () => {
    const { db, asker, change } = await openGate();
    const body = '43歳の方の件です。';
    const passesWithReason = async () =>
      (await askQuestion(db, asker, questionDraft({ body, decisions: AGE_STAYS }), NOW)).ok;
    await change(setLevels({ 'exact-age': 'error' }));
    expect(await passesWithReason()).toBe(false);
    await change(setLevels({}));
    expect(await passesWithReason()).toBe(true);
  });

  test('how few people may resemble a client, and whether anybody is told', async () => {
    const { change, passes } = await openGate();
    const body = '上川管内の町に住む40代の男性で、外国籍の方です。家賃を滞納しています。';
    const posted = async () => passes(`${body}${Math.random()}`);
    expect(await posted()).toBe(true);
    await change(fewest('1000'));
    expect(await posted()).toBe(false);
    await change(setLevels({ reidentification: 'off' }));
    expect(await posted()).toBe(true);
    await change(setLevels({}));
    await change(fewest('10'));
    expect(await posted()).toBe(true);
  });

  test('a number that everybody may call', async () => {
    const { change, passes } = await openGate();
    const number = {
      what: 'publish',
      number: '0134-22-3344',
      name: 'みなみ市の窓口',
      reason: REASON,
    } as const;
    expect(await passes('代わりに0134-22-3344です。')).toBe(false);
    await change(number);
    expect(await passes('代わりに（0134）22-3344です。')).toBe(true);
    await change({ what: 'unpublish', number: '0134-22-3344' });
    expect(await passes('代わりに0134-22-3344です、また。')).toBe(false);
  });

  test('the numbers of help lines from the start', async () => {
    const { passes } = await openGate();
    expect(await passes('救急の番号として011-272-7119を渡した件です。')).toBe(true);
    expect(await passes('救急の番号として011-272-7110を渡した件です。')).toBe(false);
  });

  test('and the box in the browser', async () => {
    const { db, change } = await openGate();
    await change(forbid('困難ケース'));
    await change(setLevels({ 'exact-age': 'off', place: 'error' }));
    expect(optionsFor(await wordsInForce.get(db), 'question')).toMatchObject({
      profile: 'question',
      forbiddenWords: ['困難ケース'],
      disabledRules: ['exact-age'],
      severities: { place: 'error' },
      publicNumbers: expect.arrayContaining(['0112727119']),
    });
    expect(optionsFor(await wordsInForce.get(db), 'answer').disabledRules).toEqual([]);
  });
});

describe('a change', () => {
  test('keeps who made it, when and why, and leaves a trace without words', async () => {
    const { db, desk, change } = await openGate();
    await change(forbid('困難ケース'));
    expect(await db.selectFrom('forbidden_word').selectAll().execute()).toEqual([
      { word: '困難ケース', reason: REASON, forbidden_by: desk.id, forbidden_at: NOW.toISOString() },
    ]);
    expect(await db.selectFrom('audit').select(['actor_id', 'action', 'subject']).execute()).toEqual([
      { actor_id: desk.id, action: 'check-forbid', subject: '' },
    ]);
  });

  test.each<[string, LintChange, object]>([
    ['a reason', { ...forbid('困難ケース'), reason: ' ' } as LintChange, { reason: 'missing' }],
    ['a word', forbid('　'), { word: 'missing' }],
    ['a word that is no essay', allow('あ'.repeat(41)), { word: 'too-long' }],
    [
      'a number',
      { what: 'publish', number: '市の窓口', name: '窓口', reason: REASON },
      { number: 'unknown' },
    ],
    ['a rule that there is', setLevels({ 'no-such-rule': 'off' }), { rules: 'unknown' }],
    ['a level that the rule allows', setLevels({ reidentification: 'error' }), { rules: 'unknown' }],
    ['a difference', setLevels({}), { rules: 'same' }],
    ['a reason for letting names pass', setLevels({ 'person-name': 'off' }, ' '), { reason: 'missing' }],
    ['a number of people', fewest('many'), { people: 'unknown' }],
    ['a number of people that is one', fewest('0'), { people: 'unknown' }],
    ['another number of people', fewest('10'), { people: 'same' }],
  ])('needs %s', async (_what, change, fields) => {
    const { db, desk } = await openNetwork();
    const refusal = { ok: false, refusal: { code: 'invalid', fields } };
    expect(await previewChange(db, change)).toMatchObject(refusal);
    expect(await saveChange(db, desk.id, change, NOW)).toMatchObject(refusal);
    expect(await db.selectFrom('recheck').selectAll().execute()).toEqual([]);
  });

  test('of a level is audited by rule, and its reason stays when the rule is back', async () => {
    const { db, desk, change } = await openGate();
    await change(setLevels({ 'person-name': 'info', place: 'off' }, '試しに一週間'));
    await change(setLevels({ place: 'off' }, '試しを終えました'));
    const trace = await db
      .selectFrom('audit')
      .select('subject')
      .where('action', '=', 'check-level')
      .execute();
    expect(trace.map(({ subject }) => subject).toSorted()).toEqual([
      'question:person-name:error',
      'question:person-name:info',
      'question:place:off',
    ]);
    const who = { organization: 'みなみ市 社会福祉課', familyName: desk.familyName };
    expect(await ruleDecisions(db, 'question')).toEqual([
      { rule: '人の名前', value: 'error', reason: '試しを終えました', who, at: NOW.toISOString() },
      { rule: ruleTitle('place'), value: 'off', reason: '試しに一週間', who, at: NOW.toISOString() },
      { rule: '人の名前', value: 'info', reason: '試しに一週間', who, at: NOW.toISOString() },
    ]);
  });

  test('gives a reason that names nobody, but may quote the word that it allows', async () => {
    const { db, desk } = await openNetwork();
    const save = (change: LintChange) => saveChange(db, desk.id, change, NOW);
    expect(await save({ what: 'allow', word: 'ぽんた', reason: '佐藤さんの犬の名前です' })).toMatchObject({
      refusal: { code: 'not-anonymous', findings: [{ field: 'reason', text: '佐藤' }] },
    });
    expect(await save({ what: 'allow', word: 'ぽんた', reason: 'ぽんたさんは着ぐるみです' })).toMatchObject({
      ok: true,
    });
  });

  test('forbids no name: the list of forbidden words stands in every member’s browser', async () => {
    const { db, desk } = await openNetwork();
    expect(await saveChange(db, desk.id, forbid('佐藤花子さん'), NOW)).toMatchObject({
      refusal: { code: 'not-anonymous', findings: [{ field: 'word' }] },
    });
  });

  test('that makes no difference to the check asks for no recheck', async () => {
    const { db, change } = await openGate();
    await change(forbid('困難ケース'));
    const { askedAt } = (await currentRecheck(db))!;
    await change({ ...forbid('困難ケース'), reason: '理由を書き直しました' } as LintChange);
    expect(await db.selectFrom('recheck').select('asked_at').execute()).toEqual([{ asked_at: askedAt }]);
  });
});

describe('a preview', () => {
  test('tells which of the newest posts would be judged differently, and changes nothing', async () => {
    const { db, asker } = await openNetwork();
    const id = await ask(db, asker, { title: '困難ケースへの声かけ' });
    await ask(db, asker, { title: '別の題' });
    const preview = must(await previewChange(db, forbid('困難ケース')));
    expect(preview).toEqual({
      texts: 2,
      more: [
        {
          href: `/questions/${id}`,
          title: '困難ケースへの声かけ',
          passages: [{ ruleId: 'forbidden-word', passage: '困難ケース', severity: 'error' }],
        },
      ],
      fewer: [],
      otherwise: [],
      silenced: [],
    });
    expect((await readLintSettings(db)).forbiddenWords).toEqual([]);
  });

  test('tells what would be found no more, and looks at the kind of post that is switched', async () => {
    const { db, asker } = await openNetwork();
    await ask(db, asker, { body: '43歳の方の件です。', decisions: AGE_STAYS });
    const off = setLevels({ 'exact-age': 'off' });
    expect(must(await previewChange(db, off))).toMatchObject({
      texts: 1,
      more: [],
      fewer: [{ passages: [{ ruleId: 'exact-age', passage: '43歳' }] }],
    });
    const inNotes = { ...off, profile: 'note' } as LintChange;
    expect(must(await previewChange(db, inNotes))).toMatchObject({ texts: 0, more: [], fewer: [] });
  });

  test('tells what would be taken lighter or heavier, and which names and numbers would stop nobody', async () => {
    const { db, asker } = await openNetwork();
    await ask(db, asker, { body: '上川管内の町に住む43歳の方の件です。', decisions: AGE_STAYS });
    expect(must(await previewChange(db, setLevels({ 'exact-age': 'error' })))).toMatchObject({
      more: [],
      fewer: [],
      otherwise: [{ passages: [{ passage: '43歳', was: 'warning', severity: 'error' }] }],
      silenced: [],
    });
    const lighter = setLevels({ 'exact-age': 'info', 'person-name': 'info', 'phone-number': 'warning' });
    expect(must(await previewChange(db, lighter))).toMatchObject({
      otherwise: [{ passages: [{ passage: '43歳', was: 'warning', severity: 'info' }] }],
      silenced: [{ id: 'person-name' }],
    });
  });

  test('tells what another number of people would find', async () => {
    const { db, asker } = await openNetwork();
    await ask(db, asker, { body: '上川管内の町に住む40代の男性で、外国籍の方です。家賃を滞納しています。' });
    expect(must(await previewChange(db, fewest('1000')))).toMatchObject({
      more: [{ passages: [{ ruleId: 'reidentification' }] }],
    });
    expect(must(await previewChange(db, fewest('11')))).toMatchObject({ texts: 1, more: [] });
  });
});
