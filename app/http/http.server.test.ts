import { describe, expect, test } from 'vitest';
import { RecentlyUsed } from '#app/domain/recently-used.ts';
import { lintFields } from '#lint/engine.ts';
import { readForm } from './form.server.ts';
import { formTrouble } from './form-trouble.server.ts';
import { ownPath } from './own-path.server.ts';
import { PageBytes, type Piece, toPiece } from './page-bytes.server.ts';
import { draftDone, postedHref, withPosted } from './posted.server.ts';
import { readQuestionFilter, topicOf, writeQuestionFilter } from './question-filter.server.ts';

describe('where to go on to', () => {
  test.each([
    ['/questions/abc?x=1#answer-1', '/questions/abc?x=1#answer-1'],
    ['/', '/'],
    [null, '/'],
    ['', '/'],
    ['questions', '/'],
    ['https://other.example', '/'],
    ['//other.example', '/'],
    ['/\\other.example', '/'],
    ['/\t/other.example', '/'],
    ['/\n/other.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('%j → %s', (to, path) => {
    expect(ownPath(to)).toBe(path);
  });
});

describe('the filter of the question list', () => {
  const read = (query: string) => readQuestionFilter(new URLSearchParams(query), 'me');

  test('is read from the address; what it does not know is left out', () => {
    expect(
      read('programme=kakei&programme=soudan&programme=kakei&tag=録音&state=open&mine=1&order=active'),
    ).toEqual({
      programmes: ['kakei', 'soudan'],
      tag: '録音',
      state: 'open',
      authorId: 'me',
      order: 'active',
    });
    const nothing = { programmes: [], tag: null, state: null, authorId: null, order: 'new' };
    expect(read("programme=../x&tag=&state=gone&mine=you&order=sideways&after='")).toEqual(nothing);
    expect(read('')).toEqual(nothing);
  });

  test('written back is the same address, beginning at the first page', () => {
    const query = 'programme=kakei&programme=soudan&tag=録音&state=open&mine=1&order=active';
    const written = writeQuestionFilter(read(`${query}&after=abc`), {});
    expect(new URL(written, 'http://x').searchParams.toString()).toBe(new URLSearchParams(query).toString());
    expect(writeQuestionFilter(read(''), {})).toBe('/questions');
    expect(writeQuestionFilter(read('state=open'), { state: null, after: 'abc' })).toBe(
      '/questions?after=abc',
    );
  });

  test.each([
    ['', 'all'],
    ['state=open&order=active', 'all'],
    ['programme=kakei', 'programme:kakei'],
    ['tag=録音', 'tag:録音'],
    ['programme=kakei&programme=soudan', null],
    ['programme=kakei&tag=録音', null],
    ['mine=1', null],
  ])('"%s" is counted under %s', (query, topic) => {
    expect(topicOf(read(query))).toBe(topic);
  });
});

describe('a posted form', () => {
  const form = (body: BodyInit, headers: Record<string, string> = {}) =>
    readForm(new Request('http://localhost:3000', { method: 'POST', body, headers }));

  test('gives its texts; a missing field and a file are blank', async () => {
    const data = new FormData();
    data.append('title', '題');
    data.append('tag', '一');
    data.append('tag', '二');
    data.append('file', new Blob(['x']), 'x.txt');
    const read = await form(data);
    expect([read.text('title'), read.text('none'), read.text('file')]).toEqual(['題', '', '']);
    expect([read.all('tag'), read.all('file'), read.all('none')]).toEqual([['一', '二'], [], []]);
  });

  test.each([
    ['JSON', '{"title":"題"}', { 'Content-Type': 'application/json' }],
    ['a torn multipart body', '--x\r\nContent-Disp', { 'Content-Type': 'multipart/form-data; boundary=x' }],
  ])('that is %s is refused with 400', async (_, body, headers) => {
    await expect(form(body, headers)).rejects.toMatchObject({ init: { status: 400 } });
  });
});

describe('what is wrong with a form', () => {
  test('is said at each field and in the summary on top', () => {
    expect(formTrouble({ code: 'invalid', fields: { email: 'taken', password: 'short-password' } })).toEqual({
      wrong: {
        email: 'このメールアドレスは、もう使われています',
        password: 'パスワードは10文字以上にしてください',
      },
      errors: [
        { field: 'email', message: 'このメールアドレスは、もう使われています' },
        { field: 'password', message: 'パスワードは10文字以上にしてください' },
      ],
    });
    expect(formTrouble({ code: 'expired' }).errors).toEqual([
      { field: 'main', message: expect.stringContaining('新しいリンクを頼んでください') },
    ]);
    expect(formTrouble(null)).toEqual({ wrong: {}, errors: [] });
  });

  test('is said once of a passage that stands in several places', () => {
    const findings = lintFields({ introduction: '渡部さんの担当です。渡部さんは元気です。' });
    expect(findings).toHaveLength(2);
    const { wrong } = formTrouble({ code: 'not-anonymous', findings });
    expect(wrong.introduction?.split('「渡部さん」')).toHaveLength(2);
  });
});

describe('the word about what was just sent', () => {
  const thread =
    '<article>問い</article><li class="answer" id="answer-a1"><article class="in">答え</article></li>';
  const shown = (href: string) =>
    Buffer.concat(withPosted(toPiece(thread), new URL(href, 'http://x'))).toString();

  test('stands at the post that the browser jumps to', () => {
    const href = postedHref('q1', 'answer-q1', 'answer-a1');
    expect(href).toBe('/questions/q1?posted=answer-q1&at=answer-a1#answer-a1');
    expect(shown(href)).toMatch(/<article class="in"><div class="posted" data-posted="answer-q1">.*答え/);
  });

  test('stands above the thread when it is about the question, or the post is not to be seen', () => {
    expect(shown(postedHref('q1', 'solve-q1'))).toMatch(
      /^<div class="posted".*解決済みにしました.*<article>/,
    );
    expect(shown(postedHref('q1', 'edit', 'comment-c9'))).toMatch(/^<div class="posted".*直しました/);
    expect(shown('/questions/q1?posted=edit&at=(')).toMatch(/^<div class="posted"/);
  });

  test('does not say that others were told of a post that waits, and ends its draft', () => {
    const waiting = shown(postedHref('q1', draftDone('answer-q1', { waiting: true }), 'answer-a1'));
    expect(waiting).toContain('data-posted="answer-q1"');
    // The post says itself that it waits.
    expect(waiting).not.toContain('notice');
    expect(waiting).not.toContain('知らせました');
    expect(draftDone('answer-q1', { waiting: false })).toBe('answer-q1');
  });

  test('is none for words that the site does not use', () => {
    expect(shown('/questions/q1?posted=constructor')).toBe(thread);
    expect(shown('/questions/q1')).toBe(thread);
  });
});

describe('the cache of rendered pieces', () => {
  test('keeps the most recently used', () => {
    const [one, two, three, four] = ['1', '2', '3', '4'].map(toPiece) as [Piece, Piece, Piece, Piece];
    const cache = new RecentlyUsed<Piece>(2);
    cache.set('a', one);
    cache.set('b', two);
    expect(cache.get('a')).toBe(one);
    cache.set('c', three);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([one, undefined, three]);
    cache.set('c', four);
    expect([cache.get('a'), cache.get('c')]).toEqual([one, four]);
  });
});

describe('a page put together from pieces', () => {
  test('holds each piece in its place, in the order of the page', () => {
    const page = new PageBytes('secret');
    const second = page.stand(toPiece('二'));
    const first = page.stand([...toPiece('一'), ...toPiece('と半')]);
    const html = page.join(`<p>${first}</p><p>${second}</p>おわり`);
    expect(new TextDecoder().decode(html)).toBe('<p>一と半</p><p>二</p>おわり');
  });

  test('leaves comments alone that are none of its own', () => {
    const page = new PageBytes('secret');
    expect(new TextDecoder().decode(page.join('<!--x#0-->そのまま<!-- -->'))).toBe(
      '<!--x#0-->そのまま<!-- -->',
    );
  });
});
