import { describe, expect, test } from 'vitest';
import { decodeExport, NoTextError } from './decode.ts';
import { type LineChat, parseExport } from './parse.ts';

const said = (chat: LineChat) => chat.messages.map(({ day, time, name, text }) => [day, time, name, text]);

describe('an export of an iPhone', () => {
  const text = [
    '[LINE] 道内困窮支援のトーク履歴',
    '保存日時：2025/07/24 14:30',
    '',
    '2025/06/19(木)',
    '09:05\t江別 山田\t"おはようございます。',
    '録音の同意は、どう取っていますか？"',
    '09:12\t小樽 佐藤\tうちは紙で"同意書"をもらっています',
    '09:13\t\t小樽 佐藤がグループに参加しました。',
    '09:14\t江別 山田\t[スタンプ]',
    '09:15\t江別 山田\t[ノート] 年末年始の開所',
    '24:53\t江別 山田\t夜分にすみません',
    '',
    '2025/06/20(金)',
    '10:00\t\tよく分からない知らせ',
  ]
    .join('\r\n')
    .replace('ございます。\r\n', 'ございます。\n');

  test('gives who said what and when; quoted messages go over several lines', () => {
    expect(said(parseExport(text))).toEqual([
      ['2025-06-19', '09:05', '江別 山田', 'おはようございます。\n録音の同意は、どう取っていますか？'],
      ['2025-06-19', '09:12', '小樽 佐藤', 'うちは紙で"同意書"をもらっています'],
      ['2025-06-20', '00:53', '江別 山田', '夜分にすみません'],
    ]);
  });

  test('leaves out what LINE says, and tells what is not understood with its line', () => {
    const chat = parseExport(text);
    expect(chat).toMatchObject({ room: '道内困窮支援', leftOut: 3 });
    expect(chat.unknown).toEqual([{ line: 14, text: '10:00\t\tよく分からない知らせ' }]);
  });
});

describe('an export of an open chat on Android', () => {
  const text = [
    '\uFEFF[LINE] 困窮支援ひろばのトーク',
    '保存日時：2023/12/8 午後1:16',
    '',
    '2023/12/8(金)',
    '午前12:03\tみどり🌿\t起きている方いますか',
    '午前11:24\tAuto-reply\tようこそ',
    '午前11:50\tはまなす\t年末の窓口の予定です',
    '28日まで開けます',
    '2023/12/9(日)',
    '2023/12/1(金)',
    '午前12:03\tはまなす\tお昼に失礼します',
    '午後1:05\tみどり🌿がトークに参加しました',
    '午後1:06\tみどり🌿\tタブ\tの入った文',
  ].join('\n');

  test('goes on over lines without quotation marks; a day that was pasted is none', () => {
    expect(said(parseExport(text))).toEqual([
      ['2023-12-08', '00:03', 'みどり🌿', '起きている方いますか'],
      [
        '2023-12-08',
        '11:50',
        'はまなす',
        '年末の窓口の予定です\n28日まで開けます\n2023/12/9(日)\n2023/12/1(金)',
      ],
      ['2023-12-08', '12:03', 'はまなす', 'お昼に失礼します'],
      ['2023-12-08', '13:06', 'みどり🌿', 'タブ\tの入った文'],
    ]);
  });
});

describe('an export of a computer', () => {
  const text = [
    '2026.08.24 月曜日',
    '10:00 空知 花 空知 花が参加しました。',
    '10:01 空知 花 よろしくお願いします',
    '10:02 渡辺 画像',
    '10:03 渡辺 写真の撮り方を教えてください',
    'できれば今週中に',
    '10:04 渡辺がメッセージの送信を取り消しました',
    '',
    '2026.8.25 火曜日',
    '9:00 空知 花 ☎ 通話時間 1:23',
    '9:01 空知 花 撮り方はこうです',
  ].join('\n');

  test('names with spaces are learned from LINE’s own rows', () => {
    const chat = parseExport(text);
    expect(said(chat)).toEqual([
      ['2026-08-24', '10:01', '空知 花', 'よろしくお願いします'],
      ['2026-08-24', '10:03', '渡辺', '写真の撮り方を教えてください\nできれば今週中に'],
      ['2026-08-25', '09:01', '空知 花', '撮り方はこうです'],
    ]);
    expect(chat).toMatchObject({ leftOut: 4, unknown: [] });
  });
});

test('the same words at the same minute are told apart by their order', () => {
  const text = '[LINE] Aとのトーク履歴\n\n2025/06/19(木)\n09:05\tA\tはい\n09:05\tA\tはい';
  expect(parseExport(text).messages.map(({ occurrence }) => occurrence)).toEqual([0, 1]);
});

test('what begins with a quotation mark of its author is no quote', () => {
  const text =
    '[LINE] Aとのトーク履歴\n\n2025/06/19(木)\n09:05\tA\t"自立"とは何か\n09:06\tB\tむずかしいですね';
  expect(said(parseExport(text)).map(([, , , words]) => words)).toEqual([
    '"自立"とは何か',
    'むずかしいですね',
  ]);
});

test('a file that is no chat tells each of its lines', () => {
  expect(parseExport('買い物\nたまご')).toMatchObject({
    messages: [],
    unknown: [
      { line: 1, text: '買い物' },
      { line: 2, text: 'たまご' },
    ],
  });
});

describe('the encoding', () => {
  test('is UTF-8 or Windows’ Shift JIS', () => {
    expect(decodeExport(new TextEncoder().encode('録音'))).toBe('録音');
    expect(decodeExport(Uint8Array.from([0x98, 0x5e, 0x89, 0xb9]))).toBe('録音');
  });

  test('anything else is refused', () => {
    expect(() => decodeExport(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xff]))).toThrow(
      NoTextError,
    );
  });
});

test('a file that was made to be slow is not', () => {
  const head = '2026.08.24 月曜日\n';
  const names = Array.from({ length: 6000 }, (_, at) => `10:00 人${at} 花 人${at} 花が参加しました。`);
  const said = Array.from({ length: 6000 }, (_, at) => `10:01 人${at} 花 おはようございます`);
  expect(parseExport(`${head}${[...names, ...said].join('\n')}`).messages).toHaveLength(6000);
  const long = `${head}10:00 はまなす ${'あがいを'.repeat(15_000)}`;
  expect(parseExport(long).messages).toHaveLength(1);
});
