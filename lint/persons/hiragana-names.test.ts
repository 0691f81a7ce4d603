import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const namesIn = (text: string) => passages('person-name', text, { tagger });

describe('a full name in hiragana', () => {
  test.each([
    ['before an honorific', 'さとうけんじさんが来所した。', 'さとうけんじ'],
    ['with は and か in it', '先週たなかはなこさんと、たかはしけんじさんに会いました。', 'たかはしけんじ'],
    ['behind a label', '氏名：わたなべひろし', 'わたなべひろし'],
    ['of a relative', '長男のさとうけんじは中2です。', 'さとうけんじ'],
  ])('is found whole %s', (_, text, name) => {
    expect(namesIn(text)).toContain(name);
  });
});

describe('an honorific that slipped from the keys', () => {
  test.each(['高橋さｎに電話した。', '高橋サンに電話した。', '高橋ｓと面談した。'])('%s', (text) => {
    expect(namesIn(text)).toEqual(['高橋']);
  });
});

test.each([
  'おつかれさまです。みなさんありがとうございます。',
  '算数は九九、理科は「てこ」。中3は入試の過去問。',
  'いつもおせわになっています。おかあさんといっしょに来ました。',
])('others: %s', (text) => {
  expect(namesIn(text)).toEqual([]);
});
