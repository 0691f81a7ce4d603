import { describe, expect, test } from 'vitest';
import { DICTIONARY } from './dictionary.ts';
import { otherNames } from './expand.ts';
import { foldKana, foldWithOffsets, foldWriting } from './fold.ts';
import { parseQuery } from './query.ts';
import { comparable, indexTokens } from './tokens.ts';

const fold = (text: string) => foldKana(foldWriting(text));

describe('folding', () => {
  test.each([
    ['ｼｪﾙﾀｰ', 'シェルター'],
    ['シェルタ', 'しぇるたー'],
    ['ﾌｰﾄﾞﾊﾞﾝｸ', 'フードバンク'],
    ['ＤＶ', 'dv'],
    ['サ−ビス', 'サービス'],
    ['か\u3099', 'が'],
    ['三ヶ月', '3か月'],
    ['２カ月', '二箇月'],
    ['五十代', '50代'],
    ['八〇五〇', '8050'],
    ['千二百円', '1200円'],
  ])('makes %s and %s one', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each(['一時生活支援', '十分', '2024-05', '人と人'])('leaves %s', (text) => {
    expect(fold(text)).toBe(text);
  });

  test('keeps the way back to what was typed', () => {
    const text = '👩ﾊﾞｲﾄを三ヶ月、㍿ＡとサーバーＢ\ud842';
    const { text: folded, starts, ends } = foldWithOffsets(text);
    expect(folded).toBe(fold(text));
    const typed = (part: string) => {
      const at = folded.indexOf(part);
      return text.slice(starts[at], ends[at + part.length - 1]);
    };
    expect(typed('ばいと')).toBe('ﾊﾞｲﾄ');
    expect(typed('3か月')).toBe('三ヶ月');
    expect(typed('株式会社')).toBe('㍿');
    expect(typed('会社a')).toBe('㍿Ａ');
    expect(typed('さば')).toBe('サーバー');
    expect(typed('b')).toBe('Ｂ');
  });
});

describe('tokens', () => {
  const of = (title: string, body: string) => indexTokens(comparable(title), comparable(body));

  test('are pairs of neighbouring characters within a run, Latin words and numbers kept whole', () => {
    expect(of('', 'かつ、B型 8050よ')).toEqual(['かつ', 'b', 'b型', '8050', '8050よ', '型']);
  });

  test('are kanji, and pairs of them across okurigana', () => {
    expect(of('', '申し込み').filter((token) => !/[ぁ-ゖ]/.test(token))).toEqual(['申', '込', '²申込']);
  });

  test('are given once more for a title', () => {
    expect(of('家賃', '')).toEqual(['¹家賃', '家賃', '¹家', '家', '¹賃', '賃']);
  });

  test('are letters and digits only', () => {
    const tokens = of("can't 3.5", '"家賃" \u0000 * : | & ! <-> \\ 家\ud842賃');
    for (const token of tokens) expect(token).toMatch(/^[¹²]?[\p{L}\p{N}]+$/u);
  });
});

describe('a query', () => {
  const tokensOf = (words: string) => parseQuery(words).terms.map(({ token }) => token);

  test('leaves out what only makes it a question', () => {
    expect(tokensOf('家賃は何ですか')).toContain('家賃');
    expect(tokensOf('家賃は何ですか')).not.toContain('です');
    expect(tokensOf('いつですか')).not.toEqual([]);
  });

  test('asks for the other names of a term too', () => {
    expect(tokensOf('生保 給食')).toEqual(expect.arrayContaining(['生保', '給食', '生活', '活保', '保護']));
    expect(parseQuery('生保 給食').units).toEqual([{ ways: ['生保', '生活保護'] }, { ways: ['給食'] }]);
  });
});

describe('the dictionary', () => {
  test('leads from an abbreviation to its term and back', () => {
    expect(otherNames('生保の申請')).toContain('生活保護');
    expect(otherNames('生活保護の申請')).toContain('生保');
  });

  test('leads from a reading to its term and not back', () => {
    expect(otherNames('せいかつほごの申請')).toContain('生活保護');
    expect(otherNames('生活保護の申請')).not.toContain('せいかつほご');
  });

  test('finds short names only where they stand alone', () => {
    expect(otherNames('CWの連絡先')).toContain(fold('ケースワーカー'));
    expect(otherNames('CWXの連絡先')).toEqual([]);
    expect(otherNames('へや探し')).toContain('部屋');
    expect(otherNames('そこへやっと着いた')).toEqual([]);
    expect(otherNames('夫から逃げたい')).toContain('配偶者');
    expect(otherNames('大丈夫と工夫')).toEqual([]);
  });

  test('finds no short name inside a longer one', () => {
    expect(otherNames('緊急小口資金')).toContain('小口');
    expect(otherNames('社会福祉協議会')).toEqual(['社協']);
  });

  test('gives every term once, and every name says something after folding', () => {
    const terms = DICTIONARY.map(({ term }) => fold(term));
    expect(new Set(terms).size).toBe(terms.length);
    for (const { term, forms = [], from = [] } of DICTIONARY) {
      const names = [term, ...forms, ...from].map(fold);
      expect(new Set(names).size, term).toBe(names.length);
      for (const name of names) expect(name, term).toMatch(/^[\p{L}\p{N}・]+$/u);
    }
  });
});
