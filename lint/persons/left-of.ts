import { isFullName, isGivenName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import { isRole, LEAD } from './roles.ts';

const KANJI = /[\u3400-\u9fff々ヶノ]/;
const KATAKANA = /[ァ-ヺー・=]/;
const HIRAGANA = /[ぁ-ゖー]/;
const LATIN = /[A-Za-z.\u00c0-\u024f\u1e00-\u1eff]/;
const FOREIGN = /[\u0370-\u052f\u1100-\u11ff\uac00-\ud7a3\u0e00-\u0e7f\u0900-\u097f\u0600-\u06ff]/;
const FAMILY_END =
  /[田谷川山村島井野原木本沢崎藤岡橋口部内林森屋尾倉戸浦瀬津江塚坂石池宮場松根垣辺見城渕淵渡敷袋嶺]$/;
// What may stand right before a name in hiragana that follows other hiragana.
const PARTICLE =
  /(?:[のはがをにともやでへ]|から|った|して|いる|った|ない|する|その|この|って|くる|いた|いて|る|た)$/;

function runStart(text: string, end: number, of: RegExp, most: number): number {
  let start = end;
  while (start > 0 && end - start < most && of.test(text[start - 1] as string)) start--;
  return start;
}

/** Start of the name in kanji that ends at `end`, or -1: roles and what leads up to the name are cut. */
function kanjiName(text: string, end: number): number {
  let start = runStart(text, end, KANJI, 10);
  while (start < end && /[ヶノ]/.test(text[start] as string)) start++;
  const run = text.slice(start, end);
  if (isRole(run)) return -1;
  for (let from = 0; from < run.length; from++) {
    const name = run.slice(from);
    const lead = run.slice(0, from);
    if (name.length > 7 || (lead !== '' && !LEAD.test(lead) && !isRole(lead))) continue;
    if (isSurname(name) || isFullName(name) || isGivenName(name))
      return withFamilyName(text, start + from, lead === '');
  }
  // Unknown to the dictionary: short words are names all the same, in longer ones only a known ending is.
  if (run.length <= 4) {
    for (let from = 1; from < run.length; from++) {
      if (LEAD.test(run.slice(0, from)) && !isRole(run.slice(from))) return start + from;
    }
    return withFamilyName(text, start, true);
  }
  for (let from = 1; from < run.length; from++) {
    const name = run.slice(from);
    if (name.length >= 2 && (isSurname(name) || isFullName(name))) return start + from;
  }
  return -1;
}

/** Takes in a family name that stands before a given name: 小野寺 和幸, 佐藤＋ゆき. */
function withFamilyName(text: string, start: number, whole: boolean): number {
  if (!whole) return start;
  const gap = text[start - 1] === ' ' ? 1 : 0;
  if (gap === 0 && !KANJI.test(text[start - 1] ?? '')) return start;
  const familyEnd = start - gap;
  const familyStart = runStart(text, familyEnd, KANJI, 5);
  for (let from = familyStart; from < familyEnd; from++) {
    const family = text.slice(from, familyEnd);
    const lead = text.slice(familyStart, from);
    if (isSurname(family) && (lead === '' || LEAD.test(lead))) return from;
  }
  // 能登谷イネ: no dictionary has every family name, but most end in what a landscape has.
  // Where a space stands before the given name, the word in front of it needs no such ending (妻野月 静江).
  const before = text.slice(familyStart, familyEnd);
  const lead =
    /^(?:元?[夫妻]|[父母兄姉弟妹娘孫甥姪]|[長次三]男|[長次三]女|息子)(?=[\u3400-\u9fff]{2})/.exec(
      before,
    )?.[0] ?? '';
  const unknown = before.slice(lead.length);
  const isLikely = gap === 1 || FAMILY_END.test(unknown);
  if (unknown.length >= 2 && unknown.length <= 4 && isLikely && !isRole(unknown))
    return familyStart + lead.length;
  return start;
}

/** Takes in a family name in hiragana before a space: はせがわ よし. */
function withFamilyInKana(text: string, start: number): number {
  if (text[start - 1] !== ' ') return start;
  const end = start - 1;
  const from = runStart(text, end, HIRAGANA, 8);
  for (let at = from; at < end - 1; at++) {
    const led = at === from || PARTICLE.test(text.slice(from, at));
    if (led && readsAsSurname(text.slice(at, end))) return at;
  }
  return start;
}

function katakanaName(text: string, end: number): number {
  let start = runStart(text, end, KATAKANA, 30);
  while (start < end && /[・=ー]/.test(text[start] as string)) start++;
  const run = text.slice(start, end);
  if (run.length === 0 || (run.length === 1 && !/[ァ-ヺ]/.test(run))) return -1;
  if (isRole(run)) return -1;
  // Names of three parts stand apart: サントス マリア クリスティーナ.
  while (text[start - 1] === ' ' && KATAKANA.test(text[start - 2] ?? '')) {
    const part = runStart(text, start - 1, KATAKANA, 14);
    if (isRole(text.slice(part, start - 1))) break;
    start = part;
  }
  return withFamilyName(text, start, true);
}

function hiraganaName(text: string, end: number): number {
  const start = runStart(text, end, HIRAGANA, 12);
  const run = text.slice(start, end);
  const previous = text[start - 1] ?? '';
  for (let from = Math.max(0, run.length - 6); from < run.length; from++) {
    const name = run.slice(from);
    if (name.length < 2 && from > 0) break;
    const before = run.slice(0, from);
    if (before !== '' && !PARTICLE.test(before)) continue;
    if (isRole(name) || isRole(name.replace(/^お/, '')) || (before === '' && isRole(run))) continue;
    if (!readsAsGivenName(name) && !readsAsSurname(name)) continue;
    const at = start + from;
    return withFamilyInKana(text, before === '' ? withFamilyName(text, at, true) : at);
  }
  // A nickname: short, alone, no word for a relative or everybody.
  const alone =
    run.match(/^(?:.*?(?:[のはがをに]|った|から))?(?<name>[ぁ-ゖ][ぁ-ゖー]{0,3})$/)?.groups?.name ?? '';
  // Discordでそらくん: after another script a particle leads up to the name.
  const led = /[\u3400-\u9fffァ-ヺA-Za-z0-9]/.test(previous)
    ? run.replace(/^[のはがをにとでも](?=..)/, '')
    : run;
  const name = led.length <= 4 ? led : alone;
  if (
    name === '' ||
    name.length > 4 ||
    (name.length > 2 && name.endsWith('や')) ||
    isRole(name) ||
    isRole(name.replace(/^[のはがをにとでも]/, '')) ||
    /^[おご]/.test(name) ||
    (name === run && KANJI.test(previous) && !/[子男女妻夫父母姉妹兄弟娘孫者]/.test(previous)) ||
    (name === run && /[っゃゅょん]$/.test(previous))
  )
    return -1;
  if (name.length === 1 && (run.length > 1 || /[のはがをにともでへや]/.test(name))) return -1;
  return name === run ? withFamilyName(text, start, true) : end - name.length;
}

function latinName(text: string, end: number): number {
  let start = runStart(text, end, LATIN, 20);
  const run = text.slice(start, end);
  if (isRole(run) || !/[A-Z][A-Za-z\u00c0-\u1eff]|^[a-z]{3}/.test(run)) return -1;
  while (text[start - 1] === ' ' && LATIN.test(text[start - 2] ?? ''))
    start = runStart(text, start - 1, LATIN, 20);
  return start;
}

/** Start of the name that ends at `end` where an honorific follows, or -1 where a role or nothing stands there. */
export function nameLeftOf(text: string, end: number): number {
  const at = text[end - 1] === ' ' ? end - 1 : end;
  const last = text[at - 1] ?? '';
  if (last !== 'ノ' && KANJI.test(last)) return kanjiName(text, at);
  if (/[ァ-ヺ]/.test(last)) return katakanaName(text, at);
  if (last === 'ー')
    return KATAKANA.test(text[at - 2] ?? '') && !HIRAGANA.test(text[at - 2] ?? '')
      ? katakanaName(text, at)
      : hiraganaName(text, at);
  if (HIRAGANA.test(last)) return hiraganaName(text, at);
  if (LATIN.test(last)) return latinName(text, at);
  if (FOREIGN.test(last)) return runStart(text, at, FOREIGN, 30);
  return -1;
}
