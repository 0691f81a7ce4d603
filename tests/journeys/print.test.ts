import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#app/demo/fill.server.ts';
import { describeInBrowser, launchBrowser, visit } from '#tests/support/browser.server.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';
import { logIn } from '#tests/support/steps.ts';

/** What is left of A4 between its margins, in CSS pixels. */
const PAPERS = [
  { paper: 'upright', width: 673, height: 986 },
  { paper: 'across', width: 1001, height: 657 },
];

describeInBrowser('a thread on paper', () => {
  let browser: Browser;
  let site: TestSite;
  let page: Page;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startTestSite({ dialect: 'sqlite', demo: true })]);
    page = await (await visit(browser)).newPage();
    const email = DEMO_ACCOUNTS[0]?.email ?? '';
    await logIn(page, site.url, { email, password: DEMO_PASSWORD });
    const { question_id } = await site.db
      .selectFrom('answer')
      .innerJoin('comment', 'comment.answer_id', 'answer.id')
      .select('answer.question_id')
      .where('answer.helpful_at', 'is not', null)
      .executeTakeFirstOrThrow();
    await page.goto(`${site.url}/questions/${question_id}`);
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  test.each(PAPERS)('$paper: nothing lies over an answer’s words', async ({ width, height }) => {
    await page.setViewportSize({ width, height });
    const overlaps = await page.locator('.answer').evaluateAll((answers) =>
      answers.flatMap((answer) => {
        const seal = answer.querySelector('.seal')?.getBoundingClientRect();
        const words = [...answer.querySelectorAll('.answer__chosen, .byline b, .answer__body')];
        return words
          .map((element) => element.getBoundingClientRect())
          .filter(
            (box) =>
              seal &&
              box.left < seal.right &&
              box.right > seal.left &&
              box.top < seal.bottom &&
              box.bottom > seal.top,
          );
      }),
    );
    expect(await page.locator('.answer--chosen').count()).toBeGreaterThan(0);
    expect(overlaps).toEqual([]);
  });

  test('says where it comes from and that it is for members; a public page says only where', async () => {
    const source = page.locator('.source');
    expect(await source.isVisible()).toBe(true);
    expect(await source.innerText()).toMatch(/会員限り[\s\S]*\/questions\/\w+[\s\S]*日/);
    const guide = await page.context().newPage();
    await guide.emulateMedia({ media: 'screen' });
    await guide.goto(`${site.url}/guide`);
    expect(await guide.locator('.source').isVisible()).toBe(false);
    await guide.emulateMedia({ media: 'print' });
    expect(await guide.locator('.source').innerText()).toMatch(/\/guide/);
    expect(await guide.locator('.source').innerText()).not.toContain('会員限り');
    await guide.close();
  });

  test.each(PAPERS)('$paper: nothing is printed that only works on a screen', async ({ width, height }) => {
    await page.setViewportSize({ width, height });
    const acts = page.locator('form, button, textarea, input, .act, .toolbar, #write');
    expect(await acts.count()).toBeGreaterThan(10);
    const printed = await acts.evaluateAll((elements) =>
      elements.filter((element) => element.checkVisibility()).map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
    expect(printed).toEqual([]);
    expect(await page.locator('.comment .prose').first().isVisible()).toBe(true);
  });
});
