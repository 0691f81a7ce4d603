import { describe, expect, test } from 'vitest';
import { saveChange } from '#app/domain/anonymization/change.server.ts';
import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { answerQuestion } from '#app/domain/answers/answer.server.ts';
import { commentOnAnswer } from '#app/domain/comments/comment.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { editPost } from '#app/domain/posts/edit.server.ts';
import { askQuestion } from '#app/domain/questions/ask.server.ts';
import { solveQuestion } from '#app/domain/questions/solve.server.ts';
import {
  answer,
  ask,
  later,
  must,
  NOW,
  openNetwork,
  questionDraft,
  replyDraft,
} from '../support/builders.server.ts';

/** Says of somebody what many people share, and a town what its few people do; together it is too much. */
const WHO = 'Ａさんは40代の男性で、外国籍の方です。家賃を滞納しています。';
const WHERE = '音威子府村にいたときは、村の社協に頼めました。';

/** Passages of the estimate's warnings in what was refused; undefined where it was accepted. */
function warned(outcome: Outcome<unknown>): string[] | undefined {
  if (outcome.ok) return undefined;
  expect(outcome.refusal.code).toBe('not-anonymous');
  const { findings } = outcome.refusal as Extract<typeof outcome.refusal, { code: 'not-anonymous' }>;
  return findings.filter(({ ruleId }) => ruleId === 'reidentification').map(({ text }) => text);
}

const kept = (text: string, ruleId = 'reidentification') => ({
  ...NO_DECISIONS,
  acknowledgements: [{ ruleId, text, reason: 'unlinked' as const, note: '' }],
});

describe('what a thread tells of somebody', () => {
  test('is counted together with the answer that is written for it', async () => {
    const { db, asker, peer } = await openNetwork();
    const elsewhere = await ask(db, asker);
    expect(
      warned(await answerQuestion(db, peer, elsewhere, replyDraft({ body: WHERE }), NOW)),
    ).toBeUndefined();
    const id = await ask(db, asker, { body: WHO });
    expect(warned(await answerQuestion(db, peer, id, replyDraft({ body: WHERE }), NOW))).toEqual([
      '音威子府村',
    ]);
    expect(await db.selectFrom('answer').select('question_id').execute()).toEqual([
      { question_id: elsewhere },
    ]);
  });

  test('is counted together with comments and the outcome', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker, { body: WHO });
    const answered = await answer(db, peer, id);
    const draft = replyDraft({ body: WHERE });
    expect(warned(await commentOnAnswer(db, peer, answered, draft, NOW))).toEqual(['音威子府村']);
    const outcome = { text: WHERE, decisions: NO_DECISIONS };
    expect(warned(await solveQuestion(db, asker, id, outcome, NOW))).toEqual(['音威子府村']);
  });

  test('is counted with what answers have added, once everybody sees them', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const plain = { body: '家賃を滞納している方の相談です。' };
    const added = { body: 'うちにも40代の男性で、外国籍の方がいました。佐藤さんのような相談です。' };
    const decisions = { ...NO_DECISIONS, objections: [{ ruleId: 'person-name', text: '佐藤' }] };
    const waiting = await ask(db, asker, plain);
    await answer(db, peer, waiting, { ...added, decisions });
    const where = () => replyDraft({ body: WHERE });
    expect(warned(await answerQuestion(db, reader, waiting, where(), NOW))).toBeUndefined();
    const seen = await ask(db, asker, plain, later(60));
    await answer(db, peer, seen, { body: added.body.replace('佐藤さん', 'Ａさん') });
    expect(warned(await answerQuestion(db, reader, seen, where(), NOW))).toEqual(['音威子府村']);
  });

  test('leaves out the old text of what is edited', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker, { body: WHO });
    const decisions = kept('音威子府村');
    const answered = await answer(db, peer, id, { body: WHERE, decisions });
    const edit = { title: '', programme: '', tags: '', editCount: 0, decisions: NO_DECISIONS };
    const still = await editPost(db, peer, 'answer', answered, { ...edit, body: `${WHERE}いまも。` }, NOW);
    expect(warned(still)).toEqual(['音威子府村']);
    const wider = { ...edit, body: '上川管内の町村にいたときは、社協に頼めました。' };
    expect((await editPost(db, peer, 'answer', answered, wider, NOW)).ok).toBe(true);
    const question = { ...edit, title: '家賃の滞納', programme: 'soudan', body: WHO.replace('外国籍の', '') };
    expect((await editPost(db, asker, 'question', id, question, NOW)).ok).toBe(true);
    expect((await answerQuestion(db, peer, id, replyDraft({ body: WHERE }), NOW)).ok).toBe(true);
  });
});

describe('the warning', () => {
  const BODY = '音威子府村にいる40代の男性で、外国籍の方です。家賃を滞納しています。';

  test('stays until its author says why the passage may stand, or the text says less', async () => {
    const { db, asker } = await openNetwork();
    const asked = async (body: string, decisions = NO_DECISIONS) =>
      warned(await askQuestion(db, asker, questionDraft({ body, decisions }), NOW));
    expect(await asked(BODY)).toEqual(['音威子府村']);
    // A reason for the town alone was given without knowing of the combination.
    expect(await asked(BODY, kept('音威子府村', 'place'))).toEqual(['音威子府村']);
    expect(await asked(BODY, kept('音威子府村'))).toBeUndefined();
    expect(await db.selectFrom('kept_warning').select(['rule_id', 'passage']).execute()).toEqual([
      { rule_id: 'reidentification', passage: '音威子府村' },
    ]);
    expect(await asked(BODY.replace('音威子府村', '上川管内の町村'))).toBeUndefined();
  });

  test('comes from as few people as the network has set', async () => {
    const { db, asker, desk } = await openNetwork();
    const asked = async (body: string) => warned(await askQuestion(db, asker, questionDraft({ body }), NOW));
    const set = async (people: string) =>
      must(await saveChange(db, desk.id, { what: 'fewest', people, reason: '試しに' }, NOW));
    const general = BODY.replace('音威子府村', '上川管内の町村');
    await set('1000');
    expect(await asked(general)).toEqual(['上川管内の町村']);
    await set('10');
    expect(await asked(general)).toBeUndefined();
  });
});
