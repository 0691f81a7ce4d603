import { describe, expect, test } from 'vitest';
import { routesOf } from './remix-by-place.server.ts';

const route = (id: string, path: string | undefined) => ({ id, path, parentId: 'root', module: {} });
const ROUTES = {
  root: { id: 'root', path: '', module: {} },
  home: { ...route('home', undefined), index: true },
  list: route('list', 'questions'),
  thread: route('thread', 'questions/:id'),
  desk: route('desk', 'Desk'),
  page: route('page', ':slug'),
  lost: route('lost', '*'),
};

describe('the routes that may match', () => {
  test.each([
    [{ first: 'questions', words: 1 }, ['root', 'list', 'page', 'lost']],
    [{ first: 'questions', words: 2 }, ['root', 'thread', 'lost']],
    [{ first: 'questions', words: 3 }, ['root', 'lost']],
    [{ first: 'desk', words: 1 }, ['root', 'desk', 'page', 'lost']],
    [{ first: '', words: 0 }, ['root', 'home', 'lost']],
    [{ first: null, words: 1 }, ['root', 'page', 'lost']],
  ])('a path of %j', (place, ids) => {
    expect(Object.keys(routesOf(ROUTES, place))).toEqual(ids);
  });
});
