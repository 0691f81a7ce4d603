import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { hideIn } from '#app/domain/anonymization/hidden.server.ts';
import { later, NOW, openNetwork, type TestMember } from '#tests/support/builders.server.ts';
import { fakeClamd } from '#tests/support/fake-clamd.server.ts';
import { docx, noteOf, openTestFiles, pdf, pdfText, sent } from '#tests/support/files.server.ts';
import { addFiles } from './add.server.ts';
import { filesOf, findFile } from './find.server.ts';
import { findOwner, type Owner } from './owner.server.ts';
import { removeFile } from './remove.server.ts';
import { sweepFiles } from './sweep.server.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../documents/fixtures/${name}`, import.meta.url)));

async function openNote(settings: Parameters<typeof openTestFiles>[0] = {}) {
  const network = await openNetwork();
  const { db, asker } = network;
  const files = openTestFiles(settings);
  const key = await noteOf(db, asker);
  const owner = (await findOwner(db, key)) as Owner;
  const add = async (
    name: string,
    content: Uint8Array | string,
    {
      looked = false,
      by = asker,
      to = owner,
      at = NOW,
    }: { looked?: boolean; by?: TestMember; to?: Owner; at?: Date } = {},
  ) => {
    const [outcome] = await addFiles(db, files, to, by, [await sent(files, name, content)], looked, at);
    if (!outcome) throw new Error('Nothing came of it');
    return outcome;
  };
  /** The problem, or what was found; `ok` for a file that was taken. */
  const end = async (...args: Parameters<typeof add>) => {
    const outcome = await add(...args);
    if (outcome.ok) return 'ok';
    return outcome.problem === 'not-anonymous'
      ? outcome.passages.map(({ place, shown }) => `${place} ${shown}`)
      : outcome.problem;
  };
  /** Everything that lies in the folder, leftovers included. */
  const onDisk = () =>
    readdirSync(files.folder.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  const bytesOf = async (id: string) => {
    const file = await findFile(db, id, asker);
    if (!file) throw new Error('It is not there');
    return readFileSync(files.folder.pathOf(file.hash));
  };
  return { ...network, files, key, owner, add, end, onDisk, bytesOf };
}

const idOf = (outcome: Awaited<ReturnType<Awaited<ReturnType<typeof openNote>>['add']>>) => {
  if (outcome.ok) return outcome.id;
  throw new Error(`Refused: ${outcome.problem}`);
};

const photo = (width = 640, height = 480) =>
  sharp({ create: { width, height, channels: 3, background: '#876' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Camera', Artist: 'Hanako' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '43/1 3/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '141/1 21/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

describe('a file that names nobody', () => {
  test('is attached to its note, once for each who attaches it, and lies on the disk once', async () => {
    const { add, db, key, asker, peer, onDisk, bytesOf } = await openNote();
    const content = docx(['住居確保給付金の手引き'], [['必要なもの', '申請書']]);
    const first = await add('手引き.docx', content);
    await add('写し.docx', content, { by: peer, at: later(1) });
    expect(first).toMatchObject({ ok: true, name: '手引き.docx', warnings: [] });
    const listed = await filesOf(db, key, asker);
    expect(listed.map(({ name, kind, mayDelete }) => [name, kind, mayDelete])).toEqual([
      ['手引き.docx', 'docx', true],
      ['写し.docx', 'docx', true],
    ]);
    expect(listed[0]?.lead).toContain('住居確保給付金の手引き');
    const hash = createHash('sha256').update(content).digest('hex');
    expect(onDisk()).toEqual([hash]);
    expect(await bytesOf(idOf(first))).toEqual(Buffer.from(content));
  });

  test('may be a sheet in Shift_JIS, which is kept as UTF-8 with the mark that Excel needs', async () => {
    const { add, bytesOf } = await openNote();
    // 制度,窓口
    const sjis = Buffer.from('90a793782c918b8cfb0d0a', 'hex');
    const id = idOf(await add('一覧.csv', sjis));
    expect((await bytesOf(id)).toString()).toBe('\ufeff制度,窓口\r\n');
  });
});

describe('a file that names somebody is refused, and the place is told', () => {
  test('cell, page, slide, paragraph and line', async () => {
    const { end, onDisk } = await openNote();
    expect(await end('a.xlsx', fixture('names.xlsx'))).toContain('名簿!A2 小野寺 和幸');
    expect(await end('a.pdf', fixture('names.pdf'))).toContain('2ページ 090-1234-5678');
    expect(await end('a.pptx', fixture('names.pptx'))).toContain('スライド2のノート 高橋さん');
    expect(await end('a.docx', docx(['相談のまとめ'], [['電話', '090-1234-5678']]))).toEqual([
      '段落3 090-1234-5678',
    ]);
    expect(await end('a.csv', '制度,窓口\n給付金,佐藤さん\n')).toEqual(['2行目 佐藤さん']);
    expect(await end('a.txt', 'はじめに\n\n携帯は 090-1234-5678 です。')).toEqual(['3行目 090-1234-5678']);
    expect(onDisk()).toEqual([]);
  });

  test('in its name', async () => {
    const { end, db, onDisk } = await openNote();
    expect(await end('佐藤太郎.pdf', pdfText('hello'))).toEqual(['ファイル名 佐藤太郎']);
    expect(await end('面談記録_佐藤太郎_0401.txt', 'メモです。')).toEqual(['ファイル名 佐藤太郎']);
    expect(await db.selectFrom('attachment').selectAll().execute()).toEqual([]);
    expect(onDisk()).toEqual([]);
  });

  test('deep inside a long text', async () => {
    const { end } = await openNote();
    const line = 'この制度は、お住まいの市や町の窓口で申し込みます。必要な書類は窓口でお尋ねください。\n';
    const lines = Array.from({ length: 2000 }, () => line);
    lines[1500] = '携帯は 090-1234-5678 です。\n';
    expect(await end('手引き.txt', lines.join(''))).toEqual(['1501行目 090-1234-5678']);
  });

  test('in a workbook within a document, as a chart on a slide brings one along', async () => {
    const { end } = await openNote();
    const more = { 'word/embeddings/Book1.xlsx': fixture('names.xlsx') };
    expect(await end('まとめ.docx', docx(['グラフを見てください'], [], more))).toContain(
      '中のファイルの名簿!B2 1980年1月1日',
    );
  });

  test('a published number of an organization is let through', async () => {
    const { end } = await openNote();
    expect(await end('案内.txt', '法テラスの電話は 0570-078374 です。')).toBe('ok');
  });

  test('warnings are told and let be', async () => {
    const { add } = await openNote();
    const outcome = await add('例.txt', '43歳の男性の例です。家賃を滞納していました。');
    expect(outcome).toMatchObject({ ok: true, warnings: [{ place: '1行目', shown: '43歳' }] });
  });
});

describe('a photo', () => {
  test('is made anew, upright, without the place where it was taken, with a small picture', async () => {
    const { add, bytesOf, db, asker, files } = await openNote();
    const original = await photo();
    expect(original.includes('Hanako')).toBe(true);
    const id = idOf(await add('白板.JPG', original, { looked: true }));
    const kept = await bytesOf(id);
    const { exif, xmp, iptc, orientation, width, height, format } = await sharp(kept).metadata();
    expect({ exif, xmp, iptc, orientation, width, height, format }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      orientation: undefined,
      width: 480,
      height: 640,
      format: 'jpeg',
    });
    expect(kept.includes('Hanako')).toBe(false);
    const file = await findFile(db, id, asker);
    expect(file?.name).toBe('白板.jpg');
    const small = await sharp(readFileSync(files.folder.pathOf(file?.previewHash as string))).metadata();
    expect([small.format, small.height]).toEqual(['webp', 480]);
  });

  test('of any kind that is taken; a GIF becomes PNG', async () => {
    const { add } = await openNote();
    const plain = sharp(await photo(60, 40));
    for (const [name, content, kept] of [
      ['a.png', await plain.clone().png().toBuffer(), 'a.png'],
      ['b.webp', await plain.clone().webp().toBuffer(), 'b.webp'],
      ['c.gif', await plain.clone().gif().toBuffer(), 'c.png'],
    ] as const) {
      expect(await add(name, content, { looked: true })).toMatchObject({ ok: true, name: kept });
    }
  });

  test('is taken only when the member says that nobody is in it; so are scanned pages', async () => {
    const { end, onDisk } = await openNote();
    expect(await end('白板.jpg', await photo())).toBe('unseen');
    expect(await end('紙.pdf', pdf())).toBe('unseen');
    expect(await end('紙.pdf', pdf(undefined, { info: '/Title(scan)' }))).toBe('unseen');
    expect(await end('紙.pdf', pdf(undefined, { info: '/Title(090-1234-5678)' }), { looked: true })).toEqual([
      '文書の情報 090-1234-5678',
    ]);
    expect(onDisk()).toEqual([]);
    expect(await end('紙.pdf', pdf(), { looked: true })).toBe('ok');
  });
});

describe('a PDF', () => {
  test('has a small picture of its first page', async () => {
    const { add, db, asker, files } = await openNote();
    const id = idOf(await add('紙.pdf', pdf(), { looked: true }));
    const file = await findFile(db, id, asker);
    const small = sharp(readFileSync(files.folder.pathOf(file?.previewHash as string)));
    const { data, info } = await small.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([339, 480]);
    const pixel = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ];
    expect(Math.min(...pixel(5, 5))).toBeGreaterThan(240);
    // The box that the page draws is fir green.
    const [red = 255, green = 0] = pixel(170, 180);
    expect(red).toBeLessThan(60);
    expect(green).toBeGreaterThan(60);
  });

  test('whose font is only named has none, because its letters would be boxes', async () => {
    const { add, db, asker } = await openNote();
    const id = idOf(await add('hello.pdf', pdfText('hello')));
    expect((await findFile(db, id, asker))?.previewHash).toBeNull();
  });

  test('with a password is refused', async () => {
    expect(await (await openNote()).end('a.pdf', fixture('protected.pdf'))).toBe('protected');
  });
});

describe('deletion', () => {
  test('takes the file away when nobody else refers to it, and not before', async () => {
    const { add, db, files, asker, peer, onDisk } = await openNote();
    const content = docx(['手引き']);
    const [first, second] = [
      idOf(await add('a.docx', content)),
      idOf(await add('b.docx', content, { by: peer })),
    ];
    expect((await removeFile(db, files.folder, asker, first, NOW)).ok).toBe(true);
    expect(onDisk()).toHaveLength(1);
    expect((await removeFile(db, files.folder, peer, second, NOW)).ok).toBe(true);
    expect(onDisk()).toEqual([]);
    expect(await db.selectFrom('stored_file').selectAll().execute()).toEqual([]);
  });

  test('is for who brought it, the keeper of the note and the desk', async () => {
    const { add, db, files, asker, peer, reader, desk } = await openNote();
    const content = docx(['手引き']);
    const remove = async (by: TestMember, whose: TestMember) => {
      const id = idOf(await add('a.docx', content, { by: whose }));
      const removed = await removeFile(db, files.folder, by, id, NOW);
      return removed.ok || removed.refusal.code;
    };
    expect(await remove(reader, peer)).toBe('forbidden');
    expect([await remove(peer, peer), await remove(asker, peer), await remove(desk, peer)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('of one beside an upload of the same at the same moment leaves the file where it belongs', async () => {
    const { add, db, files, asker, onDisk } = await openNote();
    const content = docx(['手引き']);
    for (let round = 0; round < 5; round += 1) {
      const id = idOf(await add('a.docx', content));
      const [, added] = await Promise.all([
        removeFile(db, files.folder, asker, id, NOW),
        add('b.docx', content),
      ]);
      expect(onDisk()).toHaveLength(1);
      await removeFile(db, files.folder, asker, idOf(added), NOW);
      expect(onDisk()).toEqual([]);
    }
  });
});

describe('the worker’s sweep', () => {
  test('removes what nobody refers to, when it is old enough', async () => {
    const { add, db, files, onDisk } = await openNote();
    idOf(await add('a.docx', docx(['手引き'])));
    await sent(files, 'unfinished', 'half of it');
    const lost = files.folder.incoming();
    await import('node:fs/promises').then(({ writeFile }) => writeFile(lost, 'lost'));
    const { hash } = await files.folder.weigh(lost);
    await files.folder.keep(lost, hash);
    expect(onDisk()).toHaveLength(3);
    expect(await sweepFiles(db, files.folder, new Date())).toBe(0);
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
    expect(await sweepFiles(db, files.folder, tomorrow)).toBe(2);
    expect(onDisk()).toHaveLength(1);
    await db.deleteFrom('attachment').execute();
    expect(await sweepFiles(db, files.folder, tomorrow)).toBe(1);
    expect(onDisk()).toEqual([]);
    expect(await db.selectFrom('stored_file').selectAll().execute()).toEqual([]);
  });
});

describe('with a virus scanner', () => {
  test('a file is seen by it as it came, and refused where it is infected', async () => {
    const { address, seen } = await fakeClamd('tcp');
    const { end, onDisk } = await openNote({ clamd: address });
    expect(await end('a.txt', 'メモです。')).toBe('ok');
    expect(Buffer.from(seen(), 'latin1').toString()).toBe('メモです。');
    expect(await end('b.txt', 'EICAR')).toBe('infected');
    expect(onDisk()).toHaveLength(1);
  });

  test('that is away, nothing is stored', async () => {
    const { end, onDisk } = await openNote({ clamd: { path: '/nowhere/clamd.ctl' } });
    expect(await end('a.txt', 'メモです。')).toBe('scanner-away');
    expect(onDisk()).toEqual([]);
  });
});

describe('a hidden note', () => {
  test('hides its files', async () => {
    const { add, db, key, asker, desk } = await openNote();
    const id = idOf(await add('a.docx', docx(['手引き'])));
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'note', key.slice('note:'.length), NOW));
    expect(await findFile(db, id, asker)).toBeUndefined();
    expect(await filesOf(db, key, asker)).toEqual([]);
  });
});

test('nothing that was refused is left anywhere', async () => {
  const { end, db, onDisk, files } = await openNote({ most: 1000 });
  expect(await end('a.txt', 'あ'.repeat(500))).toBe('too-heavy');
  expect(await end('b.txt', '')).toBe('empty');
  expect(await end('c.xyz', 'abc')).toBe('unknown-kind');
  expect(onDisk()).toEqual([]);
  expect(existsSync(files.folder.path)).toBe(true);
  expect(await db.selectFrom('audit').select('action').where('action', '=', 'file-added').execute()).toEqual(
    [],
  );
});
