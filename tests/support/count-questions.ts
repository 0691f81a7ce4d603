import type { Page, Request } from 'playwright-core';

/** Counts what is asked of the server from now on; `open` are the questions without an answer. */
export function countQuestions(page: Page) {
  const count = { asked: 0, open: 0, mostOpen: 0 };
  const isOne = (request: Request) => request.url().endsWith('/findings');
  page.on('request', (request) => {
    if (!isOne(request)) return;
    count.asked += 1;
    count.open += 1;
    count.mostOpen = Math.max(count.mostOpen, count.open);
  });
  const done = (request: Request) => {
    if (isOne(request)) count.open -= 1;
  };
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  return count;
}
