import { foldVariant } from './variants.ts';

/** A text in one spelling, and the way back to the text as it was typed. */
export interface Normalized {
  text: string;
  /** Leads a span of `text` back to the span of the original, both in UTF-16 code units. */
  original(start: number, end: number): { start: number; end: number };
}

const HALF_KANA =
  '。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン';
const VOICED = 'ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ';
const UNVOICED = 'カキクケコサシスセソタチツテトハヒフヘホウ';
const HALF_VOICED = 'パピプペポ';
const HALF_UNVOICED = 'ハヒフヘホ';

// Dashes and minus signs that people type for a hyphen; ー is one only between digits (see below).
const HYPHENS = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\u2500]/;
// Zero-width characters, bidi controls, variation selectors, soft hyphen, carriage return: nothing a reader sees.
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFC\r]/;
// Strokes through letters, rings and keys around them: a reader sees the letter. Marks of Thai or Hindi stay.
const OVERLAY = /\p{Script=Inherited}/u;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u2800\u3000\t]/;
// Characters that are others in another dress: 𝟎, ⁰, 𝐀, ⼭ of a PDF. Not ① (kept for runs, see below) and not ㈱.
const DRESSED =
  /[\u00B2\u00B3\u00B9\u2070-\u209C\u2100-\u214F\u2E80-\u2FDF\uF900-\uFAFF\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F10A}\u{2F800}-\u{2FA1F}]/u;
// Cyrillic and Greek letters that look like Latin ones, in two rows.
const LOOKS = 'аеорсхуіѕјАВЕКМНОРСТХΑΒΕΗΙΚΜΝΟΡΤΧο';
const LIKE = 'aeopcxyisjABEKMHOPCTXABEHIKMNOPTXo';

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** The digit that a character of any script stands for: ٣ → 3. The digits of a script stand side by side. */
function digitOf(char: string): string {
  let value = 0;
  for (
    let code = char.codePointAt(0) ?? 0;
    value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1));
    code -= 1
  )
    value += 1;
  return String(value);
}

function plainChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e && code !== 0xff0d) return String.fromCharCode(code - 0xfee0);
  if (code >= 0xff61 && code <= 0xff9d) return HALF_KANA[code - 0xff61] ?? char;
  if (code === 0x301c || code === 0x223c) return '~';
  if (code === 0xffe5 || code === 0x00a5) return '¥';
  if (SPACES.test(char)) return ' ';
  if (HYPHENS.test(char)) return '-';
  if (DRESSED.test(char)) {
    const bare = char.normalize('NFKC');
    return bare.length === 1 ? bare : char;
  }
  return /\p{Nd}/u.test(char) ? digitOf(char) : char;
}

function voiced(base: string, mark: string): string | undefined {
  if (mark === '\uFF9E' || mark === '\u3099') return VOICED[UNVOICED.indexOf(base)];
  if (mark === '\uFF9F' || mark === '\u309A') return HALF_VOICED[HALF_UNVOICED.indexOf(base)];
  return undefined;
}

/**
 * Writes a text in one spelling: half-width digits, letters and signs, full-width kana, one kind of hyphen and of
 * space, common forms of variant kanji, nothing invisible. Digits in kanji count as digits in long numbers only.
 */
export function normalize(typed: string): Normalized {
  const out: string[] = [];
  // at[i] = where the i-th unit of the result begins in the typed text, until[i] = where it ends
  const at: number[] = [];
  const until: number[] = [];
  for (let i = 0; i < typed.length; i++) {
    const code = typed.charCodeAt(i);
    // Kana and most kanji stay what they are; this is the common path.
    if (
      (code > 0x3040 && code < 0x3097) ||
      (code > 0x33ff && code < 0xa000) ||
      (code > 0x30a0 && code < 0x30fd) ||
      (code < 0x7f && code !== 0x0d && code !== 0x09)
    ) {
      out.push(code > 0x33ff ? foldVariant(typed[i] as string) : (typed[i] as string));
      at.push(i);
      until.push(i + 1);
      continue;
    }
    if (code >= 0xd800 && code <= 0xdbff && isLowSurrogate(typed.charCodeAt(i + 1))) {
      const pair = typed.slice(i, i + 2);
      const selector = code === 0xdb40;
      if (!selector) {
        const folded = foldVariant(plainChar(pair));
        for (const unit of folded.split('')) {
          out.push(unit);
          at.push(folded.length === 2 && unit === pair[1] ? i + 1 : i);
          until.push(folded.length === 2 && unit === pair[0] ? i + 1 : i + pair.length);
        }
      } else if (until.length > 0) {
        until[until.length - 1] = i + pair.length;
      }
      i += pair.length - 1;
      continue;
    }
    const char = typed[i] as string;
    if (INVISIBLE.test(char)) continue;
    const mark = out.length > 0 ? voiced(out[out.length - 1] as string, char) : undefined;
    if (mark !== undefined) {
      out[out.length - 1] = mark;
      until[until.length - 1] = i + 1;
      continue;
    }
    if (OVERLAY.test(char)) {
      if (until.length > 0) until[until.length - 1] = i + 1;
      continue;
    }
    out.push(foldVariant(plainChar(char)));
    at.push(i);
    until.push(i + 1);
  }
  closeUp(out, at, until);
  latinLookAlikes(out);
  return {
    text: brokenNumbers(lettersForDigits(kanjiNumbers(longVowelHyphens(out)))),
    original: (start, end) => ({
      start: at[start] ?? typed.length,
      end: end > start ? (until[end - 1] ?? typed.length) : (at[start] ?? typed.length),
    }),
  };
}

const JAPANESE = /[\u3041-\u30fe\u3400-\u9fff々]/;
/** Characters in a row that stand apart, from which on they are meant to be read together. */
const APART = 4;

const isGap = (unit: string | undefined) => unit === undefined || unit === ' ' || unit === '\n';

/** 佐 藤 さ ん: takes out single spaces between single characters. Changes the lists it is given. */
function closeUp(out: string[], at: number[], until: number[]): void {
  const isAlone = (index: number) =>
    JAPANESE.test(out[index] ?? '') && isGap(out[index + 1]) && isGap(out[index - 1]);
  const spaces = new Set<number>();
  for (let from = 0; from < out.length; from += 1) {
    if (out[from + 1] !== ' ' || !isAlone(from)) continue;
    let to = from;
    while (out[to + 1] === ' ' && isAlone(to + 2)) to += 2;
    if ((to - from) / 2 + 1 >= APART) for (let index = from + 1; index < to; index += 2) spaces.add(index);
    from = to;
  }
  if (spaces.size === 0) return;
  for (const list of [out, at, until] as unknown[][]) {
    const kept = list.filter((_, index) => !spaces.has(index));
    list.length = 0;
    for (const item of kept) list.push(item);
  }
}

/** exаmple with a Cyrillic а: a letter beside Latin ones is the Latin one that it looks like. */
function latinLookAlikes(units: string[]): void {
  const isLatin = (unit: string | undefined) => unit !== undefined && /[A-Za-z0-9@._]/.test(unit);
  for (let i = 0; i < units.length; i += 1) {
    const place = LOOKS.indexOf(units[i] as string);
    if (place >= 0 && (isLatin(units[i - 1]) || isLatin(units[i + 1]))) units[i] = LIKE[place] as string;
  }
}

/** ー between two digits is a hyphen that an input method left long. */
function longVowelHyphens(units: string[]): string {
  for (let i = 1; i < units.length - 1; i++) {
    if (units[i] !== 'ー') continue;
    if (isDigit(units[i - 1]?.charCodeAt(0) ?? 0) && isDigit(units[i + 1]?.charCodeAt(0) ?? 0))
      units[i] = '-';
  }
  return units.join('');
}

const KANJI_DIGITS = '〇一二三四五六七八九';

/** 〇九〇-一二三四-五六七八 hides a number from nobody but a machine; one character stays one character. */
function kanjiNumbers(text: string): string {
  return text.replace(
    /[〇零一二三四五六七八九][〇零一二三四五六七八九ーの -]{7,34}[〇零一二三四五六七八九]/g,
    (run) => {
      const digits = run.replace(/[ーの -]/g, '');
      if (digits.length < 9) return run;
      return run
        .replace(/[〇零一二三四五六七八九]/g, (d) => String(Math.max(0, KANJI_DIGITS.indexOf(d))))
        .replace(/[ーの]/g, '-');
    },
  );
}

const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨⓿❶❷❸❹❺❻❼❽❾';

/** O9O-1234-5678, ⓪⑨⓪-①②③④-⑤⑥⑦⑧: letters and circles in the place of digits, in runs as long as a number. */
function lettersForDigits(text: string): string {
  return text
    .replace(/[⓪①-⑨⓿❶-❾0-9][⓪①-⑨⓿❶-❾0-9 -]{7,16}[⓪①-⑨⓿❶-❾0-9]/g, (run) =>
      run.replace(/[⓪①-⑨⓿❶-❾]/g, (char) => String(CIRCLED.indexOf(char) % 10)),
    )
    .replace(/(?<![A-Za-z0-9])[Oo0][OoIl0-9 -]{8,15}(?![A-Za-z])/g, (run) =>
      (run.match(/[0-9]/g) ?? []).length < 6 ? run : run.replace(/[Oo]/g, '0').replace(/[Il]/g, '1'),
    );
}

/** A number that goes on in the next line after its hyphen. */
function brokenNumbers(text: string): string {
  return text.replace(/(?<=[0-9]-)\n(?=[0-9])/g, '-');
}
