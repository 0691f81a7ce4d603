import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Composer } from './composer.tsx';
import { ComposerIsland } from './composer-island.tsx';
import { type FieldFinding, NO_DECISIONS, type UnfitKeep } from './decisions.ts';
import type { ComposerProps } from './props.ts';

const BODY = '佐藤さん、43歳の男性。';

function props(over: Partial<ComposerProps> = {}): ComposerProps {
  return {
    kind: 'question',
    action: '/questions/new',
    submissionKey: 'k1',
    check: { profile: 'question', authorName: '高橋' },
    values: { title: '', body: '', programme: '', tags: '' },
    programmes: [{ slug: 'jiritsu', name: '自立相談支援' }],
    takenLetters: [],
    thread: null,
    replaced: null,
    limits: { title: 80, body: 4000, tags: 100 },
    draftKey: 'draft:question',
    as: '空知くらしサポートセンター 高橋',
    labels: { body: 'くわしく', help: '本人が分からないように書きます。', submit: '投稿する' },
    refusal: null,
    unchecked: false,
    rows: 10,
    fieldErrors: {},
    ...over,
  };
}

const NAME: FieldFinding = {
  field: 'body',
  ruleId: 'person-name',
  severity: 'error',
  start: 0,
  end: 2,
  text: '佐藤',
  shown: '佐藤さん',
  message: '人の名前のようです。',
  suggestions: [{ replacement: 'Ａ', label: 'Ａさん' }],
  certain: false,
};
const AGE: FieldFinding = {
  ...NAME,
  ruleId: 'exact-age',
  severity: 'warning',
  start: 5,
  end: 8,
  text: '43歳',
  shown: '43歳',
  suggestions: [{ replacement: '40代', label: '40代' }],
};
const PHONE: FieldFinding = { ...NAME, ruleId: 'phone-number', text: '090-0000-1234', certain: true };

function refused(findings: FieldFinding[], decisions = NO_DECISIONS, unfit: UnfitKeep[] = []): string {
  const values = { title: '題', body: BODY, programme: 'jiritsu', tags: '' };
  return renderToString(createElement(Composer, props({ values, refusal: { findings, decisions, unfit } })));
}

/** The tag of the control with this name and value. */
function control(html: string, name: string, value: string): string | undefined {
  return html.match(/<(?:input|button)[^>]*>/g)?.find((tag) => {
    return tag.includes(`name="${name}"`) && tag.includes(`value="${value}"`);
  });
}

describe('a composer without scripts', () => {
  const html = renderToString(createElement(Composer, props({ hidden: [['token', 't1']] })));

  test('is a form that posts all fields, its key and what the page adds', () => {
    expect(html).toContain('method="post"');
    for (const name of ['title', 'body', 'tags', 'programme']) expect(html).toContain(`name="${name}"`);
    expect(control(html, 'key', 'k1')).toContain('type="hidden"');
    expect(control(html, 'token', 't1')).toContain('type="hidden"');
  });

  test('can be sent, or checked without being sent', () => {
    expect(control(html, 'intent', 'post')).toContain('type="submit"');
    expect(control(html, 'intent', 'check')).toContain('type="submit"');
    expect(html).not.toContain('aria-disabled');
  });

  test('offers the case template as a link, until it is in the box', () => {
    expect(html).toContain('href="?case=1"');
    const values = { title: '', body: '■ 聞きたいこと', case: true };
    expect(renderToString(createElement(Composer, props({ values })))).not.toContain('href="?case=1"');
  });

  test('has no buttons that would need a script', () => {
    expect(html).not.toContain('type="button"');
  });

  test('says the limit beside each box, and what is left when it is near', () => {
    expect(html).toContain('4,000字まで');
    const values = { body: '字'.repeat(3990) };
    expect(renderToString(createElement(Composer, props({ values })))).toContain('残り10字');
  });
});

describe('a form that the server refused', () => {
  test('keeps what was typed', () => {
    expect(refused([NAME])).toMatch(new RegExp(`<textarea[^>]*name="body"[^>]*>${BODY}</textarea>`));
  });

  test('begins with a summary that takes the focus and leads to each finding', () => {
    const html = refused([NAME, AGE]);
    expect(html).toMatch(/<div class="errors" role="alert" tabindex="-1"[^>]*autofocus/);
    const targets = [...html.matchAll(/href="#(write-k1-finding-\d)"/g)].map(([, id]) => id);
    expect(targets).toHaveLength(2);
    for (const id of targets) expect(html).toContain(`id="${id}"`);
  });

  test('has the rewrite ticked, and lets a name be disputed', () => {
    const html = refused([NAME]);
    expect(control(html, 'fix', 'person-name:佐藤')).toContain('checked');
    expect(control(html, 'object', 'person-name:佐藤')).not.toContain('checked');
  });

  test('knows no objection to what is certain, and none to a warning', () => {
    expect(refused([PHONE, AGE])).not.toContain('name="object"');
  });

  test('asks for a reason where a warning is to stay, and only there', () => {
    const html = refused([NAME, AGE]);
    expect(control(html, 'why:exact-age:43歳', 'public')).toContain('type="radio"');
    expect(html).not.toContain('why:person-name');
  });

  test('shows again what the author had decided', () => {
    const html = refused([NAME, AGE], {
      fixes: [],
      objections: ['person-name:佐藤'],
      keeps: [{ key: 'exact-age:43歳', reason: 'other', note: '広報に出ています' }],
    });
    expect(control(html, 'object', 'person-name:佐藤')).toContain('checked');
    expect(control(html, 'fix', 'person-name:佐藤')).not.toContain('checked');
    expect(control(html, 'why:exact-age:43歳', 'other')).toContain('checked');
    expect(html).toContain('広報に出ています');
  });

  test('says at the finding why a reason was not accepted, and keeps the reason', () => {
    const message = '理由に名前があるようです';
    const html = refused([AGE], NO_DECISIONS, [
      { key: 'exact-age:43歳', reason: 'other', note: '佐藤さんの年齢', message },
    ]);
    expect(html).toContain('確かめるところが1件');
    expect(html.split(message)).toHaveLength(3);
    expect(control(html, 'why:exact-age:43歳', 'other')).toContain('checked');
    expect(html).toMatch(/<input[^>]*value="佐藤さんの年齢"/);
    expect(html).toMatch(/<details[^>]*open/);
    expect(control(html, 'fix', 'exact-age:43歳')).not.toContain('checked');
  });

  test('tells what is wrong with a field, at the field and in the summary', () => {
    const html = renderToString(createElement(Composer, props({ fieldErrors: { title: '題がありません' } })));
    expect(html.split('題がありません')).toHaveLength(3);
    expect(html).toContain('href="#write-k1-title"');
    expect(html).toMatch(/<textarea[^>]*id="write-k1-title"[^>]*aria-invalid="true"/);
  });

  test('says so when the author only asked and nothing was found', () => {
    expect(refused([])).toContain('指摘はありません');
  });
});

describe('an answer', () => {
  const html = renderToString(
    createElement(Composer, props({ kind: 'answer', values: { body: '' }, programmes: undefined })),
  );

  test('has one box and nothing else to fill in', () => {
    expect(html.match(/<textarea/g)).toHaveLength(1);
    expect(html).not.toContain('<select');
  });
});

test('no text of a member can end the script that carries the props', () => {
  const values = { body: '</script><b>' };
  const html = renderToString(createElement(ComposerIsland, props({ values })));
  const script = html.slice(html.indexOf('application/json'));
  expect(script.indexOf('</script>')).toBe(script.lastIndexOf('</script>'));
  const json = script.slice(script.indexOf('{'), script.lastIndexOf('</script>'));
  expect(JSON.parse(json).values).toEqual(values);
});
