import type { BrokenLimit, Reason } from '#app/domain/meetings/grouping/problem.ts';
import type { Experience } from '#db/schema.ts';

export const EXPERIENCE_CHOICES: ReadonlyArray<{ value: Experience; label: string }> = [
  { value: 'any', label: '気にしない' },
  { value: 'mixed', label: '新しい人と長い人をまぜる' },
  { value: 'together', label: '経験の近い人どうし' },
];

/** Why somebody is where they are, in one line: 第2希望。1番は希望が多く、8名でいっぱいです。 */
export const reasonWords = (reasons: readonly Reason[]): string => reasons.map(words).join('');

function words(reason: Reason): string {
  switch (reason.code) {
    case 'wish':
      return reason.rank === 1 ? '第1希望どおりです。' : `第${reason.rank}希望です。`;
    case 'unwished':
      return '希望のグループに入れませんでした。';
    case 'open':
      return '希望がないので、人数と地域を見て入れました。';
    case 'pinned':
      return '手で決めました。';
    case 'facilitator':
      return 'このグループの進行役です。';
    case 'full':
      return `${reason.group}番は希望が多く、${reason.max}名でいっぱいです。`;
    case 'colleagues':
      return `${reason.group}番には、同じ機関の人が${reason.count}名います。`;
    case 'needed':
      return `${reason.group}番は、抜けると${reason.min}名に足りません。`;
    case 'balance':
      return '地域と経験のかたよりが少なくなります。';
  }
}

/** Which limit cannot be kept, by how many, and what the proposal does about it. */
export function brokenWords(broken: BrokenLimit): string {
  switch (broken.code) {
    case 'too-few-places':
      return `席が${broken.by}名分足りません。申し込みは${broken.people}名、人数の上限を合わせると${broken.places}名です。いまの案は、上限を少しずつこえています。上限を上げるか、グループを増やしてください。`;
    case 'too-few-people':
      return `人が${broken.by}名足りません。申し込みは${broken.people}名、人数の下限を合わせると${broken.places}名です。いまの案は、下限を少しずつ割っています。下限を下げるか、グループを減らしてください。`;
    case 'too-many-fixed':
      return `${broken.group}番は、動かさない人が${broken.fixed}名いて、上限の${broken.max}名を${broken.by}名こえています。だれかを「自動にまかせる」にもどすか、上限を上げてください。`;
  }
}
