import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { ASKER, DESK, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser, PHONE } from '#tests/support/browser.server.ts';
import { addMember, addOrganization } from '#tests/support/builders.server.ts';
import { groupsFor, meetingOf, placeFor } from '#tests/support/meetings.server.ts';
import { membersPages } from '#tests/support/members-pages.server.ts';

const box = (page: Page) => page.getByLabel('話したこと');
const THEMES = ['ひきこもりと家族', '家計改善と債務', '年末年始の急な困りごと', '就労準備の出口'];

describeInBrowser('a meeting finds its day and its groups', () => {
  describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
    const { site, pageOf, memberOf } = membersPages({ dialect });
    const groupOf = async (signup: string) =>
      (
        await site()
          .db.selectFrom('meeting_signup')
          .select('group_no')
          .where('id', '=', signup)
          .executeTakeFirstOrThrow()
      ).group_no;

    test('the date is found from three candidates, with one press, and those who answered hear of it', async () => {
      await meetingOf(site().db, { slug: 'koukan-8', status: 'planning' });
      const desk = await pageOf(DESK);
      await desk.goto(`${site().url}/meetings`);
      await desk.getByText('候補の日がまだありません').waitFor();
      await desk.getByRole('link', { name: '第7回情報交換会' }).click();
      for (const [index, day] of ['2027-01-15', '2027-01-20', '2027-01-22'].entries()) {
        const row = desk.getByRole('group', { name: `候補${index + 1}`, exact: true });
        await row.getByLabel(`候補${index + 1}`).fill(day);
        await row.getByLabel('から').fill('13:30');
        await row.getByLabel('まで').fill('16:00');
      }
      await desk.getByRole('button', { name: 'この候補できく' }).click();
      await desk.getByText('候補の日を書きました').waitFor();

      const asker = await pageOf(ASKER, { viewport: PHONE, javaScriptEnabled: false });
      await asker.goto(site().url);
      await asker.getByText('まだ答えていません').waitFor();
      await asker.getByRole('link', { name: '第7回情報交換会' }).click();
      await asker.getByRole('button', { name: 'どの日も行ける' }).click();
      await asker.getByText('答えを預かりました').waitFor();

      const peer = await pageOf(PEER);
      await peer.goto(`${site().url}/meetings/koukan-8/dates`);
      for (const [day, says] of [
        ['1月15日', '行けない'],
        ['1月20日', '行ける'],
        ['1月22日', '調整できる'],
      ] as const)
        await peer.getByRole('group', { name: day }).getByLabel(says).check();
      await peer.getByLabel('ひとこと').fill('電話は 090-1234-5678 へ');
      await peer.getByRole('button', { name: 'この答えを送る' }).click();
      await peer.getByText('まだ送れていません').waitFor();
      await peer.getByLabel('ひとこと').fill('午後なら');
      for (const [day, says] of [
        ['1月15日', '行けない'],
        ['1月20日', '行ける'],
        ['1月22日', '調整できる'],
      ] as const)
        await peer.getByRole('group', { name: day }).getByLabel(says).check();
      await peer.getByRole('button', { name: 'この答えを送る' }).click();
      await peer.getByText('答えを預かりました').waitFor();
      expect(await site().stored()).not.toContain('090-1234-5678');

      await desk.goto(`${site().url}/meetings/koukan-8/dates`);
      await desk.getByText('いちばん合う日：1月20日（水）').waitFor();
      await desk.getByText('答えのあった2機関のうち、2機関が○です。').waitFor();
      await desk.getByRole('button', { name: /1月20日.*に決める/ }).click();
      await desk.waitForURL(`${site().url}/meetings/koukan-8`);
      await desk.getByText('1月20日').first().waitFor();
      await asker.goto(`${site().url}/notices`);
      await asker.getByRole('link', { name: /日程が決まりました/ }).click();
      expect(new URL(asker.url()).pathname).toBe('/meetings/koukan-8');
    });

    test('groups are proposed, one person is moved and stays, and each sees their own', async () => {
      const { db } = site();
      const slug = await meetingOf(db, { slug: 'koukan-9' });
      await groupsFor(db, slug, THEMES, { least: 5, most: 12 });
      const asker = await placeFor(db, slug, await memberOf(ASKER), [3, 1]);
      for (let organization = 0; organization < 20; organization += 1) {
        const organizationId = await addOrganization(db, `第${organization + 1}相談室`);
        for (let one = 0; one <= organization % 2; one += 1) {
          const member = await addMember(db, { organizationId, familyName: one ? '伊藤' : '加藤' });
          await placeFor(db, slug, member, [1 + (organization % 4), 1 + ((organization + 1) % 4)]);
        }
      }
      const desk = await pageOf(DESK);
      const groups = `${site().url}/meetings/${slug}/groups`;
      await desk.goto(groups);
      await desk.getByLabel('経験の長さ').selectOption({ label: '新しい人と長い人をまぜる' });
      await desk.getByRole('button', { name: 'グループ分けを提案する' }).click();
      await desk.getByText('グループ分けを提案しました').waitFor();
      expect(await groupOf(asker)).toBe(3);
      const own = desk.locator(`[data-person="${asker}"]`);
      expect(await own.textContent()).toContain('第1希望どおりです。');

      await own.getByRole('combobox').selectOption({ label: `1 ${THEMES[0]}` });
      await own.getByRole('button', { name: '移す' }).click();
      await desk.getByText('移しました').waitFor();
      await desk.getByRole('button', { name: '残りを組み直す' }).click();
      await desk.getByText('グループ分けを提案しました').waitFor();
      expect(await groupOf(asker)).toBe(1);

      await own.dragTo(desk.locator('[data-group="2"] h3'));
      await desk.getByText('移しました').waitFor();
      expect(await groupOf(asker)).toBe(2);

      const member = await pageOf(ASKER);
      await member.goto(groups);
      await member.getByText('グループは、これから決まります').waitFor();
      await desk.getByRole('button', { name: '参加者に見せる' }).click();
      await desk.getByText('参加者に見せました').waitFor();
      await member.reload();
      await member.getByText('あなたは、グループ2です').waitFor();
      await member.getByRole('link', { name: THEMES[1] ?? '', exact: true }).click();
      await member.getByRole('heading', { name: THEMES[1] ?? '', level: 1 }).waitFor();

      // Whoever takes no part learns nothing of it.
      const outsider = await pageOf(PEER);
      expect((await outsider.goto(groups))?.status()).toBe(404);
      expect((await outsider.goto(`${groups}/2`))?.status()).toBe(404);
    });

    describe('what a group writes', () => {
      const openGroup = async (slug: string) => {
        await meetingOf(site().db, { slug });
        await groupsFor(site().db, slug, THEMES);
        for (const account of [ASKER, PEER]) await placeFor(site().db, slug, await memberOf(account));
        return `${site().url}/meetings/${slug}/groups/1`;
      };
      const stored = async (slug: string) =>
        (
          await site()
            .db.selectFrom('meeting_group')
            .select('text')
            .where('meeting_slug', '=', slug)
            .where('no', '=', 1)
            .executeTakeFirstOrThrow()
        ).text;

      test('in two browsers at once is all there, in both, and the caret stays', async () => {
        const group = await openGroup('together');
        const [one, other] = [await pageOf(ASKER), await pageOf(PEER)];
        await one.goto(group);
        await other.goto(group);
        await box(one).pressSequentially('・灯油の貸付けの窓口');
        await box(other).pressSequentially('・年末の食料の渡し方');
        for (const line of ['・灯油の貸付けの窓口', '・年末の食料の渡し方'])
          for (const page of [one, other])
            await expect.poll(() => box(page).inputValue(), { timeout: 30_000 }).toContain(line);
        // While the one goes on in their line, the other writes above it.
        const at = '・灯油の貸付けの窓口';
        await box(one).evaluate((element: HTMLTextAreaElement, words) => {
          const end = element.value.indexOf(words) + words.length;
          element.setSelectionRange(end, end);
        }, at);
        await box(other).press('Control+Home');
        await box(other).pressSequentially('はじめに集まった人\n');
        await expect.poll(() => box(one).inputValue(), { timeout: 30_000 }).toContain('はじめに集まった人');
        await box(one).pressSequentially('は三つ');
        await expect
          .poll(() => stored('together'), { timeout: 30_000 })
          .toContain('・灯油の貸付けの窓口は三つ');
        const text = await stored('together');
        for (const line of ['はじめに集まった人', '・年末の食料の渡し方']) expect(text).toContain(line);
        await one.goto(`${group}/history`);
        await one.getByRole('heading', { name: /中村/ }).first().waitFor();
      });

      test('over the same line comes back with both, without JavaScript too', async () => {
        const group = await openGroup('conflict');
        const plain = { javaScriptEnabled: false };
        const [one, other] = [await pageOf(ASKER, plain), await pageOf(PEER, plain)];
        const save = (page: Page) => page.getByRole('button', { name: '保存する', exact: true }).click();
        await one.goto(group);
        await box(one).fill('きょうの話');
        await save(one);
        await one.getByText('保存しました').waitFor();
        await other.goto(group);
        await box(one).fill('きょうの話：灯油');
        await save(one);
        await one.getByText('保存しました').waitFor();
        await box(other).fill('きょうの話：食料');
        await save(other);
        await other.getByText('同じところを、ほかの人も直していました').waitFor();
        const both = await box(other).inputValue();
        expect(both).toContain('きょうの話：灯油');
        expect(both).toContain('きょうの話：食料');
        await box(other).fill('きょうの話：灯油と食料');
        await save(other);
        await other.getByText('保存しました').waitFor();
        expect(await stored('conflict')).toBe('きょうの話：灯油と食料');
      });

      test('and names somebody stays in that browser until it is put right', async () => {
        const group = await openGroup('named');
        const asker = await pageOf(ASKER);
        await asker.goto(group);
        await box(asker).fill('電話は 080-1234-9999 です');
        await asker.getByText('まだ保存していません：直すところが1件あります').waitFor();
        await asker.getByText('「080-1234-9999」').waitFor();
        expect(await site().stored()).not.toContain('080-1234-9999');
        expect(site().logs()).not.toContain('080-1234-9999');
        await asker.reload();
        await expect.poll(() => box(asker).inputValue()).toBe('電話は 080-1234-9999 です');
        await asker.getByRole('button', { name: '保存する', exact: true }).click();
        await asker.getByRole('button', { name: '言い換えを当てて、保存する' }).click();
        await asker.getByText('保存しました').first().waitFor();
        expect(await stored('named')).toContain('電話は （電話番号） です');
        await asker.reload();
        expect(await box(asker).inputValue()).toContain('（電話番号）');
      });

      test('goes with photos of the whiteboard, without where they were taken, for those who take part', async () => {
        const group = await openGroup('photos');
        const asker = await pageOf(ASKER);
        const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#6a8' } })
          .jpeg()
          .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 3/1 0/1' } })
          .toBuffer();
        await asker.goto(group);
        await asker.getByText('資料を付ける').click();
        await asker
          .getByLabel('ファイルを選ぶ')
          .setInputFiles([{ name: '白板.jpg', mimeType: 'image/jpeg', buffer }]);
        await asker.getByLabel('写っていないことを確かめました').check();
        await asker.getByRole('button', { name: '確かめて付ける' }).click();
        const link = asker.getByRole('link', { name: /^白板\.jpg/ });
        await link.waitFor();
        const href = site().url + (await link.getAttribute('href'));
        const peer = await pageOf(PEER);
        const got = await peer.request.get(href);
        expect((await sharp(await got.body()).metadata()).exif).toBeUndefined();
        await site()
          .db.updateTable('meeting_signup')
          .set({ status: 'cancelled' })
          .where('meeting_slug', '=', 'photos')
          .where('member_id', '=', (await memberOf(PEER)).id)
          .execute();
        expect((await peer.request.get(href)).status()).toBe(404);
      });
    });
  });
});
