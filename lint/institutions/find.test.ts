import { describe, expect, test } from 'vitest';
import { findInstitutions } from './find.ts';

const named = (text: string) =>
  findInstitutions(text)
    .filter((institution) => institution.named)
    .map(({ start, end }) => text.slice(start, end));

describe('institutions', () => {
  test.each([
    ['妻のトメさんは空知みどり病院に入院', '空知みどり病院'],
    ['本人はひだまり坂メンタルクリニックに通う', 'ひだまり坂メンタルクリニック'],
    ['妹のしのぶが発寒こころの診療所へ', '発寒こころの診療所'],
    ['長女はひよこの森保育園です', 'ひよこの森保育園'],
    ['(株)北の恵み食品で実習', '(株)北の恵み食品'],
    ['無料宿泊所あけぼの荘で過ごす', '無料宿泊所あけぼの荘'],
    ['石狩市社会福祉協議会が担当', '石狩市社会福祉協議会'],
  ])('in 「%s」 the name begins after the sentence and ends with its kind', (text, name) => {
    expect(named(text)).toEqual([name]);
  });

  test.each([
    '市内の病院',
    'C病院を退院',
    'グループホーム入居',
    'シェルターを利用',
    '小学校と中学校',
    '大学病院',
  ])('「%s」 has no name', (text) => {
    expect(findInstitutions(text).length).toBeGreaterThan(0);
    expect(named(text)).toEqual([]);
  });
});
