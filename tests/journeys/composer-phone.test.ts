import { expect, test } from 'vitest';
import { ASKER, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser, PHONE } from '#tests/support/browser.server.ts';
import { membersPages } from '#tests/support/members-pages.server.ts';
import { bodyBox, seeAlive, seePosted, seeState, sendButton, writeQuestion } from '#tests/support/steps.ts';

const ON_PHONE = { viewport: PHONE, hasTouch: true, isMobile: true };

describeInBrowser('writing on a phone', () => {
  const { pageOf, url } = membersPages();

  test('shows one finding at a time, above the thumb', async () => {
    const page = await pageOf(ASKER, ON_PHONE);
    await writeQuestion(page, url(), {
      title: '電話からの質問',
      body: '佐藤さん（43歳）の家賃のことです。',
    });
    await seeState(page, '投稿できません：あと1件');
    await page.getByRole('button', { name: '次の指摘へ' }).tap();
    const sheet = page.getByRole('region', { name: '佐藤さん' });
    await sheet.getByRole('button', { name: 'Ａさん に書き換える' }).tap();
    await page.getByRole('region', { name: '43歳' }).getByRole('button', { name: '40代 に書き換える' }).tap();
    await seeState(page, '投稿できます');
    expect(await bodyBox(page).inputValue()).toBe('Ａさん（40代）の家賃のことです。');
  });

  test('leaves the passage in sight that the sheet speaks of, however little room there is', async () => {
    const page = await pageOf(ASKER, {
      viewport: { width: 360, height: 420 },
      hasTouch: true,
      isMobile: true,
    });
    const between = `${'あいだの文章がつづきます。'.repeat(30)}\n`;
    const body = `${between}佐藤さんの家賃です。\n${between}43歳の方です。\n${between}`;
    await writeQuestion(page, url(), { title: '長い質問', body });
    const inSight = (shown: string) =>
      expect
        .poll(() =>
          page.evaluate((words) => {
            const mark = document.querySelector('mark.is-current');
            const { top = -1, bottom = -1 } = mark?.getBoundingClientRect() ?? {};
            const until = document.querySelector('.sendbar')?.getBoundingClientRect().top ?? 0;
            return mark?.textContent === words && top >= 0 && bottom <= until;
          }, shown),
        )
        .toBe(true);
    await seeState(page, '投稿できません：あと1件');
    await page.getByRole('button', { name: '次の指摘へ' }).tap();
    await inSight('佐藤');
    await page.getByRole('region', { name: '佐藤さん' }).getByRole('button', { name: 'Ａさん' }).tap();
    await inSight('43歳');
    const sheet = page.getByRole('region', { name: '43歳' });
    await sheet.getByRole('button', { name: 'このまま載せる理由を書く' }).tap();
    await sheet.getByRole('button', { name: 'その他' }).tap();
    await sheet.getByRole('textbox', { name: '理由' }).waitFor();
    await inSight('43歳');
  });

  test('a word that is composed on it is left alone until it is settled, then rewritten, and taken back', async () => {
    const page = await pageOf(ASKER, ON_PHONE);
    await writeQuestion(page, url(), { title: '電話での変換', body: '' });
    await seeAlive(page);
    await bodyBox(page).tap();
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ['さ', 'さとう', '佐藤さん']) {
      const caret = text.length;
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: caret, selectionEnd: caret });
      expect(await bodyBox(page).inputValue()).toBe(text);
    }
    // Longer than the pause after which a text is checked.
    await page.waitForTimeout(600);
    expect(await page.locator('mark.hit').count()).toBe(0);
    await keyboard.send('Input.insertText', { text: '佐藤さん' });
    await seeState(page, '投稿できません：あと1件');
    await page.getByRole('button', { name: '次の指摘へ' }).tap();
    await page.getByRole('region', { name: '佐藤さん' }).getByRole('button', { name: 'Ａさん' }).tap();
    await seeState(page, '投稿できます');
    expect(await bodyBox(page).inputValue()).toBe('Ａさん');
    await page.getByRole('button', { name: '言い換えを元に戻す' }).tap();
    expect(await bodyBox(page).inputValue()).toBe('佐藤さん');
    await seeState(page, '投稿できません：あと1件');
  });

  test('an answer that adds a village to a question with an age shows how few people that leaves', async () => {
    const asker = await pageOf(ASKER);
    await writeQuestion(asker, url(), {
      title: '年齢のある質問',
      body: '43歳の男性で、家賃を滞納しています。',
    });
    await asker.getByRole('button', { name: 'このまま載せる理由を書く' }).click();
    await asker.getByRole('button', { name: '個人と結びつきません' }).click();
    await seeState(asker, '投稿できます');
    await sendButton(asker).click();
    await seePosted(asker, '質問を送りました');

    const page = await pageOf(PEER, ON_PHONE);
    await page.goto(url() + new URL(asker.url()).pathname);
    const box = page.getByLabel('あなたのところでは、どうしていますか');
    await box.tap();
    await page.keyboard.insertText('音威子府村にいたときは、村の社協に頼めました。');
    const estimate = page
      .getByText('このやりとりの前の投稿と合わせて、「音威子府村」「43歳」「男性」がそろうと')
      .first();
    await estimate.waitFor();
    expect(await estimate.textContent()).toContain('公的な統計からの見積もりで約5人です');
    await page.getByRole('button', { name: '上川管内の村 に書き換える' }).first().tap();
    await seeState(page, '投稿できます');
    expect(await box.inputValue()).toBe('上川管内の村にいたときは、村の社協に頼めました。');
  });
});
