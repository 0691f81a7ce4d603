import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NoteFile, NoteFileError, readNoteFile, writeNoteFile } from './note-file.ts';

const NOTE: NoteFile = {
  slug: 'yachin',
  title: '家賃の滞納が分かった日に: 「すること」',
  programmes: ['juukyo', 'kakei'],
  tags: ['家賃', '#債務'],
  audience: 'members',
  keeper: '空知くらしサポートセンター 高橋',
  contributors: ['空知くらしサポートセンター'],
  sources: ['question:abcdefghjkmn'],
  verified: '2026-04-01T00:00:00.000Z',
  updated: '2026-04-02T00:00:00.000Z',
  edition: 3,
  kept: [{ ruleId: 'exact-age', text: '18歳', reason: 'public', note: '' }],
  body: '## はじめに\n\n分けます。\n\n---\n\nおわり',
};

describe('a note as a file', () => {
  test('begins with what is known of it, which YAML reads too', () => {
    const text = writeNoteFile(NOTE);
    expect(text).toContain('---\nslug: "yachin"\ntitle: "家賃の滞納が分かった日に: 「すること」"\n');
    expect(text).toContain('\n---\n\n## はじめに\n');
  });

  /** Text as members may send it, trimmed as it is stored: no control characters, any script, any sign. */
  const line = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((text) => text.replace(/[\r\n\u0085\u2028\u2029]/g, '').trim())
    .filter((text) => text !== '');
  const odd = fc.constantFrom(
    '---',
    '"',
    "'",
    ': ',
    '[a]',
    '{',
    '# ',
    '- x',
    'null',
    '12',
    '\\',
    '|',
    '>',
    '!',
    '&',
  );
  const oneLine = fc
    .array(fc.oneof(line, odd), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '');
  const body = fc
    .array(fc.oneof(oneLine, fc.constant(''), fc.constant('---')), { minLength: 1, maxLength: 8 })
    .map((lines) => lines.join('\n').trim());
  const notes: fc.Arbitrary<NoteFile> = fc.record({
    slug: fc.stringMatching(/^[a-z0-9]{1,12}$/),
    title: oneLine,
    programmes: fc.array(fc.constantFrom('juukyo', 'kakei'), { maxLength: 2 }),
    tags: fc.array(oneLine, { maxLength: 4 }),
    audience: fc.constantFrom('members' as const, 'everyone' as const),
    keeper: oneLine,
    contributors: fc.array(oneLine, { maxLength: 3 }),
    sources: fc.array(oneLine, { maxLength: 3 }),
    verified: fc.constantFrom(null, '2026-04-01T00:00:00.000Z'),
    updated: fc.constantFrom(null, '2026-04-01T00:00:00.000Z'),
    edition: fc.integer({ min: 1, max: 999 }),
    kept: fc.array(
      fc.record({
        ruleId: fc.constant('exact-age'),
        text: oneLine,
        reason: fc.constantFrom('public' as const, 'unlinked' as const, 'other' as const),
        note: oneLine,
      }),
      { maxLength: 2 },
    ),
    body,
  });

  test('is read as it was written, whatever its title, tags and text', () => {
    fc.assert(
      fc.property(notes, (note) => {
        expect(readNoteFile(writeNoteFile(note), 'other')).toEqual(note);
      }),
    );
  });

  test('is read the same with the line ends and the mark of Windows editors', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom('\r\n', '\r'), (note, end) => {
        const text = `\ufeff${writeNoteFile(note).replaceAll('\n', end)}`;
        expect(readNoteFile(text, 'other')).toEqual(note);
      }),
    );
  });

  test('may be plain Markdown with a heading', () => {
    expect(readNoteFile('# 灯油代の助成\n\n町に聞きます。\n', 'touyu')).toMatchObject({
      slug: 'touyu',
      title: '灯油代の助成',
      body: '町に聞きます。',
      edition: 1,
      verified: null,
    });
  });

  test('may have front matter as people write it', () => {
    const text =
      "---\ntitle: 灯油代の助成\nprogrammes: [kakei, 'juukyo']\ntags:\n  - 灯油\n  - 冬\n---\n町に聞きます。";
    expect(readNoteFile(text, 'touyu')).toMatchObject({
      title: '灯油代の助成',
      programmes: ['kakei', 'juukyo'],
      tags: ['灯油', '冬'],
    });
  });

  test('says at which line it cannot be read, and not what stands there', () => {
    const broken = '---\ntitle: 灯油\n佐藤さんの件\n---\n本文';
    expect(() => readNoteFile(broken, 'touyu')).toThrow(NoteFileError);
    expect(() => readNoteFile(broken, 'touyu')).toThrow(expect.objectContaining({ line: 3 }));
    expect(() => readNoteFile(broken, 'touyu')).not.toThrow(/佐藤/);
    expect(() => readNoteFile('---\ntitle: 灯油', 'touyu')).toThrow(expect.objectContaining({ line: 1 }));
  });
});
