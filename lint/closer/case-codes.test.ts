import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const numbersIn = (text: string) => passages('case-number', text, { tagger });

describe('a number under which a client is kept', () => {
  test.each([
    ['佐藤さんの整理番号は北-2024-118です', '北-2024-118'],
    ['台帳番号は三一七-二、佐藤さんです', '三一七-二'],
    ['インテーク番号：IN-2024-0077　佐藤さん', 'IN-2024-0077'],
    ['支援ID tsk-00231 佐藤さん', 'tsk-00231'],
    ['被害届の受理番号札東署第2210号は佐藤さんが持っています', '札東署第2210号'],
    ['措置番号 令6措第118号　佐藤さん', '令6措第118号'],
    ['佐藤さん（R5-0877）の更新です', 'R5-0877'],
    ['佐藤さんのファイルは0417-Bです', '0417-B'],
    ['佐藤さん（ケース令5-44）のプラン', '令5-44'],
    ['佐藤さんの背表紙は「06-K-031」です', '06-K-031'],
  ])('%s', (text, number) => {
    expect(numbersIn(text)).toEqual([number]);
  });
});

test.each([
  '佐藤さんの受付は平日9-17時、相談は18-20時です',
  '佐藤さん、受付番号は窓口でお渡しします。100番まで',
  '佐藤さんの書類は様式03-2、社援発0327第2号による',
  '佐藤さんの荷物の送り状番号は1234-5678-9012、契約番号は ABC-12345',
  '佐藤さんのプラン 3-6か月、計画2024-2025年度',
  '佐藤さんへ。申請 101号室の窓口で、ケース会議は203号室です',
])('others: %s', (text) => {
  expect(numbersIn(text)).toEqual([]);
});
