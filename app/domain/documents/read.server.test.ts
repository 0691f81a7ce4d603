import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { lintFully } from '#lint/full.server.ts';
import { docx, pdf } from '#tests/support/files.server.ts';
import { readDocument } from './read.server.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const utf8 = (text: string) => new TextEncoder().encode(text);

async function textOf(name: string, bytes = fixture(name)): Promise<string> {
  const read = await readDocument(name, bytes);
  return read.ok ? read.document.text : read.reason;
}

/** What the check finds in a file, each with its place. */
async function found(name: string, bytes = fixture(name)): Promise<string[]> {
  const read = await readDocument(name, bytes);
  if (!read.ok) return [read.reason];
  const findings = await lintFully({ body: read.document.text });
  return findings.map(({ start, shown }) => `${read.document.placeOf(start)} ${shown}`);
}

describe('a Word file', () => {
  test('is read with its tables, headers, notes, comments, links and what was struck out', async () => {
    expect(await found('names.docx')).toEqual([
      '段落3 佐藤さん',
      '段落4（変更履歴で消した文字） 小野寺さん',
      '段落7 光',
      '段落8 43',
      '段落10 高橋さん',
      '段落11 渡辺さん',
      'ヘッダー 090-1234-5678',
      'コメント 木村さん',
      '脚注 43歳',
      'リンク先 hanako@kitamachi.example',
    ]);
  });

  test('shows what stands in a box once, and no readings between the letters', async () => {
    const text = await textOf('names.docx');
    expect(text.match(/箱の中の/g)).toHaveLength(1);
    expect(text).toContain('\n渡辺さんと会う。');
  });
});

describe('a workbook', () => {
  test('is read with hidden sheets, comments, boxes and headers, and days as people write them', async () => {
    expect(await found('names.xlsx')).toEqual([
      '名簿!A2 小野寺 和幸',
      '名簿!B2 1980年1月1日',
      '名簿!A3 伊達',
      '名簿!C3 佐藤さん',
      '名簿のヘッダーとフッター 高橋さん',
      '名簿!A3のコメント 木村さん',
      '名簿の図形 渡辺さん',
      '控え!AB7 090-1234-5678',
    ]);
  });

  test('shows a number as a number, and no readings', async () => {
    const text = await textOf('names.xlsx');
    expect(text).toContain('メモ：29221');
    expect(text).not.toContain('ヨミ');
  });
});

test('slides are numbered as they are shown, and read with their notes', async () => {
  expect(await found('names.pptx')).toEqual(['スライド2 佐藤さん', 'スライド2のノート 高橋さん']);
});

test('a PDF is read page by page: fonts that are only named, names over the end of a line, comments', async () => {
  expect(await found('names.pdf')).toEqual([
    '2ページ 佐藤さん',
    '2ページ 090-1234-5678',
    '2ページ 岩見沢',
    '2ページ 小野寺さん',
    '2ページ 小野寺さん',
    '2ページの注釈 木村さん',
  ]);
  // The radical ⽒ stands in the file, as some programs write it.
  expect(await textOf('names.pdf')).toContain('小野寺さんの氏名');
});

describe('a text', () => {
  test('has lines and columns', async () => {
    expect(await found('a.txt', utf8('一行目\r\n担当は佐藤さん'))).toEqual(['2:4 佐藤さん']);
    expect(await found('a.MD', utf8('佐藤さん'))).toEqual(['1:1 佐藤さん']);
  });

  test('may be in Shift_JIS or UTF-16, as Windows writes it', async () => {
    const shiftJis = new Uint8Array([0x8d, 0xb2, 0x93, 0xa1, 0x82, 0xb3, 0x82, 0xf1]);
    const utf16 = new Uint8Array(Buffer.from('\ufeff佐藤さん', 'utf16le'));
    expect(await textOf('a.txt', shiftJis)).toBe('佐藤さん');
    expect(await textOf('a.csv', shiftJis)).toBe('佐藤さん');
    expect(await textOf('a.txt', utf16)).toBe('佐藤さん');
  });

  test('loses its byte order mark', async () => {
    expect(await found('a.txt', utf8('\ufeff佐藤さん'))).toEqual(['1:1 佐藤さん']);
  });
});

describe('a table in CSV', () => {
  test('tells by the heads of its columns what stands below', async () => {
    const table = utf8('番号,氏名,メモ\r\n1,"小野寺 和幸","""担当"", 佐藤さん"\r\n\r\n2,光,\r\n');
    expect(await found('a.csv', table)).toEqual(['2:4 小野寺 和幸', '2:21 佐藤さん', '4:3 光']);
  });

  test('keeps a cell of several lines in one piece', async () => {
    expect(await found('a.csv', utf8('件,"一行目\n佐藤さん",x'))).toEqual(['2:1 佐藤さん']);
  });
});

describe('what cannot be read says why', () => {
  test.each([
    ['protected.pdf', 'protected'],
    ['protected.xlsx', 'protected'],
    ['scanned.pdf', 'no-text'],
  ])('%s: %s', async (name, reason) => {
    expect(await readDocument(name, fixture(name))).toEqual({ ok: false, reason });
  });

  test.each(['names.docx', 'names.xlsx', 'names.pptx'])('%s that breaks off is broken', async (name) => {
    for (const share of [0, 0.1, 0.5, 0.9]) {
      const bytes = fixture(name);
      const half = bytes.slice(0, bytes.length * share);
      expect(await readDocument(name, half)).toEqual({ ok: false, reason: 'broken' });
    }
  });

  test('a file that is not what its name says is broken', async () => {
    for (const name of ['a.docx', 'a.xlsx', 'a.pptx', 'a.pdf']) {
      expect(await readDocument(name, utf8('佐藤さん'))).toEqual({ ok: false, reason: 'broken' });
      expect(await readDocument(name, fixture('names.docx'))).toMatchObject({ ok: name === 'a.docx' });
    }
    expect(await readDocument('a.md', new Uint8Array([0xe4, 0xbd]))).toEqual({ ok: false, reason: 'broken' });
  });

  test('kinds of before 2007 and kinds that nobody here knows', async () => {
    expect(await readDocument('a.doc', utf8(''))).toEqual({ ok: false, reason: 'old-office' });
    const old = new Uint8Array(600);
    old.set([0xd0, 0xcf, 0x11, 0xe0]);
    expect(await readDocument('a.xlsx', old)).toEqual({ ok: false, reason: 'old-office' });
    for (const name of ['a.jpg', 'a', 'a.constructor', '.md/a'])
      expect(await readDocument(name, utf8(''))).toEqual({ ok: false, reason: 'unknown-kind' });
  });
});

describe('words beside the pages are read', () => {
  const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`);

  test('in charts, drawings of boxes and the title of an Office file', async () => {
    const bytes = Uint8Array.from(
      docx(['グラフと図'], [], {
        'word/charts/chart1.xml': xml('<c:chart><c:pt><c:v>高橋さん</c:v></c:pt></c:chart>'),
        'word/diagrams/data1.xml': xml('<d:data><a:p><a:t>渡辺さん</a:t></a:p></d:data>'),
        'docProps/core.xml': xml(
          '<cp:core><dc:title>木村さんの記録</dc:title><dc:creator>係</dc:creator></cp:core>',
        ),
      }),
    );
    expect(await found('a.docx', bytes)).toEqual(['グラフ 高橋さん', '図 渡辺さん', '文書の情報 木村さん']);
  });

  test('in what a pivot table remembers of its rows', async () => {
    const parts = unzipSync(fixture('names.xlsx'));
    const cache = xml(
      '<pivotCacheDefinition><sharedItems><s v="石川さん"/></sharedItems></pivotCacheDefinition>',
    );
    const bytes = zipSync({ ...parts, 'xl/pivotCache/pivotCacheDefinition1.xml': cache });
    expect(await found('a.xlsx', bytes)).toContain('ピボットテーブルの元のデータ 石川さん');
  });

  test('in the title of a PDF and its bookmarks', async () => {
    const bytes = pdf('BT /F 12 Tf 60 780 Td (hello) Tj ET', {
      info: '/Title(090-1234-5678)',
      outline: '080-1234-5678',
    });
    expect(await found('a.pdf', Uint8Array.from(bytes))).toEqual([
      '文書の情報 090-1234-5678',
      'しおり 080-1234-5678',
    ]);
  });

  test('but a title alone does not make a scanned paper one that was read', async () => {
    expect(await found('a.pdf', Uint8Array.from(pdf('', { info: '/Title(hello)' })))).toEqual(['no-text']);
  });
});
