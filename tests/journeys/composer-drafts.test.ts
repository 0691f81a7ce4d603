import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ASKER } from '#tests/support/accounts.ts';
import { describeInBrowser } from '#tests/support/browser.server.ts';
import { membersPages } from '#tests/support/members-pages.server.ts';
import {
  bodyBox,
  seeAlive,
  seePosted,
  seeState,
  sendButton,
  titleBox,
  writeQuestion,
} from '#tests/support/steps.ts';

const CLEAN = '家賃を滞納している方に、灯油代の助成は使えますか。';

describeInBrowser('what is typed is never lost', () => {
  const { pageOf, url } = membersPages();

  describe('before the script has arrived', () => {
    /** Opens a page whose script comes late, on a slow machine. @returns what lets the script come */
    async function openSlowly(page: Page, path: string): Promise<() => void> {
      const { promise: allowed, resolve: letCome } = Promise.withResolvers<void>();
      await page.route('**/assets/mount*.js', async (route) => {
        await allowed;
        await route.continue();
      });
      const machine = await page.context().newCDPSession(page);
      await machine.send('Emulation.setCPUThrottlingRate', { rate: 6 });
      await page.goto(url() + path);
      return letCome;
    }
    /**
     * Types one letter after another into the box that has the focus, one in each turn that the browser takes, until
     * the script has taken over: faster than anybody, so that a letter falls into every gap. @returns the letters
     */
    function typeUntilAlive(page: Page): Promise<string> {
      return page.evaluate(
        () =>
          new Promise<string>((done) => {
            const { port1: turn, port2: next } = new MessageChannel();
            let typed = '';
            turn.onmessage = () => {
              if (document.querySelector('.toolbar')) return done(typed);
              const letter = String.fromCharCode('あ'.charCodeAt(0) + (typed.length % 80));
              document.execCommand('insertText', false, letter);
              typed += letter;
              next.postMessage(null);
            };
            next.postMessage(null);
          }),
      );
    }

    test.each([
      ['an empty title', '/questions/new', titleBox],
      ['an empty body', '/questions/new', bodyBox],
      ['a body that says something', '/questions/new?case=1', bodyBox],
    ])('nothing is lost that is typed into %s while it comes', async (_name, path, box) => {
      const page = await pageOf(ASKER);
      const letCome = await openSlowly(page, path);
      const before = await box(page).inputValue();
      await box(page).focus();
      await page.keyboard.press('Control+Home');
      const typing = typeUntilAlive(page);
      await expect.poll(() => box(page).inputValue()).toMatch(/^あぃい/);
      letCome();
      const typed = await typing;
      await page.keyboard.insertText('。');
      expect(await box(page).inputValue()).toBe(`${typed}。${before}`);
      await page.getByText('この端末に保存').waitFor();
    });

    test('what is typed does not take the place of the rest of a draft', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, url(), { title: 'はじめの題名', body: CLEAN });
      await page.getByText('この端末に保存').waitFor();
      const letCome = await openSlowly(page, '/questions/new');
      await titleBox(page).fill('あとの題名');
      letCome();
      await page.getByText('下書きを戻しました。').waitFor();
      expect(await titleBox(page).inputValue()).toBe('あとの題名');
      expect(await bodyBox(page).inputValue()).toBe(CLEAN);
      expect(await page.getByLabel('事業区分').inputValue()).toBe('juukyo');
    });
  });

  describe('a draft', () => {
    test('is there again after the page was loaded anew, and gone once it is posted', async () => {
      const page = await pageOf(ASKER);
      const title = '下書きから';
      await writeQuestion(page, url(), { title, body: CLEAN });
      await page.getByText('この端末に保存').waitFor();
      await page.reload();
      await page.getByText('下書きを戻しました。').waitFor();
      expect(await titleBox(page).inputValue()).toBe(title);
      expect(await bodyBox(page).inputValue()).toBe(CLEAN);
      expect(await page.getByLabel('事業区分').inputValue()).toBe('juukyo');

      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
      await page.goto(`${url()}/questions/new`);
      await seeAlive(page);
      expect(await bodyBox(page).inputValue()).toBe('');
    });

    test('is there again after going to another page and back', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, url(), { title: '行って帰る', body: CLEAN });
      await page.getByRole('link', { name: 'つながりの約束' }).click();
      await page.getByRole('heading', { name: 'つながりの約束' }).waitFor();
      await page.goBack();
      await expect.poll(() => bodyBox(page).inputValue()).toBe(CLEAN);
      expect(await titleBox(page).inputValue()).toBe('行って帰る');
    });

    test('goes when it is thrown away', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, url(), { title: '捨てる文章', body: CLEAN });
      await page.getByText('この端末に保存').waitFor();
      await page.reload();
      await page.getByRole('button', { name: '捨てる' }).click();
      expect(await bodyBox(page).inputValue()).toBe('');
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  });
});
