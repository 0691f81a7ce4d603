import { describe, expect, test } from 'vitest';
import type { LineMessage } from './parse.ts';
import { isCourtesy, talksOf, titleOf } from './talks.ts';

let line = 0;
const message = (at: string, name: string, text: string): LineMessage => {
  const [day = '', time = ''] = at.split(' ');
  line += 1;
  return { line, day, time, name, text, occurrence: 0 };
};

describe('a chat is cut into conversations', () => {
  test('by pauses and questions, while those who reply stay with what they reply to', () => {
    const talks = talksOf([
      message(
        '2025-06-19 09:05',
        '江別 山田',
        'おつかれさまです。面談の録音は、どのように同意をもらっていますか？',
      ),
      message('2025-06-19 09:40', '小樽 林', 'うちは同意書を一枚作りました。控えも渡しています。'),
      message('2025-06-20 18:10', '江別 山田', '林さん、ありがとうございます！'),
      message(
        '2025-06-21 10:00',
        '旭川 森',
        '灯油の助成は、今年も11月からでしょうか。市町村ごとに違うようです。',
      ),
      message('2025-06-21 12:30', '小樽 林', 'うちは12月からです'),
    ]);
    expect(talks.map(({ messages }) => messages.length)).toEqual([3, 2]);
    expect(talks.map(({ kind }) => kind)).toEqual(['thread', 'thread']);
    expect(talks[0]?.title).toBe('面談の録音は、どのように同意をもらっていますか？');
  });

  test('a long text that asks nothing is proposed as a note, greetings are left out', () => {
    const talks = talksOf([
      message(
        '2025-07-01 09:00',
        '事務局 山本',
        `情報交換会のまとめです。${'住まいの相談では、先に不動産店をたずねます。'.repeat(10)}`,
      ),
      message('2025-07-03 09:00', '旭川 森', 'おはようございます'),
    ]);
    expect(talks.map(({ kind }) => kind)).toEqual(['note', 'out']);
  });
});

test('thanks and greetings are courtesy, a question is not', () => {
  expect(['ありがとうございます！', '了解です🙏', '林さん、ありがとうございました'].map(isCourtesy)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['ありがとうございます。様式はどこにありますか', '紙でもらっています'].map(isCourtesy)).toEqual([
    false,
    false,
  ]);
});

test('a title is the sentence that asks, without the greeting', () => {
  expect(titleOf('お疲れ様です。江別の山田です。統計の入力で、再相談はどう数えますか？　急ぎません。')).toBe(
    '統計の入力で、再相談はどう数えますか？',
  );
});
