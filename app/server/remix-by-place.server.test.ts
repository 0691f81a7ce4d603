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
    ['questions', ['root', 'list', 'thread', 'page', 'lost']],
    ['desk', ['root', 'desk', 'page', 'lost']],
    ['', ['root', 'home', 'page', 'lost']],
    [null, ['root', 'page', 'lost']],
  ])('a path that begins with %j', (place, ids) => {
    expect(Object.keys(routesOf(ROUTES, place))).toEqual(ids);
  });
});
