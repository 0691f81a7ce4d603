import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('nationality', text, { tagger });

test.each([
  ['本人はカンボジアで高校まで出て、昨年来日', ['カンボジア']],
  ['ソニアさんはペルーの実家へ毎月送金している', ['ペルー']],
  ['氏名　マイ・リン\n国籍・地域　ベトナム', ['ベトナム']],
  ['・グレイスさん（フィリピン、29歳）', ['フィリピン']],
  ['・ハッサン：パキスタン。夜勤のあとに来る', ['パキスタン']],
  ['本人の国籍「ネパール」は消す', ['ネパール']],
])('whose country: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '本人の子どもにタイの子ども向けの教材を渡した',
  'インド料理、タイ料理の順に出す',
  '中国の家族制度',
])('nobody’s: %s', (text) => {
  expect(found(text)).toEqual([]);
});
