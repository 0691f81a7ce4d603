import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newId } from '#app/domain/ids.server.ts';
import { ASKER, DESK, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser } from '#tests/support/browser.server.ts';
import { countQuestions } from '#tests/support/count-questions.ts';
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

/** A name that the rules in the browser do not see. */
const NAME = '砂金澄仁';
const BODY = `${NAME}は家賃を滞納しています。`;
const marks = (page: Page) => page.locator('mark.hit').allTextContents();

const CLEAN = '家賃を滞納している方に、灯油代の助成は使えますか。';

describeInBrowser('what is found while somebody writes', () => {
  const { db, pageOf, titled, url } = membersPages();

  describe('with what only the server finds', () => {
    test('underlines it after a pause, offers a letter that nobody else has, and lets it be rewritten', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, url(), { title: '見つかる名前', body: BODY });
      await seeState(page, '投稿できません：あと1件');
      expect(await marks(page)).toEqual([NAME]);
      await bodyBox(page).press('End');
      await page.keyboard.insertText('佐藤さんは隣の人です。');
      await page.getByRole('button', { name: 'Ｂさん に書き換える' }).click();
      await page.getByRole('button', { name: 'Ａさん に書き換える' }).click();
      expect(await bodyBox(page).inputValue()).toBe('Ａは家賃を滞納しています。Ｂさんは隣の人です。');
      await seeState(page, '投稿できます');
    });

    test('keeps letter and person together in title and text, whichever is rewritten first', async () => {
      const page = await pageOf(ASKER);
      const title = '佐藤一郎様の家賃';
      const body = `佐藤一郎君が来所。母の佐藤花子さんも一緒。${BODY}`;
      await writeQuestion(page, url(), { title, body });
      await seeState(page, '投稿できません：あと3件');
      await page.getByRole('button', { name: 'Ａさんの母 に書き換える' }).click();
      await page.getByRole('button', { name: 'まとめて当てる' }).click();
      await seeState(page, '投稿できます');
      expect(await titleBox(page).inputValue()).toBe('Ａさんの家賃');
      expect(await bodyBox(page).inputValue()).toBe(
        `Ａさんが来所。Ａさんの母も一緒。${BODY.replace(NAME, 'Ｃ')}`,
      );
    });

    test('lets the mark go as soon as its passage is edited', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, url(), { title: '直す名前', body: BODY });
      await expect.poll(() => marks(page)).toEqual([NAME]);
      await page.route('**/findings', (route) => route.abort());
      await bodyBox(page).press('Control+Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.insertText('田');
      expect(await marks(page)).toEqual([]);
      await seeState(page, '投稿できます');
    });

    test('asks one question at a time, and drops it when the typing goes on', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, url(), { title: '続けて書く', body: '' });
      await seeAlive(page);
      await page.waitForTimeout(1200);
      const questions = countQuestions(page);
      let slow = true;
      await page.route('**/findings', async (route) => {
        if (slow) await new Promise((resolve) => setTimeout(resolve, 5000));
        await route.continue().catch(() => {});
      });
      await bodyBox(page).fill(BODY);
      await expect.poll(() => questions.open).toBe(1);
      await bodyBox(page).press('End');
      await page.keyboard.type('続きを書いています。', { delay: 30 });
      await expect.poll(() => questions.open).toBe(0);
      slow = false;
      await seeState(page, '投稿できません：あと1件');
      expect(questions.mostOpen).toBe(1);
      expect(await marks(page)).toEqual([NAME]);
    });

    test.each([
      ['there is no connection', (page: Page) => page.context().setOffline(true)],
      ['the server is slow', (page: Page) => page.route('**/findings', () => {})],
      [
        'the server refuses',
        (page: Page) => page.route('**/findings', (route) => route.fulfill({ status: 503 })),
      ],
    ])(
      'is left to the sending when %s: the browser goes on alone and says nothing of it',
      async (_, spoil) => {
        const page = await pageOf(ASKER);
        const failures: Error[] = [];
        page.on('pageerror', (error) => failures.push(error));
        await writeQuestion(page, url(), { title: 'ひとりで確かめる', body: CLEAN });
        await seeState(page, '投稿できます');
        await spoil(page);
        await bodyBox(page).fill(`${BODY}43歳です。`);
        await seeState(page, '言い換えか理由が、あと1件');
        // Longer than the pause after which the server is asked.
        await page.waitForTimeout(1500);
        expect(await marks(page)).toEqual(['43歳']);
        await page.getByRole('button', { name: '40代 に書き換える' }).click();
        await seeState(page, '投稿できます');
        expect(failures).toEqual([]);
      },
    );

    test('does not delay sending; the refused page underlines it', async () => {
      const page = await pageOf(ASKER);
      const title = '待たずに送る';
      await page.route('**/findings', () => {});
      await writeQuestion(page, url(), { title, body: BODY });
      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seeState(page, '投稿できません：あと1件');
      expect(await marks(page)).toEqual([NAME]);
      expect(await titled(title)).toEqual([]);
      await page.getByRole('button', { name: 'Ａさん に書き換える' }).click();
      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      expect(await titled(title)).toEqual([expect.objectContaining({ body: BODY.replace(NAME, 'Ａ') })]);
    });
  });

  describe('in a thread that tells of an Ａさん', () => {
    const answerBox = (page: Page) => page.getByLabel('あなたのところでは、どうしていますか');
    const ANSWER = '渡部さんも、窓口で断られました。';
    const REWRITTEN = 'Ｂさんも、窓口で断られました。';

    async function askAboutA(page: Page): Promise<string> {
      await writeQuestion(page, url(), { title: 'Ａさんの家賃', body: `Ａさんのことです。${newId()}` });
      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      return new URL(page.url()).pathname;
    }

    test('another person is offered another letter', async () => {
      const thread = await askAboutA(await pageOf(ASKER));
      const page = await pageOf(PEER);
      await page.goto(url() + thread);
      await answerBox(page).fill(ANSWER);
      await page.getByRole('button', { name: 'Ｂさん に書き換える' }).click();
      expect(await answerBox(page).inputValue()).toBe(REWRITTEN);
    });

    test('so it is without scripts', async () => {
      const thread = await askAboutA(await pageOf(ASKER));
      await pageOf(PEER);
      const page = await pageOf(PEER, { javaScriptEnabled: false });
      await page.goto(url() + thread);
      await answerBox(page).fill(ANSWER);
      await sendButton(page).click();
      await page.getByLabel('「渡部さん」を「Ｂさん」に書き換える').waitFor();
      await page.getByRole('button', { name: '言い換えを当てて、もう一度送る' }).click();
      await page.getByText(REWRITTEN).waitFor();
    });
  });

  test('keeps a warning for which there is a reason, and the reason with it', async () => {
    const page = await pageOf(ASKER);
    const title = '理由のある年齢';
    await writeQuestion(page, url(), { title, body: '43歳の方です。' });
    await seeState(page, '言い換えか理由が、あと1件');
    await page.getByRole('button', { name: 'このまま載せる理由を書く' }).click();
    await page.getByRole('button', { name: 'その他' }).click();
    const reason = page.getByRole('textbox', { name: '理由' });
    await reason.fill('佐藤さんの年齢です');
    await page.getByRole('button', { name: 'この理由で載せる' }).click();
    await page.getByText('理由に名前や連絡先があるようです').waitFor();
    await seeState(page, '言い換えか理由が、あと1件');
    expect(await reason.inputValue()).toBe('佐藤さんの年齢です');
    await reason.fill('制度の年齢の例です');
    await page.getByRole('button', { name: 'この理由で載せる' }).click();
    await seeState(page, '投稿できます');
    await sendButton(page).click();
    await seePosted(page, '質問を送りました');
    const [question] = await titled(title);
    expect(question?.body).toBe('43歳の方です。');
    const kept = await db()
      .selectFrom('kept_warning')
      .select(['passage', 'reason', 'note'])
      .where('post_id', '=', question?.id ?? '')
      .execute();
    expect(kept).toEqual([{ passage: '43歳', reason: 'other', note: '制度の年齢の例です' }]);
  });

  test('lets an author object, and the desk decide', async () => {
    const title = '名前ではないことば';
    const page = await pageOf(ASKER);
    await writeQuestion(page, url(), { title, body: '佐藤さんという催しの開き方を教えてください。' });
    await seeState(page, '投稿できません：あと1件');
    await page.getByRole('button', { name: 'これは個人名ではありません' }).click();
    await seeState(page, '事務局が確かめるまで、あなたと事務局だけに見えます');
    await sendButton(page).click();
    await page.getByText('事務局が確かめています').first().waitFor();
    const thread = new URL(page.url()).pathname;
    expect(await titled(title)).toEqual([expect.objectContaining({ status: 'waiting' })]);

    const peer = await pageOf(PEER);
    const statusFor = async (reader: Page) => (await reader.goto(url() + thread))?.status();
    expect(await statusFor(peer)).toBe(404);
    await peer.goto(`${url()}/questions`);
    expect(await peer.getByRole('link', { name: title }).count()).toBe(0);

    const desk = await pageOf(DESK);
    await desk.goto(`${url()}/desk`);
    const waiting = desk.getByRole('listitem').filter({ hasText: title });
    await waiting.getByText('「佐藤」').waitFor();
    await waiting.getByRole('button', { name: '今回だけ認めて公開する' }).click();
    await desk.getByText('待っている投稿はありません').waitFor();

    expect(await statusFor(peer)).toBe(200);
    await peer.getByText('佐藤さんという催し').waitFor();
    await page.goto(`${url()}/notices`);
    const told = page.getByRole('listitem').filter({ hasText: `「${title}」` });
    await told.getByText('あなたの投稿を確かめおわり、公開しました').waitFor();
  });
});
