/** One rewriting of text. `replace` sees the matched characters and nothing else, so that offsets can be kept. */
interface Rule {
  pattern: RegExp;
  replace: (matched: string) => string;
}

/**
 * A folded text that can be led back to what was typed: character `i` of `text` (UTF-16 code units) stands for
 * the code units from `starts[i]` up to `ends[i]` of the original.
 */
export interface FoldedText {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

// Characters that NFKC changes come singly or with the marks that follow them (ｶﾞ, か + U+3099, e + U+0301).
// A whole text is never normalized at once, because then no offset could be kept.
const WIDTH: Rule = {
  pattern: /[ぁ-ヿ][\u3099\u309a]|[\uff66-\uff9d][\uff9e\uff9f]?|[^ぁ-ヿ一-鿿a-z0-9][\u0300-\u036f]*/gu,
  replace: (matched) => matched.normalize('NFKC').toLowerCase(),
};

// On paper forms and in mail the long vowel is often typed as a dash: サ−ビス, データ―.
const DASH_AS_LONG_VOWEL: Rule = {
  pattern: /(?<=[ァ-ヺー])[‐‑‒–—―−─━-]/gu,
  replace: () => 'ー',
};

const MONTHS_COUNTER: Rule = {
  pattern: /(?<=[0-9〇一二三四五六七八九十百数何])[ヶヵケカ箇個ゖゕ](?=[月所国年条村])/gu,
  replace: () => 'か',
};

// 五十代, 三か月, 八〇五〇. A single numeral counts only before a counter that makes no other word of it
// (一時, 一般, 十分 stay); 万 and 億 stay as they are written after digits too.
const KANJI_NUMERAL: Rule = {
  pattern: /[〇一二三四五六七八九十百千]{2,}|[一二三四五六七八九十](?=[年月か歳代回件週泊円割世])/gu,
  replace: arabicNumeral,
};

const KATAKANA: Rule = {
  pattern: /[ァ-ヶヽヾ]+/gu,
  replace: (matched) => {
    let hiragana = '';
    for (const character of matched) hiragana += String.fromCharCode(character.charCodeAt(0) - 0x60);
    return hiragana;
  },
};

// シェルタ and シェルター, コンピュータ and コンピューター; what is left of フドバンク for フードバンク.
const LONG_VOWEL: Rule = { pattern: /ー+/gu, replace: () => '' };

const WRITTEN = [WIDTH, DASH_AS_LONG_VOWEL, MONTHS_COUNTER, KANJI_NUMERAL];
const KANA = [KATAKANA, LONG_VOWEL];

/** Evens out width, case, dashes and numerals, and leaves the kana, in which words can still be told apart. */
export function foldWriting(text: string): string {
  return apply(WRITTEN, text);
}

/** Takes a text from `foldWriting` to the form in which texts are compared: all kana hiragana, no long vowels. */
export function foldKana(text: string): string {
  return apply(KANA, text);
}

/** The same as `foldKana(foldWriting(text))`, with the way back. */
export function foldWithOffsets(text: string): FoldedText {
  const starts = Array.from({ length: text.length }, (_, index) => index);
  const typed = { text, starts, ends: starts.map((start) => start + 1) };
  return [...WRITTEN, ...KANA].reduce(applyWithOffsets, typed);
}

function apply(rules: readonly Rule[], text: string): string {
  return rules.reduce((folded, { pattern, replace }) => folded.replace(pattern, replace), text);
}

function applyWithOffsets(folded: FoldedText, { pattern, replace }: Rule): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (from: number, to: number) => {
    text += folded.text.slice(from, to);
    for (let index = from; index < to; index += 1) {
      starts.push(folded.starts[index]!);
      ends.push(folded.ends[index]!);
    }
  };
  let kept = 0;
  for (const match of folded.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const replacement = replace(match[0]);
    keep(kept, match.index);
    if (replacement.length === match[0].length) {
      for (let index = match.index; index < end; index += 1) {
        starts.push(folded.starts[index]!);
        ends.push(folded.ends[index]!);
      }
    } else {
      for (let index = 0; index < replacement.length; index += 1) {
        starts.push(folded.starts[match.index]!);
        ends.push(folded.ends[end - 1]!);
      }
    }
    // What is left out belongs to the character before it.
    if (replacement === '' && ends.length > 0) ends[ends.length - 1] = folded.ends[end - 1]!;
    text += replacement;
    kept = end;
  }
  keep(kept, folded.text.length);
  return { text, starts, ends };
}

const DIGITS = '〇一二三四五六七八九';

function arabicNumeral(kanji: string): string {
  if (!/[十百千]/.test(kanji)) return Array.from(kanji, (digit) => DIGITS.indexOf(digit)).join('');
  let sum = 0;
  let digit = 0;
  for (const character of kanji) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit === undefined) {
      digit = digit * 10 + DIGITS.indexOf(character);
    } else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return String(sum + digit);
}
