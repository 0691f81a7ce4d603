import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { NOW, openNetwork } from '#tests/support/builders.server.ts';
import { docx, noteOf, openTestFiles, pdf, pdfText, sent } from '#tests/support/files.server.ts';
import { addFiles } from './add.server.ts';
import { findFile } from './find.server.ts';
import { findOwner, type Owner } from './owner.server.ts';

async function openNote() {
  const { db, asker } = await openNetwork();
  const files = openTestFiles();
  const owner = (await findOwner(db, await noteOf(db, asker))) as Owner;
  const add = async (name: string, content: Uint8Array | string) => {
    const [outcome] = await addFiles(db, files, owner, asker, [await sent(files, name, content)], true, NOW);
    return outcome;
  };
  const end = async (name: string, content: Uint8Array | string) => {
    const outcome = await add(name, content);
    return outcome?.ok ? 'ok' : outcome?.problem;
  };
  const kept = async (name: string, content: Uint8Array | string) => {
    const outcome = await add(name, content);
    if (!outcome?.ok) throw new Error(`Refused: ${outcome?.problem}`);
    const file = await findFile(db, outcome.id, asker);
    return { ...file, bytes: readFileSync(files.folder.pathOf(file?.hash as string)) };
  };
  return { end, kept, files };
}

const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`);
const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#876' } });

/** Writes another size of unpacked bytes into both records that an archive has of each part. */
function lieAboutSizes(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    bytes.writeUInt32LE(size, at + 22);
  }
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}

describe('an archive that unpacks to far more than it weighs', () => {
  const bomb = (size: number) => {
    const document = Buffer.alloc(size, ' ');
    document.write('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">');
    document.write('</w:document>', document.length - 13);
    return docx([], [], { 'word/document.xml': document });
  };

  test('is not unpacked', async () => {
    const content = bomb(100_000_001);
    expect(content.length).toBeLessThan(1_000_000);
    expect(await (await openNote()).end('a.docx', content)).toBe('too-large');
  });

  test('and lies about it, is refused', async () => {
    expect(await (await openNote()).end('a.docx', lieAboutSizes(bomb(30_000_000), 1000))).toBe('broken');
  });

  test('in ten thousand parts, is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`word/${index}.xml`, xml('<a/>')]),
    );
    const many = zipSync({ ...parts, 'word/document.xml': xml('<a/>') }, { level: 0 });
    expect(await (await openNote()).end('a.docx', many)).toBe('too-large');
  });
});

describe('a picture', () => {
  test('that claims a billion pixels is refused before it is decoded', async () => {
    const png = await picture().png().toBuffer();
    png.writeUInt32BE(40_000, 16);
    png.writeUInt32BE(40_000, 20);
    const { crc32 } = await import('node:zlib');
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
    expect(await (await openNote()).end('a.png', png)).toBe('too-many-pixels');
  });

  test('that is cut off is refused', async () => {
    const jpeg = await picture().resize(400, 300).jpeg().toBuffer();
    expect(await (await openNote()).end('a.jpg', jpeg.subarray(0, jpeg.length / 2))).toBe('broken');
  });

  test('with a program or an archive behind it loses it', async () => {
    const { kept } = await openNote();
    const hidden = Buffer.from('<script>alert(1)</script>PK\u0003\u0004');
    for (const [name, bytes] of [
      ['a.gif', await picture().gif().toBuffer()],
      ['a.png', await picture().png().toBuffer()],
      ['a.jpg', await picture().jpeg().toBuffer()],
    ] as const) {
      expect((await kept(name, Buffer.concat([bytes, hidden]))).bytes.includes('<script>')).toBe(false);
    }
  });

  test('that is a drawing with scripts is not taken, whatever it is called', async () => {
    const { end } = await openNote();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    expect(await end('a.svg', svg)).toBe('unknown-kind');
    expect(await end('a.png', svg)).toBe('not-what-it-says');
    expect(await end('a.txt', svg)).toBe('not-what-it-says');
    expect(await end('a.txt', `\ufeff  \n<?xml version="1.0"?>${svg}`)).toBe('not-what-it-says');
  });
});

describe('a file that is two things at once', () => {
  test('a PDF with an archive behind it', async () => {
    const { end } = await openNote();
    const archive = zipSync({ 'a.txt': new Uint8Array(5000).fill(65) }, { level: 0 });
    expect(await end('a.pdf', Buffer.concat([pdfText('hello'), archive]))).toBe('not-what-it-says');
  });

  test('a document with a page in front of it', async () => {
    const { end } = await openNote();
    const glued = Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), docx(['a'])]);
    expect(await end('a.docx', glued)).toBe('not-what-it-says');
  });

  test.each([
    ['a photo called a document', 'a.docx', () => picture().jpeg().toBuffer()],
    ['a document called a photo', 'a.jpg', () => docx(['a'])],
    ['a PDF called text', 'a.txt', () => pdf()],
    ['a program called a document', 'a.docx', () => Buffer.from(`MZ${'\0'.repeat(200)}`)],
    ['a program called text', 'a.txt', () => Buffer.from(`MZ\u0090\0\u0003${'\0'.repeat(200)}`)],
    ['a page called text', 'a.txt', () => Buffer.from('\n <!DOCTYPE html><script>alert(1)</script>')],
    ['a page called a sheet', 'a.csv', () => Buffer.from('<script>alert(1)</script>')],
  ])('%s', async (_what, name, content) => {
    expect(await (await openNote()).end(name, await content())).toBe('not-what-it-says');
  });

  test.each(['a.html', 'a.exe', 'a.js', 'a.zip', 'a', 'a.pdf.exe', 'a.docm'])(
    '%s is no kind that is taken',
    async (name) => {
      expect(await (await openNote()).end(name, 'plain words')).toBe('unknown-kind');
    },
  );
});

describe('an Office file', () => {
  test('with macros is refused', async () => {
    const { end } = await openNote();
    expect(await end('a.docx', docx(['a'], [], { 'word/vbaProject.bin': new Uint8Array(9) }))).toBe('macros');
  });

  test('with something inside that nobody can look into is refused', async () => {
    const { end } = await openNote();
    expect(
      await end('a.docx', docx(['a'], [], { 'word/embeddings/oleObject1.bin': new Uint8Array(9) })),
    ).toBe('embedded');
    const inner = docx(['a'], [], { 'word/embeddings/b.docx': docx(['b']) });
    expect(await end('a.docx', docx(['a'], [], { 'word/embeddings/c.docx': inner }))).toBe('embedded');
  });

  test('whose text tries to read other files or to grow by itself is read as it stands', async () => {
    const { end } = await openNote();
    const document = xml(
      '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>手引き&b;</w:t></w:r></w:p></w:body></w:document>',
    );
    expect(await end('a.docx', docx([], [], { 'word/document.xml': document }))).toBe('ok');
  });

  test('that climbs out of its folder writes nothing', async () => {
    const { end, files } = await openNote();
    expect(await end('a.docx', docx(['a'], [], { '../../climbed.xml': xml('<a/>') }))).toBe('ok');
    expect(existsSync(`${files.folder.path}/../climbed.xml`)).toBe(false);
  });
});

test('a name that is a path, or plays with its direction, becomes a plain name', async () => {
  const { kept } = await openNote();
  expect((await kept('../../../etc/cron.d/x.txt', 'メモ')).name).toBe('x.txt');
  expect((await kept('..\\..\\windows\\y.txt', 'メモ')).name).toBe('y.txt');
  expect((await kept('z\u202etxt.\r\n"x".txt', 'メモ')).name).toBe('ztxt.x.txt');
});

test('a file that ends the process which looks into it is refused, and the next one is looked into', async () => {
  const { end, files } = await openNote();
  const ended = end('a.docx', docx(['手引き']));
  await expect.poll(() => files.workshop.pid).toBeDefined();
  process.kill(files.workshop.pid as number, 'SIGKILL');
  expect(await ended).toBe('broken');
  expect(await end('a.docx', docx(['手引き']))).toBe('ok');
});
