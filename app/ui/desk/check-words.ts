import type { DeskProfile, LintChange } from '../../domain/anonymization/changes.ts';
import type { Level } from '../../domain/anonymization/desk-rules.ts';

export const PROFILE_NAME: Record<DeskProfile, string> = {
  question: '質問',
  answer: '回答',
  note: 'ノート',
  report: '会議の報告',
  profile: '自己紹介',
};

/** How heavily a kind of finding is taken; the first two as its author reads them. */
export const LEVEL_NAME: Record<Level, string> = {
  error: '投稿できません',
  warning: '言い換えるか、理由を',
  info: 'ご参考（止めません）',
  off: '指摘しません',
};

/** What a change does, as the heading of its preview. */
export function changeWords(change: LintChange): string {
  switch (change.what) {
    case 'levels':
      return `${PROFILE_NAME[change.profile]}のきまりの重さを変える`;
    case 'fewest':
      return `当てはまる人が${change.people}人より少ないときに指摘する`;
    case 'allow':
      return `「${change.word}」を、指摘しないことばに加える`;
    case 'forbid':
      return `「${change.word}」を、書かないことばに加える`;
    case 'unallow':
      return `「${change.word}」を、指摘しないことばから外す`;
    case 'unforbid':
      return `「${change.word}」を、書かないことばから外す`;
    case 'publish':
      return `${change.number}（${change.name}）を、公開されている番号に加える`;
    case 'unpublish':
      return `${change.number}を、公開されている番号から外す`;
  }
}
