import { expect, test } from 'vitest';
import { createLog } from './log.server.ts';

function logged(error: unknown) {
  const lines: string[] = [];
  createLog((line) => lines.push(line), { requestId: 'abc' }).error('request failed', {
    path: '/page',
    error,
  });
  return lines;
}

test('a log line is one JSON object with time, level, event and facts', () => {
  const lines: string[] = [];
  createLog((line) => lines.push(line)).info('started', { port: 3000 });
  expect(lines).toEqual([
    expect.stringMatching(/^\{"at":"20\d\d-.*Z","level":"info","event":"started","port":3000\}\n$/),
  ]);
});

test.each([
  ['an error of ours', new Error('佐藤さん')],
  [
    'a database error that quotes a value',
    Object.assign(new Error('Key (email)=(佐藤@example.jp) exists'), { code: '23505' }),
  ],
  ['a message that looks like a stack', new Error('x\n    at 佐藤 (090-1234-5678)')],
  ['JSON that could not be read', new SyntaxError('Unexpected token 佐 in JSON')],
  ['a thrown text', '佐藤さん'],
  ['a thrown object', { message: '佐藤さん' }],
  ['an error with a cause', new Error('outer', { cause: new Error('佐藤さん') })],
])('%s is logged without its words', (_, error) => {
  expect(logged(error)).toHaveLength(1);
  // The time of the line may have any digits, so the number is looked for with its hyphen.
  expect(logged(error)[0]).not.toMatch(/佐藤|090-1234/);
});

test('an error’s kind, code and place are logged, and the words of a programming error, which quote the code', () => {
  const [line] = logged(Object.assign(new TypeError('cannot read id of undefined'), { code: 'E1' }));
  expect(JSON.parse(line!)).toMatchObject({
    requestId: 'abc',
    path: '/page',
    error: 'TypeError',
    code: 'E1',
    message: 'cannot read id of undefined',
    stack: expect.arrayContaining([expect.stringContaining('log.server.test')]),
  });
});

test.each([
  ['/join/Zm9vYmFyYmF6cXV4', '/join/…'],
  ['/reset/Zm9vYmFyYmF6cXV4', '/reset/…'],
  ['/Reset/Zm9vYmFyYmF6cXV4', '/reset/…'],
  ['/%72eset/Zm9vYmFyYmF6cXV4', '/reset/…'],
  ['/%4AOIN/Zm9vYmFyYmF6cXV4', '/join/…'],
  ['/join%2fZm9vYmFyYmF6cXV4', '/join/…'],
  ['/%2572eset/Zm9vYmFyYmF6cXV4', '/reset/…'],
  ['//reset/Zm9vYmFyYmF6cXV4', '/reset/…'],
  ['/reset/%E3%81%82%0a', '/reset/…'],
  ['/questions/abc', '/questions/abc'],
  ['/notes/join/%E3%81%82', '/notes/join/%E3%81%82'],
])('a secret that stands in a path is not logged: %s', (path, shown) => {
  const lines: string[] = [];
  createLog((line) => lines.push(line)).error('request failed', { path, error: new Error('x') });
  expect(lines.map((line) => JSON.parse(line).path)).toEqual([shown]);
});
