import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const namesIn = (text: string) => passages('person-name', text, { tagger });

describe('a name is told by', () => {
  test.each([
    ['a relative, where it is a noun', 'ローンの名義は長男の公平）を返せるか。', '公平'],
    ['a child beside another', 'いろはちゃんとそうすけくんが来ました。', 'いろは'],
    ['kin in a row', '家族は、父正、長女舞、三女歩の三人です。', '舞'],
    ['its class', '末っ子の海は小6です。', '海'],
  ])('%s', (_, text, name) => {
    expect(namesIn(text)).toContain(name);
  });
});

test.each([
  '母の日は、父と母の二人で来ました。',
  '娘の将来が心配だと母は言います。',
  '長男の進学）と次女の就職を待ちます。',
])('others: %s', (text) => {
  expect(namesIn(text)).toEqual([]);
});
