import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasMergeMarks, mergeTexts } from './merge.ts';

const BASE = 'はじめに\n\n一回めは分ける。\n\n二回めは開ける。\n\nおわり';

describe('merging two edits of a text', () => {
  test('takes changes at different places together', () => {
    const theirs = BASE.replace('分ける', '三つに分ける');
    const mine = BASE.replace('おわり', 'おわりに');
    const { text, conflicts } = mergeTexts(BASE, theirs, mine);
    expect(text).toBe('はじめに\n\n一回めは三つに分ける。\n\n二回めは開ける。\n\nおわりに');
    expect(conflicts).toBe(0);
    expect(hasMergeMarks(text)).toBe(false);
  });

  test('puts both versions of a line that both changed beside each other, marked', () => {
    const theirs = BASE.replace('分ける', '三つに分ける');
    const mine = BASE.replace('分ける', 'だれかと分ける');
    const { text, conflicts } = mergeTexts(BASE, theirs, mine);
    expect(conflicts).toBe(1);
    expect(text).toContain(
      '【先に直した文章】\n\n一回めは三つに分ける。\n\n【あなたの文章】\n\n一回めはだれかと分ける。\n\n【ここまで】',
    );
    expect(hasMergeMarks(text)).toBe(true);
  });

  test('the same change by both is made once', () => {
    const both = BASE.replace('開ける', '一通だけ開ける');
    expect(mergeTexts(BASE, both, both)).toEqual({ text: both, conflicts: 0 });
  });

  test('keeps what both have written beside each other, where several write down what is said', () => {
    const keep = (base: string, theirs: string, mine: string) => mergeTexts(base, theirs, mine, 'keep');
    expect(keep('', '・あ', '・い')).toEqual({ text: '・あ\n・い', conflicts: 0 });
    expect(keep('一\n', '一\n・あ\n', '一\n・い\n')).toEqual({ text: '一\n・あ\n・い\n', conflicts: 0 });
    expect(keep('一', '一\n・あ', '一つめ')).toEqual({ text: '一つめ\n・あ', conflicts: 0 });
    expect(keep('一', '一つめ', '・あ\n一')).toEqual({ text: '・あ\n一つめ', conflicts: 0 });
    expect(keep('一', '一つめ', '一番め').conflicts).toBe(1);
    expect(mergeTexts('一', '一\n・あ', '一つめ').conflicts).toBe(1);
  });

  const lines = fc.array(fc.constantFrom('あ', 'い', 'う', '', 'え'), { maxLength: 12 });
  const texts = lines.map((some) => some.join('\n'));

  test('where one has changed nothing, the other stands as it is', () => {
    fc.assert(
      fc.property(texts, texts, (base, edited) => {
        expect(mergeTexts(base, edited, base)).toEqual({ text: edited, conflicts: 0 });
        expect(mergeTexts(base, base, edited)).toEqual({ text: edited, conflicts: 0 });
      }),
    );
  });

  test('no line that either has added is lost', () => {
    const own = (name: string) =>
      fc.array(fc.tuple(fc.nat(12), fc.nat(999)), { maxLength: 5 }).map((added) => ({ name, added }));
    const edit = (base: string, { name, added }: { name: string; added: Array<[number, number]> }) => {
      const edited = base.split('\n');
      for (const [at, number] of added) edited.splice(at, 1, `${name}${number}`);
      return edited;
    };
    fc.assert(
      fc.property(texts, own('左'), own('右'), (base, left, right) => {
        const [theirs, mine] = [edit(base, left), edit(base, right)];
        const written = [...theirs, ...mine].filter((line) => /^[左右]/.test(line));
        for (const added of ['ask', 'keep'] as const) {
          const merged = mergeTexts(base, theirs.join('\n'), mine.join('\n'), added).text.split('\n');
          expect(merged).toEqual(expect.arrayContaining(written));
        }
      }),
    );
  });
});
