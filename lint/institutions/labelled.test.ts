import { expect, test } from 'vitest';
import { findLabelled } from './labelled.ts';

const values = (text: string) => findLabelled(text).map(({ start, end }) => text.slice(start, end));

test('takes what stands in the line or cell of a label as a name, whatever it looks like', () => {
  expect(
    values('勤務先: インドカレー ヒマラヤの月\n| 通院先 | さくら |\n勤 務 先:千歳オートリペア(解雇)'),
  ).toEqual(['インドカレー ヒマラヤの月', '千歳オートリペア', 'さくら']);
});

test('takes no trade, no area and no answer that says nothing', () => {
  expect(values('勤務先: 建設業\n職場: 市内の工場\n通院先: なし\n学校: 2年生')).toEqual([]);
});
