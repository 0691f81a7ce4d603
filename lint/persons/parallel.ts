import type { Marked } from '../options.ts';
import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { allWithin } from '../text/sorted.ts';
import { isForeignName } from './foreign-names.ts';
import { isGivenName, isSurname, readsAsGivenName } from './lexicon.ts';
import { isRole } from './roles.ts';
import type { Word } from './tagger/features.ts';

interface Span {
  start: number;
  end: number;
}

// ・Thanh 学生寮の門限が…, 2 牡丹 元夫からの養育費: how each of the lines of a list begins.
const ITEM =
  /(?<=^|\n)(?<mark>[・●○■□◆◇*-]|[0-9]{1,2}(?:[.)、:]|(?= ))|\([0-9]{1,2}\)|[①-⑳]|[A-H](?= )) {0,2}(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8}(?:・[ァ-ヺー]{2,10}){0,3}|[ぁ-ゖ]{2,5}|[A-Z][a-z]{1,9})(?=(?:さん|くん|ちゃん|様|氏)?(?: ?\(| {1,2}\S|:|:? ?→|は))/g;
const WORD =
  '(?:(?<![\\u3400-\\u9fff々ァ-ヺーA-Za-z])(?:[\\u3400-\\u9fff々]{1,3}|[ァ-ヺー]{2,8}|[ぁ-ゖ]{2,4}?(?=さん|くん|ちゃん|[^ぁ-ゖ]|$)|[A-Z][a-z]{1,9})(?:さん|くん|ちゃん|様|氏)?(?:\\([^()\\n]{1,8}\\))?(?![\\u3400-\\u9fff々ァ-ヺーA-Za-z]))';
const KIND = (mark: string) =>
  mark
    .replace(/[0-9]+/, '1')
    .replace(/[①-⑳]/, '①')
    .replace(/[A-H]/, 'A');
const SERVICE =
  /^(?:Zoom|Teams|Line|Excel|Word|Web|Mail|Gmail|Tel|Fax|Memo|Step|Part|Plan|Case|Note|Next|Todo)$/;

// 青木、渚、ジョン、みさき: with another beside it.
const ROW = new RegExp(`${WORD}(?:[、・,/] ?${WORD}){2,11}`, 'g');

/** A town of Hokkaido; those elsewhere are family names, too. */
const isTown = (name: string) =>
  GAZETTEER.has(name) && (GAZETTEER.get(name)?.wider !== '道外' || !isSurname(name));

/** What stands in a row of names, or begins a line of a list whose other lines begin with somebody's name. */
export function parallel(text: string, marks: readonly Marked[], words: readonly Word[]): Span[] {
  const starts = new Set(marks.filter(({ mark }) => mark.startsWith('person')).map(({ start }) => start));
  if (starts.size < 2) return [];
  const lists = new Map<string, Array<Span & { name: string }>>();
  for (const { start, end, text: name, groups } of matchAll(text, ITEM)) {
    const kind = KIND(groups.mark ?? '');
    lists.set(kind, [...(lists.get(kind) ?? []), { start, end, name }]);
  }
  /** Of words that the dictionary has, and of none that is a name there. */
  const isNoun = ({ start, end }: Span) =>
    allWithin(words, start, end).every(({ known, pos }) => known && !pos.includes('固有名詞'));
  const may = (item: Span & { name: string }) => {
    const { name } = item;
    if (isRole(name) || isTown(name) || SERVICE.test(name)) return false;
    if (/^[A-Z]/.test(name)) return true;
    return (
      isSurname(name) || isGivenName(name) || isForeignName(name) || readsAsGivenName(name) || !isNoun(item)
    );
  };
  const isListed = (name: string) =>
    isSurname(name) || isGivenName(name) || isForeignName(name) || readsAsGivenName(name);
  const rows = matchAll(text, ROW).flatMap(({ start: from, text: row }) => {
    let at = from;
    const items = row.split(/[、・,/]/).map((item) => {
      const lead = item.length - item.trimStart().length;
      const name = /^[^(]{1,8}?(?=さん|くん|ちゃん|様|氏|\(|$)/.exec(item.trimStart())?.[0] ?? '';
      const start = at + lead;
      at += item.length + 1;
      return { start, end: start + name.length, name };
    });
    const others = items.filter(({ start }) => !starts.has(start));
    const named = items.length - others.length;
    return named > 1 &&
      named > others.length &&
      others.every(({ name }) => isListed(name) && !isRole(name) && !isTown(name))
      ? others
      : [];
  });
  const lines = [...lists.values()].flatMap((items) => {
    const others = items.filter(({ start }) => !starts.has(start));
    const named = items.length - others.length;
    return named > 1 && named > others.length ? others.filter(may) : [];
  });
  return [...rows, ...lines];
}
