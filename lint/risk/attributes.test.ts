import { expect, test } from 'vitest';
import { read } from '../reading.ts';
import { normalize } from '../text/normalize.ts';
import { attributesOf } from './attributes.ts';

/** Kind and words of what a text tells of its client, in the order of the text. */
const told = (text: string) =>
  attributesOf(read(normalize(text).text, {}))
    .sort((a, b) => a.start - b.start)
    .map(({ trait, words }) => `${trait.kind} ${words}`);

const ageSexes = (text: string) =>
  attributesOf(read(normalize(text).text, {})).flatMap(({ trait }) =>
    trait.kind === 'age' ? [trait.sex] : [],
  );

test('a text tells place, age, sex, household, nationality and handbook', () => {
  expect(told('東川町に住む４３歳の男性です。ベトナム国籍で、一人暮らし。療育手帳を持っています。')).toEqual([
    'place 東川町',
    'age 43歳',
    'sex 男性',
    'nationality ベトナム',
    'household 一人暮らし',
    'handbook 療育手帳',
  ]);
});

test('what was generalized still tells something', () => {
  expect(told('上川管内の町に住む40代後半の女性で、外国籍の方です。ひとり親です。')).toEqual([
    'place 上川管内の町',
    'age 40代後半',
    'sex 女性',
    'nationality 外国籍',
    'household ひとり親',
  ]);
});

test.each([
  ['小樽市では、50代以上が多いです。本人にも話しました。', []],
  ['単身世帯の基準と、単身赴任の場合を本人に説明しました。', []],
  ['本人は女性相談センターと、母子世帯等向けの貸付を案内されました。', []],
  ['本人は、一人暮らしを始めたいそうです。', []],
  ['療育手帳の申し込み方を、本人に伝えました。', []],
  ['本人の最小3か月分と、集中3日の講座です。', []],
])('programmes, statistics and plans tell nothing of a client: %s', (text, nothing) => {
  expect(told(text)).toEqual(nothing);
});

test.each([
  ['43歳の男性から相談', ['male']],
  ['40代、単身女性の件', ['female']],
  ['母（78歳）と長男（50歳）の世帯', ['female', 'male']],
  ['43歳の方。妻が来所', [undefined]],
])('the sex that stands beside an age goes with it: %s', (text, sexes) => {
  expect(ageSexes(text)).toEqual(sexes);
});
