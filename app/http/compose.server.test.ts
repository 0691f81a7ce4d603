import { expect, test } from 'vitest';
import { openNetwork } from '#tests/support/builders.server.ts';
import { checkComposed, type Kind, readComposed } from './compose.server.ts';
import { readForm } from './form.server.ts';

async function open() {
  const { db, asker } = await openNetwork();
  const viewer = { ...asker, organization: 'みなみ市 社会福祉課', introduced: false };
  const compose = async (kind: Kind, fields: Record<string, string>) => {
    const body = new URLSearchParams({ intent: 'check', body: '本文です。', ...fields });
    const form = await readForm(new Request('http://x/', { method: 'POST', body }));
    return readComposed(db, kind, form, viewer, null);
  };
  return {
    compose,
    check: async (kind: Kind, fields: Record<string, string>) => {
      const outcome = await checkComposed(db, await compose(kind, fields), viewer);
      return outcome.ok ? 'nothing found' : outcome.refusal;
    },
  };
}

test('only questions have titles, tags and a programme, whatever a form brings', async () => {
  const { compose } = await open();
  const fields = { title: '題', tags: '家賃、録音' };
  expect(await compose('question', fields)).toMatchObject({ title: '題', tags: '家賃 録音' });
  expect(await compose('answer', fields)).toMatchObject({ title: '', tags: '' });
  expect(await compose('comment', fields)).toMatchObject({ title: '', tags: '' });
});

test.each([
  ['question', { title: 'あ'.repeat(81) }, 'title'],
  ['question', { title: '佐藤さん'.repeat(50_000) }, 'title'],
  ['question', { tags: '佐藤さん '.repeat(50_000) }, 'tags'],
  // One sign that is eighteen letters long when it is made plain.
  ['question', { tags: '\ufdfa'.repeat(300_000) }, 'tags'],
  ['question', { tags: 'あ'.repeat(21) }, 'tags'],
  ['question', { body: '佐藤さん'.repeat(2001) }, 'body'],
  ['answer', { body: '佐藤さん'.repeat(2001) }, 'body'],
  ['comment', { body: '佐藤さん'.repeat(251) }, 'body'],
] as const)(
  'the check of a %s refuses texts that are too long before it reads them: %#',
  async (kind, fields, field) => {
    const { check } = await open();
    const began = performance.now();
    const tooLong = { code: 'invalid', fields: { [field]: 'too-long' } };
    expect(await check(kind, { ...fields, fix: 'person-name:佐藤' })).toEqual(tooLong);
    expect(performance.now() - began).toBeLessThan(500);
  },
);

test('a check tells of names and of too many tags at once', async () => {
  const { check } = await open();
  const found = await check('question', { body: '佐藤さんの件です。', tags: '一 二 三 四 五 六' });
  expect(found).toMatchObject({ code: 'not-anonymous', fields: { tags: 'too-many' } });
  expect(await check('question', { title: '家賃のこと', tags: '家賃' })).toBe('nothing found');
});
