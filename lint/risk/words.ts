import type { Suggestion } from '../rule.ts';
import type { Attribute } from './trait.ts';

/** An estimate as people say it: 約5人, 約600人, 約1万人. */
export function aboutPeople(people: number): string {
  if (people < 0.5) return '1人いるかどうか';
  if (people < 1.5) return '1人ほど';
  if (people >= 10_000) return `約${Math.round(people / 10_000)}万人`;
  const step = people < 20 ? 1 : people < 100 ? 10 : 10 ** (Math.floor(Math.log10(people)) - 1);
  return `約${Math.round(people / step) * step}人`;
}

/** Other words for a passage, and of how many people the text is then true. */
export interface Change {
  suggestion: Suggestion;
  people: number;
}

/**
 * Why a combination is found and what to do.
 *
 * @param elsewhere whether part of it stands in what others can read of the thread already
 * @param change the smallest that helps, undefined where no other words are known
 */
export function riskMessage(
  attributes: readonly Attribute[],
  people: number,
  elsewhere: boolean,
  change: Change | undefined,
  enough: boolean,
): string {
  const named = [...new Set(attributes.flatMap(({ words, beside }) => (beside ? [words, beside] : [words])))]
    .map((words) => `「${words}」`)
    .join('');
  const thread = elsewhere ? 'このやりとりの前の投稿と合わせて、' : '';
  const found = `${thread}${named}がそろうと、当てはまる人は公的な統計からの見積もりで${aboutPeople(people)}です。`;
  if (change === undefined) return `${found}どれかを書かずに伝わらないでしょうか。`;
  const after = `「${change.suggestion.label}」にすると${aboutPeople(change.people)}になります`;
  return enough ? `${found}${after}。` : `${found}${after}が、ほかの手がかりも減らすと安心です。`;
}
