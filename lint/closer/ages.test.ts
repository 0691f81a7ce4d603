import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('exact-age', text, { tagger });

test.each([
  ['本人は昭和51年ごろ大阪の西成で生まれた', ['昭和51年']],
  ['本人の年齢は52と言っていたが、保険証では違う', ['52']],
  ['丸山 葵、26。仕事を探している', ['26']],
  ['相談者　ラフマン・アリ　男　31　日本語は少し', ['31']],
  ['長男　小野　実　五十二　仕事なし', ['五十二']],
])('an age: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each(['昭和26年に北海道で生まれた制度', '本人に、年齢は65以上か聞く', '佐藤さん、3。次に進む'])(
  'none: %s',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);
