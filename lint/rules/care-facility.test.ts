import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('care-facility', text);

test.each([
  ['本人は更生保護施設ほくとの家を出る', '更生保護施設ほくとの家'],
  ['妻はデイサービスひだまりの相談員と話した', 'デイサービスひだまり'],
  ['本人は無料宿泊所あけぼの荘で過ごす', '無料宿泊所あけぼの荘'],
])('finds the facility that a client uses: %s', (text, name) => {
  expect(find(text)).toEqual([name]);
});

test('leaves facilities without a name, and homes of families', () => {
  expect(
    find(
      '本人はシェルターを利用。グループホーム入居を待つ。林の家には祖母もいる。グループホームにいるとのこと。グループホームです',
    ),
  ).toEqual([]);
});

test('finds a home that stands before its kind, or before the move into it', () => {
  expect(find('美園荘というグループホームを本人が見学')).toEqual(['美園荘']);
  expect(find('本人はそよかぜ荘に入居した')).toEqual(['そよかぜ荘']);
});

test.each([
  '子どもの家が分かる名簿、ひきこもりの家族、本人が移ったあとの家計表',
  '本人のこと。うちは事業所の番号を書く',
  'シェルター 夜間',
  '雇い止めで寮を出た本人',
])('leaves what only sounds like a home: %s', (text) => {
  expect(find(text)).toEqual([]);
});
