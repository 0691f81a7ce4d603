import { expect, test } from 'vitest';
import { lint } from './engine.ts';
import { gate } from './gate.ts';

const found = (text: string, ...forbiddenWords: string[]) =>
  lint(text, { forbiddenWords }).map(({ ruleId, text: passage }) => [ruleId, passage]);

test('finds each place of a word that the network asks not to write, and nothing without such a list', () => {
  expect(found('困難ケースと呼ばれた困難ケースの件', '困難ケース')).toEqual([
    ['forbidden-word', '困難ケース'],
    ['forbidden-word', '困難ケース'],
  ]);
  expect(found('困難ケースの件')).toEqual([]);
});

test('finds it in any width and case, and a sign in it stands for itself', () => {
  expect(found('ＤＱＮの件、ﾓﾝｽﾀｰ、クレーマー(笑)', 'dqn', 'モンスター', 'クレーマー(笑)')).toEqual([
    ['forbidden-word', 'ＤＱＮ'],
    ['forbidden-word', 'ﾓﾝｽﾀｰ'],
    ['forbidden-word', 'クレーマー(笑)'],
  ]);
  expect(found('aとb、a+b', 'a+b')).toEqual([['forbidden-word', 'a+b']]);
});

test('leaves a Latin word within a longer one', () => {
  expect(found('addressを聞くADDの方', 'ADD')).toEqual([['forbidden-word', 'ADD']]);
});

test('takes no blank word for all there is', () => {
  expect(found('相談の件', '', ' ')).toEqual([]);
});

test('is an error that says so, without a rewrite, and knows neither objection nor reason', () => {
  const fields = { body: '困難ケースの件' };
  const options = { forbiddenWords: ['困難ケース'] };
  const answer = { ruleId: 'forbidden-word', text: '困難ケース' };
  expect(lint(fields.body, options)).toMatchObject([
    { severity: 'error', suggestions: [], message: expect.stringContaining('書かない') },
  ]);
  expect(gate(fields, { ...options, objections: [answer] }).verdict).toBe('refuse');
  const acknowledgements = [{ ...answer, reason: 'public', note: '' } as const];
  expect(gate(fields, { ...options, acknowledgements }).verdict).toBe('refuse');
});

test('is found under a warning that covers it', () => {
  expect(found('43歳の方', '43')).toEqual([['forbidden-word', '43']]);
});
