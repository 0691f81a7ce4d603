import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('employer', text, { tagger });

test.each([
  ['本人の職場の江別あさひ歯科に電話した', ['江別あさひ歯科']],
  ['滝川やわら眼科で働く息子', ['滝川やわら眼科']],
  ['母は空知みどり病院に勤めている', ['空知みどり病院']],
  ['本人の前職は豊栄南保育園、腰痛で退職', ['豊栄南保育園']],
  ['妻はグループホームすずらんで夜勤を続けている', ['グループホームすずらん']],
])('where somebody works: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '本人は空知みどり病院に通院',
  '本人は病院で働いている',
  '母はグループホームすずらんに入居',
  '妻は江別あさひ歯科を受診',
  '長女は豊栄南保育園に通う',
])('where somebody is looked after: %s', (text) => {
  expect(found(text)).toEqual([]);
});
