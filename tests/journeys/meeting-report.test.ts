import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { markAttended } from '#app/domain/meetings/attendance.server.ts';
import { ASKER, DESK, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser, PHONE } from '#tests/support/browser.server.ts';
import { addMember, addOrganization, anonymous } from '#tests/support/builders.server.ts';
import { groupsFor, meetingOf, placeFor } from '#tests/support/meetings.server.ts';
import { membersPages } from '#tests/support/members-pages.server.ts';
import type { TestSite } from '#tests/support/site.server.ts';

const SLUG = 'koukan-7';
const REPORT = `/meetings/${SLUG}/report`;
const LINE = '4名（3機関：団体2（3）・自治体1（1））';

describeInBrowser('a meeting is reported', () => {
  describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
    const { site, pageOf, visitorsPage } = membersPages({ dialect, prepare: hold });
    const go = (page: Page, path: string) => page.goto(site().url + path);
    /** As a visitor without a browser: what no cache of theirs can colour. */
    const fetchReport = (headers: Record<string, string> = {}) =>
      fetch(site().url + REPORT, { headers, redirect: 'manual' });
    const sendTo = (page: Page, label: string) =>
      page.getByRole('button', { name: label, exact: true }).click();

    test('the draft writes itself, names nobody, is previewed and published for all to see', async () => {
      const desk = await pageOf(DESK);
      await go(desk, `/meetings/${SLUG}/manage`);
      await desk.getByRole('link', { name: '開催報告' }).click();
      expect(await desk.getByLabel('参加した人').inputValue()).toBe(LINE);
      expect(await desk.getByLabel(/^グループ1/).inputValue()).toBe('・灯油の窓口は三つ');
      await desk.getByLabel('ひとことで').fill('灯油と食料の備えを持ちよりました。');
      await desk.getByLabel('会のようす').fill('# 話したこと\n\n佐藤さんの電話は 090-1234-5678 です。');
      await desk.locator('#films').fill('https://youtu.be/abcdefghijk｜全体の共有｜12:40');
      await desk.getByLabel('報告を読める人').check();
      await sendTo(desk, '下書きを保存する');
      await desk.getByText('まだ保存していません').waitFor();
      expect(await site().stored()).not.toContain('090-1234-5678');
      expect(site().logs()).not.toContain('090-1234-5678');
      await desk.getByLabel('会のようす').fill('# 話したこと\n\n早めに声をかけると、春まで続きます。');
      await sendTo(desk, '保存して、できあがりを見る');
      await desk.getByRole('heading', { name: '公開しますか' }).waitFor();
      expect((await fetchReport()).status).toBe(302);
      await desk.getByLabel('だれでも').check();
      await sendTo(desk, '公開する');
      await desk.getByText('公開しました').waitFor();

      const visitor = await visitorsPage({ viewport: PHONE, javaScriptEnabled: false });
      const elsewhere: string[] = [];
      visitor.on('request', (request) => {
        if (!request.url().startsWith(site().url)) elsewhere.push(request.url());
      });
      await go(visitor, '/meetings');
      await visitor.locator('#reports').getByRole('link', { name: '第7回情報交換会' }).click();
      expect(new URL(visitor.url()).pathname).toBe(REPORT);
      expect(await visitor.locator('.numline').innerText()).toBe(LINE);
      const page = await visitor.locator('main').innerText();
      for (const said of ['春まで続きます', '灯油の窓口は三つ', '全体の共有', 'だれでも読めます'])
        expect(page).toContain(said);
      for (const { familyName } of [ASKER, PEER]) expect(page).not.toContain(familyName);
      expect(await visitor.locator('meta[name=robots]').count()).toBe(0);
      const shared = (property: string) =>
        visitor.locator(`meta[property="og:${property}"]`).getAttribute('content');
      expect(await shared('title')).toBe('第7回情報交換会 開催報告');
      expect(await shared('description')).toBe('灯油と食料の備えを持ちよりました。');
      expect(await shared('url')).toContain(REPORT);
      expect(elsewhere).toEqual([]);
    });

    test('a film is fetched from its place only once somebody wants to see it', async () => {
      const visitor = await visitorsPage();
      await visitor.route(/youtube/, (route) => route.fulfill({ body: 'player', contentType: 'text/html' }));
      const elsewhere: string[] = [];
      visitor.on('request', (request) => {
        if (!request.url().startsWith(site().url)) elsewhere.push(request.url());
      });
      await go(visitor, REPORT);
      await visitor.getByRole('link', { name: '全体の共有' }).hover();
      expect(elsewhere).toEqual([]);
      await visitor.getByRole('link', { name: '全体の共有' }).click();
      await visitor.frameLocator('iframe').getByText('player').waitFor();
      expect(elsewhere).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghijk']);
    });

    test('two write at once: the second sees what changed and nothing is lost', async () => {
      const [one, other] = [await pageOf(DESK), await pageOf(DESK, { javaScriptEnabled: false })];
      for (const page of [one, other]) await go(page, `${REPORT}/edit`);
      await one
        .getByLabel('会のようす')
        .fill('# 話したこと\n\n早めに声をかけると、春まで続きます。\n\n一覧を作ります。');
      await sendTo(one, '下書きを保存する');
      await one.getByText('下書きを保存しました').waitFor();
      await other.getByLabel(/^グループ1/).fill('灯油の窓口は四つでした。');
      await sendTo(other, '下書きを保存する');
      await other.getByText('ほかの人が先に直しました').waitFor();
      await other.locator('ins', { hasText: '一覧を作ります' }).waitFor();
      expect(await other.getByLabel('会のようす').inputValue()).toContain('一覧を作ります。');
      expect(await other.getByLabel(/^グループ1/).inputValue()).toBe('灯油の窓口は四つでした。');
      await sendTo(other, '下書きを保存する');
      await other.getByText('下書きを保存しました').waitFor();
    });

    test('what was published is corrected, and the history says how', async () => {
      const before = await fetchReport();
      const etag = before.headers.get('etag') ?? '';
      expect(await before.text()).not.toContain('窓口は四つ');
      expect((await fetchReport({ 'If-None-Match': etag })).status).toBe(304);

      const desk = await pageOf(DESK);
      await go(desk, `${REPORT}/preview`);
      await sendTo(desk, '直しを公開する');
      await desk.getByText('何を直したかを書いてください').first().waitFor();
      await desk.getByLabel('何を直したか').fill('窓口の数を直しました');
      await sendTo(desk, '直しを公開する');
      await desk.getByText('公開しました').waitFor();
      const after = await fetchReport({ 'If-None-Match': etag });
      expect(after.status).toBe(200);
      expect(await after.text()).toContain('窓口は四つ');

      const visitor = await visitorsPage();
      await go(visitor, REPORT);
      await visitor.getByRole('link', { name: /に直しました/ }).click();
      await visitor.getByRole('heading', { name: '窓口の数を直しました' }).waitFor();
      await visitor.locator('del', { hasText: '三つ' }).waitFor();
      await visitor.locator('ins', { hasText: '四つ' }).waitFor();
    });

    test('a handout with a password is opened by it, without JavaScript and by no cache', async () => {
      const desk = await pageOf(DESK);
      await go(desk, `${REPORT}/handouts`);
      await desk.getByText('資料を付ける').click();
      const buffer = Buffer.from('灯油の貸付けの窓口の一覧です。');
      await desk
        .getByLabel('ファイルを選ぶ')
        .setInputFiles([{ name: '窓口の一覧.txt', mimeType: 'text/plain', buffer }]);
      await sendTo(desk, '確かめて付ける');
      await desk.getByText('窓口の一覧.txt：報告を読める人みんな').click();
      await desk.getByLabel('パスワード', { exact: true }).fill('fuyu-no-kai');
      await desk.getByRole('button', { name: /^渡し方を変える/ }).click();
      await desk.getByText('渡し方を変えました').waitFor();

      const visitor = await visitorsPage({ javaScriptEnabled: false });
      await go(visitor, REPORT);
      const handout = visitor.getByRole('link', { name: /^窓口の一覧\.txt/ });
      expect(await handout.innerText()).toContain('パスワードあり');
      await handout.click();
      await visitor.getByLabel('この資料のパスワード').fill('guess-once');
      await sendTo(visitor, '資料を開く');
      await visitor.getByText('パスワードがちがいます').waitFor();
      await visitor.getByLabel('この資料のパスワード').fill('fuyu-no-kai');
      const [download, answer] = await Promise.all([
        visitor.waitForEvent('download'),
        visitor.waitForResponse(/\/unlocked$/),
        sendTo(visitor, '資料を開く'),
      ]);
      expect(download.suggestedFilename()).toBe('窓口の一覧.txt');
      expect(answer.headers()['cache-control']).toBe('no-store');
      const id = new URL(visitor.url()).pathname.split('/')[2];
      await site().db.updateTable('attachment_lock').set({ last_day: '2020-01-01' }).execute();
      await go(visitor, `/files/${id}`);
      await visitor.getByText('公開の期間が終わりました').waitFor();
    });

    test('a report that is withdrawn is gone at once, and comes back', async () => {
      expect((await fetchReport()).status).toBe(200);
      const desk = await pageOf(DESK);
      await go(desk, `${REPORT}/preview`);
      await sendTo(desk, '公開をやめる');
      await desk.getByText('公開をやめました').waitFor();
      expect((await fetchReport()).status).toBe(302);
      const member = await pageOf(PEER);
      expect((await go(member, REPORT))?.status()).toBe(404);
      await go(desk, `${REPORT}/preview`);
      await desk.getByLabel('会員だけ').check();
      await sendTo(desk, '公開する');
      await desk.getByText('公開しました').waitFor();
      expect((await go(member, REPORT))?.status()).toBe(200);
      expect((await fetchReport()).status).toBe(302);
    });
  });
});

/** A meeting that was held: two organizations came, and a town; somebody stayed away. */
async function hold({ db }: TestSite): Promise<void> {
  await meetingOf(db, { slug: SLUG, day: '2026-03-20' });
  await groupsFor(db, SLUG, ['灯油', '食料']);
  await db
    .updateTable('meeting_group')
    .set({ text: anonymous('・灯油の窓口は三つ') })
    .where('no', '=', 1)
    .execute();
  const now = new Date();
  for (const [label, people] of [
    ['ほたる相談室', 2],
    ['みずうみ相談室', 1],
  ] as const) {
    const organizationId = await addOrganization(db, label);
    for (let one = 0; one < people; one += 1)
      await markAttended(
        db,
        SLUG,
        await placeFor(db, SLUG, await addMember(db, { organizationId })),
        true,
        now,
      );
  }
  const town = await placeFor(db, SLUG, await addMember(db, { familyName: '渡辺' }));
  await db.updateTable('meeting_signup').set({ side: 'municipality' }).where('id', '=', town).execute();
  await markAttended(db, SLUG, town, true, now);
  await placeFor(db, SLUG, await addMember(db));
}
