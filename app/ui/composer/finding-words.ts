import type { FindingGroup } from './decisions.ts';
import type { Numbered } from './standing.ts';

/** Word, icon and tone belong together, so that no meaning rests on colour alone. */
export function lookOf({ group, standing }: Numbered) {
  if (standing === 'kept') return { word: 'このまま載せます', icon: 'done', tone: 'settled' } as const;
  if (standing === 'objected') return { word: '事務局が確かめます', icon: 'done', tone: 'settled' } as const;
  if (group.severity === 'error') return { word: '投稿できません', icon: 'stop', tone: 'error' } as const;
  if (group.severity === 'warning')
    return { word: '言い換えるか、理由を', icon: 'warn', tone: 'warn' } as const;
  return { word: 'ご参考', icon: 'info', tone: 'info' } as const;
}

export function objectionLabel({ ruleId }: FindingGroup): string {
  return ruleId === 'person-name' ? 'これは個人名ではありません' : 'これは個人の情報ではありません';
}
