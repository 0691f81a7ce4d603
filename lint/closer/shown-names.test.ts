import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const namesIn = (text: string) => passages('account-id', text, { tagger });

describe('a name on a network', () => {
  test.each([
    ['LINEはsorachanです', 'sorachan'],
    ['ディスコ：yoru_no_kaze', 'yoru_no_kaze'],
    ['LINEの表示名が☆ゆあ☆0412に変わった', '☆ゆあ☆0412'],
    ['ハンドルネームはくまたろう77', 'くまたろう77'],
    ['フォートナイトの名前はShun_xx_2010', 'Shun_xx_2010'],
    ['minato_kita.9にLINEしてください', 'minato_kita.9'],
    ['line_id: haru-sensei7', 'haru-sensei7'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });
});

test.each([
  '佐藤さんはLINE worksを使う',
  'LINEは使えます。LINEのtalk機能',
  '佐藤さん、IDは12桁で、アカウント名は8文字以上です',
  '佐藤さんのニックネームは3つ',
  '公式LINEはkurashi_netです',
])('others: %s', (text) => {
  expect(namesIn(text)).toEqual([]);
});
