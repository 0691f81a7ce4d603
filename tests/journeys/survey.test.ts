import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hashToken, newToken } from '#app/domain/ids.server.ts';
import { ASKER, DESK, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser, PHONE } from '#tests/support/browser.server.ts';
import { meetingOf, placeFor } from '#tests/support/meetings.server.ts';
import { membersPages } from '#tests/support/members-pages.server.ts';

const SLUG = 'koukan-20';
const NAMED = '佐藤さんの件は 090-1234-5678 に電話して助かりました。';

describeInBrowser('a survey is made, answered and read', () => {
  describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
    const { site, pageOf, visitorsPage, memberOf } = membersPages({ dialect });
    const choose = (page: Page, question: string | RegExp, answer: string) =>
      page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();
    const send = (page: Page) => page.getByRole('button', { name: '答えを送る', exact: true }).click();

    test('from the desk’s first question to the table in Excel', async () => {
      const { db, url } = site();
      await meetingOf(db, { slug: SLUG, day: new Date().toISOString().slice(0, 10) });
      for (const account of [ASKER, PEER]) await placeFor(db, SLUG, await memberOf(account));
      // A guest from elsewhere, who has a page of their own.
      const token = newToken();
      const guest = await placeFor(db, SLUG, await memberOf(DESK));
      await db
        .updateTable('meeting_signup')
        .set({ member_id: null, token_hash: hashToken(token) })
        .where('id', '=', guest)
        .execute();

      // The desk writes it, without JavaScript: rows come and go by the form's buttons.
      const desk = await pageOf(DESK, { javaScriptEnabled: false });
      await desk.goto(`${url}/meetings/${SLUG}/manage`);
      await desk.getByRole('link', { name: 'アンケート' }).click();
      await desk.getByRole('button', { name: 'アンケートを作る' }).click();
      await desk.getByText('アンケートを作りました').waitFor();
      await desk.getByRole('button', { name: '質問を足す' }).click();
      await desk.getByText('まだ保存していません').waitFor();
      const added = desk.getByRole('group', { name: '質問4' });
      await added.getByLabel('たずねること').fill('グループは話しやすかったですか');
      await added.getByLabel('答えかた').selectOption({ label: '1から5で答える' });
      await added.getByLabel('選択肢').fill('話しにくい\n話しやすい');
      await added.getByRole('button', { name: '一つ上へ' }).click();
      expect(await desk.getByRole('group', { name: '質問3' }).getByLabel('たずねること').inputValue()).toBe(
        'グループは話しやすかったですか',
      );
      await desk
        .getByRole('group', { name: '質問2' })
        .getByRole('button', { name: 'この質問を消す' })
        .click();
      await desk.getByLabel('アンケートの題').fill('第7回のアンケート');
      await desk.getByLabel('締め切り', { exact: true }).fill('2099-01-31T17:00');
      await desk.getByRole('button', { name: '保存する', exact: true }).last().click();
      await desk.getByText('保存しました').waitFor();
      const edit = desk.url();
      const place = new URL(edit).pathname.replace('/edit', '');
      await desk.getByRole('button', { name: '公開する' }).click();
      await desk.getByText('公開しました').waitFor();

      // One member answers on a phone without JavaScript, and is refused for a name at first.
      const asker = await pageOf(ASKER, { viewport: PHONE, javaScriptEnabled: false });
      await asker.goto(`${url}/meetings/${SLUG}`);
      await asker.getByRole('link', { name: '第7回のアンケート' }).click();
      await choose(asker, /役立ちそう/, 'とても役立つ');
      await choose(asker, /話しやすかった/, '5　話しやすい');
      await asker.getByLabel(/感想や/).fill(NAMED);
      await asker.getByLabel('開催報告にのせてよい').check();
      await send(asker);
      await asker.getByText('まだ送れていません').waitFor();
      expect(await asker.getByLabel(/感想や/).inputValue()).toBe(NAMED);
      expect(
        await asker
          .getByRole('group', { name: /役立ちそう/ })
          .getByLabel('とても役立つ')
          .isChecked(),
      ).toBe(true);
      expect(await site().stored()).not.toContain('090-1234-5678');
      expect(site().logs()).not.toContain('090-1234-5678');
      await asker.getByRole('button', { name: '言い換えを当てて、答えを送る' }).click();
      await asker.getByText('ありがとうございました').waitFor();
      expect(await site().stored()).toContain('Ａさんの件は （電話番号） に電話して助かりました。');
      // Nobody could find the answer again, so it cannot be changed.
      expect(await asker.getByRole('button', { name: /答えを送る/ }).count()).toBe(0);

      // Another answers with JavaScript and leaves a question out.
      const peer = await pageOf(PEER);
      await peer.goto(url);
      await peer.getByRole('link', { name: '第7回のアンケート' }).click();
      await choose(peer, /役立ちそう/, '役立つ');
      await send(peer);
      await peer.getByText('ありがとうございました').waitFor();
      expect((await peer.goto(`${url}${place}/results`))?.status()).toBe(404);

      // Of two the desk sees no answers; with the guest's they are three.
      await desk.goto(`${url}${place}/results`);
      await desk.getByText('3名が答えるまで').waitFor();
      const page = await visitorsPage();
      await page.goto(`${url}/meetings/${SLUG}/mine/${token}`);
      await page.getByRole('link', { name: 'アンケートに答える' }).click();
      await choose(page, /役立ちそう/, '役立つ');
      await send(page);
      await page.getByText('ありがとうございました').waitFor();
      expect(site().logs()).not.toContain(token);

      // Words may still be put right, answers not.
      await desk.goto(edit);
      await desk.getByText('変えられるのは言い回しだけです').waitFor();
      await desk.getByRole('button', { name: 'いま締め切る' }).click();
      await desk.getByText('締め切りました。').waitFor();
      await desk.getByRole('link', { name: '結果を見る' }).click();
      await desk.getByText('n＝3').waitFor();
      await desk.getByText('n＝1').first().waitFor();
      const rows = desk.getByRole('figure').first().getByRole('row');
      expect((await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
        '答え 人数 割合',
        'とても役立つ 1名 33.3％',
        '役立つ 2名 66.7％',
        'どちらともいえない 0名 0.0％',
        'あまり役立たない 0名 0.0％',
      ]);

      const csv = await desk.request.get(`${url}${place}/results.csv`);
      expect([...(await csv.body()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(await csv.text()).toContain('役立つ,2,66.7\r\n');
      const xlsx = await desk.request.get(`${url}${place}/results.xlsx`);
      expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');

      // Members read the results now; visitors do not, because the desk did not say so.
      await peer.goto(`${url}/meetings/${SLUG}`);
      await peer.getByRole('link', { name: '結果：第7回のアンケート' }).click();
      await peer.getByText('Ａさんの件は （電話番号） に電話して助かりました。').waitFor();
      expect((await page.goto(`${url}${place}/results`))?.status()).toBe(404);
    });

    test('by name: what was said can be changed, and only the desk sees whose it is', async () => {
      const { url } = site();
      const desk = await pageOf(DESK);
      await desk.goto(`${url}/surveys`);
      await desk.getByRole('button', { name: 'アンケートを作る' }).click();
      await desk.getByLabel('アンケートの題').fill('次の年度に話したいこと');
      await desk.getByRole('radio', { name: '記名', exact: false }).last().check();
      await desk.getByLabel('締め切り', { exact: true }).fill('2099-01-31T17:00');
      await desk.getByRole('button', { name: '保存する', exact: true }).last().click();
      await desk.getByRole('button', { name: '公開する' }).click();
      const peer = await pageOf(PEER);
      await peer.goto(`${url}/surveys`);
      await peer.getByRole('link', { name: '次の年度に話したいこと' }).click();
      await peer.getByText('記名のアンケートです').waitFor();
      await choose(peer, /役立ちそう/, 'とても役立つ');
      await send(peer);
      await peer.getByRole('link', { name: '答えを直せます' }).click();
      expect(await peer.getByLabel('とても役立つ', { exact: true }).isChecked()).toBe(true);
      await choose(peer, /役立ちそう/, 'どちらともいえない');
      await peer.getByLabel(/感想や/).fill('また参加します');
      await peer.getByRole('button', { name: '直した答えを送る' }).click();
      await peer.getByText('ありがとうございました').waitFor();

      await desk.getByRole('link', { name: '結果を見る' }).click();
      await desk.getByText('回答 1名').waitFor();
      await desk.getByText('また参加します', { exact: true }).waitFor();
      expect(await desk.getByRole('row', { name: /どちらともいえない/ }).innerText()).toMatch(
        /1名\s+100\.0％/,
      );
      expect(await desk.getByRole('row', { name: /とても役立つ/ }).innerText()).toMatch(/0名\s+0\.0％/);
      await desk.goBack();
      await desk.getByRole('button', { name: 'いまの結果を会員に見せる' }).click();
      await desk.getByText('会員に見せました').waitFor();
      await peer.reload();
      await peer.getByRole('link', { name: '結果を見る' }).click();
      await peer.getByText('また参加します').waitFor();
      expect(await peer.locator('main').innerText()).not.toContain(PEER.familyName);
    });
  });
});
