import { isForeignName } from './foreign-names.ts';
import {
  isBuiltLikeGivenName,
  isFullName,
  isGivenName,
  isLikelyFullName,
  isSurname,
  KANA_NOUNS,
  readsAsGivenName,
  readsAsSurname,
  surnames,
} from './lexicon.ts';
import { isRole } from './roles.ts';

// A name as it stands after a label or a relative: every script, with the spaces and dots that full names have.
const NAME =
  /[\u3400-\u9fff々ヶ]{1,6}(?:[ \n][\u3400-\u9fff々ヶ]{1,4}(?![\u3400-\u9fff])|[ \n]?[ァ-ヺー]{2,8}[子江枝代美]?(?![\u3400-\u9fff])|[ \n][ぁ-ゖ]{2,6}(?![ぁ-ゖ])|[ぁ-ゖ]{2,5}(?=[ (|\n、]|さん|$))?|[ァ-ヺ][ァ-ヺー]*(?:[子江枝代美](?![\u3400-\u9fff])|(?:[・= ][ァ-ヺー]+){0,4})|[ぁ-ゖ]{2,6}(?: [ぁ-ゖ]{2,6})?(?![ぁ-ゖ])|[A-Z](?=['.-]*[A-Za-z]|\.? [A-Z])[A-Za-z'.-]*(?: [A-Z][A-Za-z'.-]+){0,4}|[\u0370-\u052f]{2,20}(?: [\u0370-\u052f]{2,20}){0,2}|[\uac00-\ud7a3]{2,4}/y;
const CLOSED =
  /^(?:$|[\n、，。|()（）「」『』/・,:~]| ?(?:さん|様|さま|氏|くん|君|ちゃん|夫妻|宅|です|と名乗|という|といい|って|ほか| \S)|(?:が|は|を|に|と|も|の|だけ|から|へ|、|同席|同行|来所|同伴|より|宛))/;
const STRICTLY_CLOSED = /^(?:$|[\n、，|()（）/,」』]|です| ?(?:さん|様|さま|氏|くん|君|ちゃん)| {1,3}\S)/;

/** How sure a passage must be to count as a name. */
export type Trust = 'naming' | 'label' | 'relative' | 'bracketed';

/** The end of a name that begins at `start`, or -1. After a label any short word will do, after a relative only known names. */
export function nameRightOf(text: string, start: number, trust: Trust): number {
  if (trust === 'bracketed') {
    // 弟（ビカス、二十三歳）, 妹（木戸）
    const filled = /^(?:[ァ-ヺー]{2,10}|[\u3400-\u9fff]{2,3})(?=\)|、[0-9一-十]{1,4}[歳才])/.exec(
      text.slice(start, start + 16),
    )?.[0];
    if (filled && !isRole(filled) && (isSurname(filled) || !/[\u3400-\u9fff]/.test(filled)))
      return start + filled.length;
    return nameRightOf(text, start, 'relative');
  }
  NAME.lastIndex = start;
  const match = NAME.exec(text);
  if (match === null) return -1;
  const word = match[0];
  const rest = text.slice(start + word.length, start + word.length + 8);
  const parts = word.split(/[ \n]/);
  const [first = '', second = ''] = parts;
  if (parts.length > 1) {
    if (
      isSurname(first) ||
      (isGivenName(second) && !isRole(first)) ||
      (trust !== 'relative' &&
        /^[ァ-ヺー・A-Za-z]|^[\u3400-\u9fff々]{1,4} [ぁ-ゖァ-ヺー]/.test(word) &&
        !isRole(first)) ||
      (trust !== 'relative' &&
        /^[ぁ-ゖ]+ [ぁ-ゖ]+$/.test(word) &&
        (trust === 'naming' || readsAsSurname(first) || readsAsGivenName(second))) ||
      // 氏名：宗像　俊作: no list has every family name.
      (trust !== 'relative' && isBuiltLikeGivenName(second) && !isRole(first) && !isRole(second)) ||
      (readsAsSurname(first) && readsAsGivenName(second)) ||
      (/^[ぁ-ゖ]+ [ぁ-ゖ]+$/.test(word) && readsAsGivenName(second))
    )
      return start + word.length;
  }
  if (/^[\u3400-\u9fff]/.test(word)) return kanjiRight(text, start, first, trust);
  if (/^[ァ-ヺ]/.test(word)) {
    if (isRole(word) || !CLOSED.test(rest)) return -1;
    if (/[\u3400-\u9fff]$/.test(word)) return start + word.length;
    if (trust === 'naming' && /^(?:と(?:しか|だけ|名乗|言|い|呼)|です|だ|[。、])/.test(rest))
      return start + word.length;
    if (trust !== 'relative')
      return STRICTLY_CLOSED.test(rest) || word.includes('・') ? start + word.length : -1;
    return (word.length < 5 && HOME_AFTER.test(rest)) ||
      readsAsGivenName(word) ||
      readsAsSurname(word) ||
      isForeignName(word) ||
      word.includes('・')
      ? start + word.length
      : -1;
  }
  if (/^[ぁ-ゖ]/.test(word)) return hiraganaRight(text, start, trust);
  return trust === 'relative' ? -1 : start + word.length;
}

// 父の畑, 母の所に: after a relative a family name that is a noun is the noun, unless more says otherwise.
const isFamilyName = (name: string, rest: string, trust: Trust) =>
  surnames.has(name) ||
  (isSurname(name) && (trust !== 'relative' || /^(?:さん|様|氏|くん|という|って)/.test(rest)));

const NO_NAME = /^(?:現在|今年|当時|享年|年齢|[0-9〇一二三四五六七八九十]+)$/;
// 友だちのユズキの部屋, 友人せいらの家
const HOME_AFTER = /^の(?:部屋|家|実家|アパート|車)/;

function kanjiRight(text: string, start: number, run: string, trust: Trust): number {
  for (let length = Math.min(6, run.length); length > 0; length--) {
    const name = run.slice(0, length);
    const rest = text.slice(start + length, start + length + 8);
    if (!CLOSED.test(rest)) continue;
    if (
      isFullName(name) ||
      isLikelyFullName(name) ||
      (isGivenName(name) && length <= 3) ||
      isFamilyName(name, rest, trust)
    ) {
      if (isRole(name)) return -1;
      if (
        trust !== 'relative' ||
        length > 1 ||
        /^(?:[がはをにともの、。)（(]|さん|くん|ちゃん|だけ)/.test(rest)
      )
        return start + length;
    }
  }
  const unknown = text.slice(start + run.length, start + run.length + 8);
  // 父源造 77歳: whatever stands between a relative and an age.
  if (run.length === 2 && !isRole(run) && !NO_NAME.test(run) && /^ ?[0-9]{1,3}[歳才]/.test(unknown))
    return start + run.length;
  if (
    trust !== 'relative' &&
    run.length <= 4 &&
    run.length > 1 &&
    !isRole(run) &&
    /^(?:さん|様|さま|氏|くん|君|ちゃん|\([0-9一二三四五六七八九十]+(?:歳|才|か月|[)・、 ]))/.test(
      unknown.trimStart(),
    )
  )
    return start + run.length;
  if (
    trust === 'naming' &&
    /^[\u3400-\u9fff々]{1,4}$/.test(run) &&
    !isRole(run) &&
    // 会社名は「業種」に置きかえます
    !/^[」』]/.test(unknown) &&
    STRICTLY_CLOSED.test(unknown)
  )
    return start + run.length;
  return -1;
}

function hiraganaRight(text: string, start: number, trust: Trust): number {
  const run = text.slice(start, start + 12).match(/^[ぁ-ゖー]+/)?.[0] ?? '';
  for (let length = Math.min(6, run.length); length > 1; length--) {
    const name = run.slice(0, length);
    if (!readsAsGivenName(name) && !(trust !== 'relative' && readsAsSurname(name))) continue;
    // 本人のことは、: after a relative a word is the word.
    if (
      trust === 'relative' &&
      KANA_NOUNS.has(name) &&
      !/^(?:さん|くん|ちゃん)/.test(text.slice(start + length))
    )
      continue;
    const rest = text.slice(start + length, start + length + 8);
    if (
      trust !== 'relative'
        ? STRICTLY_CLOSED.test(rest)
        : /^(?:さん|くん|ちゃん|[がはをに](?![ぁ-ゖ])|の[\u3400-\u9fff]|[()（）、])/.test(rest)
    )
      return start + length;
  }
  const housed = /^(?!.?ち|たち|から|まで|いる|いた|[のはがをにでともら])[ぁ-ゖー]{2,3}(?=の)/.exec(run)?.[0];
  if (
    housed !== undefined &&
    !isRole(housed) &&
    HOME_AFTER.test(text.slice(start + housed.length, start + housed.length + 4))
  )
    return start + housed.length;
  // 名前はりんとしか教えてくれない
  const said =
    trust === 'naming'
      ? /^(?<name>[ぁ-ゖー]{2,5}?)(?:と(?:しか|だけ|名乗|言|い[うい]|呼)|っていう)/.exec(
          text.slice(start, start + 12),
        )
      : null;
  const name = said?.groups?.name;
  if (name !== undefined && !isRole(name)) return start + name.length;
  if (
    trust !== 'relative' &&
    run.length >= 2 &&
    run.length <= 4 &&
    !isRole(run) &&
    (trust === 'naming' ? STRICTLY_CLOSED : /^\([^()\n]{0,12}[0-9]/).test(
      text.slice(start + run.length, start + run.length + 16),
    )
  )
    return start + run.length;
  return -1;
}
