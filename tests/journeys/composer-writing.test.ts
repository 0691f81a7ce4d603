import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ASKER } from '#tests/support/accounts.ts';
import { describeInBrowser } from '#tests/support/browser.server.ts';
import { countQuestions } from '#tests/support/count-questions.ts';
import { membersPages } from '#tests/support/members-pages.server.ts';
import { bodyBox, seeAlive, seeState, titleBox, writeQuestion } from '#tests/support/steps.ts';

/** A name that the rules in the browser do not see. */
const NAME = '砂金澄仁';
const BODY = `${NAME}は家賃を滞納しています。`;
const marks = (page: Page) => page.locator('mark.hit').allTextContents();

describeInBrowser('writing in the box', () => {
  const { pageOf, url } = membersPages();

  describe('with an input method', () => {
    test('is left alone until a word is settled, and checked then', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, url(), { title: '変換の途中', body: '' });
      await bodyBox(page).focus();
      await seeState(page, 'あと、本文');
      await bodyBox(page).evaluate((box) => {
        box.addEventListener('compositionend', () => {
          box.dataset.settled = String(Number(box.dataset.settled ?? 0) + 1);
        });
      });
      const keyboard = await page.context().newCDPSession(page);
      for (const text of ['さ', 'さと', 'さとう', '佐藤', '佐藤さん']) {
        const caret = text.length;
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: caret, selectionEnd: caret });
        expect(await bodyBox(page).inputValue()).toBe(text);
      }
      // Longer than the pause after which a text is checked.
      await page.waitForTimeout(600);
      expect(await bodyBox(page).inputValue()).toBe('佐藤さん');
      expect(await bodyBox(page).getAttribute('data-settled')).toBeNull();
      expect(await page.locator('mark.hit').count()).toBe(0);

      await keyboard.send('Input.insertText', { text: '佐藤さん' });
      await seeState(page, '投稿できません：あと1件');
      expect(await bodyBox(page).getAttribute('data-settled')).toBe('1');
      expect(await page.locator('mark.hit').textContent()).toBe('佐藤');
    });

    test('finds a telephone number in full-width digits', async () => {
      const page = await pageOf(ASKER);
      const body = '折り返しは０９０－１２３４－５６７８へ';
      await writeQuestion(page, url(), { title: '全角の番号', body });
      await seeState(page, '投稿できません：あと1件');
      await page.getByRole('button', { name: '（電話番号） に書き換える' }).click();
      await seeState(page, '投稿できます');
      expect(await bodyBox(page).inputValue()).toBe('折り返しは（電話番号）へ');
      await page.getByRole('button', { name: '言い換えを元に戻す' }).click();
      expect(await bodyBox(page).inputValue()).toBe(body);
    });

    test('leaves a word alone that is being composed, and keeps its mark meanwhile', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, url(), { title: '変換しながら', body: BODY });
      await expect.poll(() => marks(page)).toEqual([NAME]);
      const questions = countQuestions(page);
      await bodyBox(page).press('Control+Home');
      const keyboard = await page.context().newCDPSession(page);
      const compose = async (text: string) => {
        const caret = text.length;
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: caret, selectionEnd: caret });
        expect(await bodyBox(page).inputValue()).toBe(text + BODY);
        expect(await marks(page)).toEqual([NAME]);
      };
      for (const text of ['き', 'きの', 'きのう', '昨日', '昨日、']) await compose(text);
      // Longer than both pauses.
      await page.waitForTimeout(1500);
      await compose('昨日、');
      expect(questions.asked).toBe(0);
      await keyboard.send('Input.insertText', { text: '昨日、' });
      await expect.poll(() => questions.asked).toBe(1);
      await expect.poll(() => questions.open).toBe(0);
      expect(await bodyBox(page).inputValue()).toBe(`昨日、${BODY}`);
      expect(await marks(page)).toEqual([NAME]);
    });
  });

  test('a text pasted from Word keeps its lines and loses what nobody sees', async () => {
    const page = await pageOf(ASKER, { permissions: ['clipboard-read', 'clipboard-write'] });
    await writeQuestion(page, url(), { title: '貼り付け', body: '' });
    await seeAlive(page);
    await page.evaluate(async () => {
      const plain = '一行目\r\n・家\u00ad計の\u200b相談\r\n三行目\u00a0です';
      const html = '<p class="MsoNormal">一行目</p><p>・家計の<o:p></o:p>相談</p><p>三行目&nbsp;です</p>';
      const part = (text: string, type: string) => new Blob([text], { type });
      const item = { 'text/plain': part(plain, 'text/plain'), 'text/html': part(html, 'text/html') };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    });
    await bodyBox(page).focus();
    await page.keyboard.press('Control+V');
    await expect.poll(() => bodyBox(page).inputValue()).toBe('一行目\n・家計の相談\n三行目 です');
    await titleBox(page).fill('');
    await titleBox(page).focus();
    await page.keyboard.press('Control+V');
    await expect.poll(() => titleBox(page).inputValue()).toBe('一行目 ・家計の相談 三行目 です');
  });

  test('smart quotes and full-width blanks from Word stay, and what stands between them is found and rewritten', async () => {
    const page = await pageOf(ASKER, { permissions: ['clipboard-read', 'clipboard-write'] });
    await writeQuestion(page, url(), { title: '引用符', body: '' });
    await seeAlive(page);
    await page.evaluate(() => navigator.clipboard.writeText('“佐藤さん”の件　‘43歳’です。\r\n　支援の経過'));
    await bodyBox(page).focus();
    await page.keyboard.press('Control+V');
    await seeState(page, '投稿できません：あと1件');
    expect(await marks(page)).toEqual(['佐藤', '43歳']);
    await page.getByRole('button', { name: 'まとめて当てる' }).click();
    await seeState(page, '投稿できます');
    expect(await bodyBox(page).inputValue()).toBe('“Ａさん”の件　‘40代’です。\n　支援の経過');
  });

  test('Ctrl+Z takes a rewrite back and Ctrl+Y makes it again, as if the author had typed it', async () => {
    const page = await pageOf(ASKER);
    await writeQuestion(page, url(), { title: '元に戻す', body: '' });
    await seeAlive(page);
    await bodyBox(page).focus();
    await page.keyboard.insertText('佐藤さんの家賃です。');
    await page.getByRole('button', { name: 'Ａさん に書き換える' }).click();
    await seeState(page, '投稿できます');
    expect(await bodyBox(page).inputValue()).toBe('Ａさんの家賃です。');
    await bodyBox(page).focus();
    await page.keyboard.press('Control+Z');
    expect(await bodyBox(page).inputValue()).toBe('佐藤さんの家賃です。');
    await seeState(page, '投稿できません：あと1件');
    expect(await marks(page)).toEqual(['佐藤']);
    await page.keyboard.press('Control+Y');
    expect(await bodyBox(page).inputValue()).toBe('Ａさんの家賃です。');
    await seeState(page, '投稿できます');
  });

  test('a screen reader hears how the post stands in a pause, politely, and nothing at each key', async () => {
    const page = await pageOf(ASKER);
    await writeQuestion(page, url(), { title: '読み上げ', body: '家賃のことです。' });
    await seeState(page, '投稿できます');
    await page.getByText('この端末に保存').waitFor();
    // Chromium does not speak; what would be spoken is what changes inside of a live region.
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const live = '[role=status], [role=alert], [aria-live]';
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const at = target instanceof Element ? target : target.parentElement;
          const region = at?.closest(live);
          if (!region) continue;
          const kind = region.getAttribute('role') ?? region.getAttribute('aria-live') ?? '';
          const words = `${kind}: ${region.textContent}`;
          if (heard.at(-1) !== words) heard.push(words);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    const heard = () => page.evaluate(() => (window as Window & { heard?: string[] }).heard ?? []);
    await bodyBox(page).press('Control+End');
    await page.keyboard.type('きのう来たのは佐藤さんで、長く', { delay: 20 });
    expect(await heard()).toEqual([]);
    await seeState(page, '投稿できません：あと1件');
    await page.getByText('この端末に保存').waitFor();
    const spoken = await heard();
    expect(spoken.filter((words) => words.includes('投稿できません：あと1件'))).toHaveLength(1);
    expect(spoken.filter((words) => !words.startsWith('status: '))).toEqual([]);
  });
});
