import { expect, test } from 'vitest';
import { lint, lintFields } from '../../engine.ts';
import { nameTagger } from '../../full.server.ts';

const tagger = nameTagger();
const namesIn = (text: string) =>
  lint(text, { profile: 'chat', tagger })
    .filter(({ ruleId }) => ruleId === 'person-name')
    .map((finding) => finding.text);

test('a word of the dictionary before an honorific is no name where the tagger sees none', () => {
  expect(namesIn('相談員は振興局の2階です。夜は役場の宿直さんへお電話ください。')).toEqual([]);
  expect(namesIn('夜は役場の当別さんへお電話ください。')).toEqual(['当別']);
});

test('where somebody is named, others are seen though nothing announces them', () => {
  expect(namesIn('佐藤さんから電話です。室田は美幌の叔父のところへ行ったらしいです。')).toEqual([
    '佐藤',
    '室田',
  ]);
});

test('a text that names nobody needs surer signs', () => {
  expect(namesIn('森田療法の本は棚にあります。ご自由にどうぞ。')).toEqual([]);
});

test('a name at the beginning of a body does not reach into the title', () => {
  const [finding] = lintFields(
    { title: '変換しながら', body: '砂金澄仁は家賃を滞納しています。' },
    { profile: 'question', tagger },
  );
  expect(finding).toMatchObject({ field: 'body', text: '砂金澄仁' });
});
