import { describe, expect, test } from 'vitest';
import { snippet } from './snippet.ts';

/** A snippet in one line, its hits in brackets. */
function marked(text: string, words: string, length = 100): string {
  return snippet(text, words, length)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');
}

describe('a snippet', () => {
  test('marks the words of the query in the text as it was written', () => {
    expect(marked('滞納した家賃の相談', '家賃')).toBe('滞納した[家賃]の相談');
    expect(marked('ｼｪﾙﾀｰの空き', 'しぇるたー')).toBe('[ｼｪﾙﾀｰ]の空き');
    expect(marked('ひきこもりの方', 'ひきこもり')).toBe('[ひきこもり]の方');
    expect(marked('五十代の方、ＳＮＳで', 'sns 50代')).toBe('[五十代]の方、[ＳＮＳ]で');
  });

  test('marks neighbouring words as one', () => {
    expect(marked('市の社会福祉協議会へ', '社会福祉協議会')).toBe('市の[社会福祉協議会]へ');
  });

  test('marks the full name of an abbreviation', () => {
    expect(marked('生活保護の申請', '生保')).toBe('[生活保護]の申請');
  });

  test('marks what the index took a word for', () => {
    const parts = snippet('福祉灯油の申請', 'とうゆ', 100, ['灯油']);
    expect(parts).toEqual([
      { text: '福祉', hit: false },
      { text: '灯油', hit: true },
      { text: 'の申請', hit: false },
    ]);
  });

  test('marks what a misspelt word was found by', () => {
    expect(marked('掲示板に書く', '掲示版')).toBe('[掲示]板に書く');
  });

  test('marks neither particles and question words nor parts of numbers and Latin words', () => {
    expect(marked('何から聞くか、家賃から', '家賃から何を聞きますか')).not.toContain('[から]');
    expect(marked('2024年と24年、cwxとcw', '24 cw')).toBe('2024年と[24]年、cwxと[cw]');
  });

  test('shows the passage with the most of the words, from the beginning of its sentence', () => {
    const text = `${'はじめに話を聞く。'.repeat(10)}家賃が払えない。まず話を聞く。水道と家賃の滞納には分割を。${'あとは記録する。'.repeat(10)}`;
    expect(marked(text, '家賃 水道', 14)).toBe('…[水道]と[家賃]の滞納には分割を。…');
  });

  test('shows a hit that lies deep in a long sentence', () => {
    expect(marked(`${'あ'.repeat(200)}家賃${'い'.repeat(200)}`, '家賃', 20)).toBe(
      `…${'あ'.repeat(5)}[家賃]${'い'.repeat(13)}…`,
    );
  });

  test('shows the beginning where nothing is found or nothing is sought', () => {
    expect(marked('通帳の写しを預かる', '家賃', 5)).toBe('通帳の写し…');
    expect(marked('通帳の写しを預かる', '', 5)).toBe('通帳の写し…');
    expect(marked('', '家賃')).toBe('');
  });

  test('holds the text piece by piece and never more than the length, whatever the text', () => {
    const text = '👩‍👧𠮷野家㍿家賃ｶﾞ\u0301家賃'.repeat(20);
    for (let length = 1; length < 60; length += 1) {
      const parts = snippet(text, '家賃 𠮷野', length);
      const shown = parts.map((part) => part.text).filter((part) => part !== '…');
      expect(text).toContain(shown.join(''));
      expect(shown.join('').length).toBeLessThanOrEqual(length);
      expect(shown.join('')).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });

  test('is quick for a long text full of hits', () => {
    const begun = performance.now();
    snippet('家賃の滞納、水道の滞納。'.repeat(5_000), '家賃 滞納 水道', 200);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
