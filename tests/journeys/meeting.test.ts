import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { remindOfMeetings } from '#app/domain/meetings/remind.server.ts';
import { tokyoDay } from '#app/ui/time.ts';
import { type Account, ASKER, DESK, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser, launchBrowser, PHONE, visit } from '#tests/support/browser.server.ts';
import { addMember, addOrganization } from '#tests/support/builders.server.ts';
import { placeFor } from '#tests/support/meetings.server.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';
import { logIn } from '#tests/support/steps.ts';

const DAY = 24 * 60 * 60 * 1000;
const dayIn = (days: number) => tokyoDay(new Date(Date.now() + days * DAY));
/** 2026-12-05 as the pages show it: 12月5日 */
const shown = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

// A reminder of a week before goes out at noon of the day before today, so that it is due now.
const FIXED = dayIn(6);
const CANDIDATES = [dayIn(5), FIXED, dayIn(8)];
const THEMES = ['ひきこもりと家族', '家計改善と債務', '年末年始の急な困りごと', '就労準備の出口'];

/**
 * One meeting, from the question of its date to its report. The steps build on each other; each is told as a test so
 * that one sees how far it came.
 */
describeInBrowser('one meeting, played through', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
    let site: TestSite;
    const opened: BrowserContext[] = [];
    let desk: Page;
    let asker: Page;
    let peer: Page;
    let meeting = '';
    beforeAll(async () => {
      site = await startTestSite({ dialect });
      desk = await open(DESK);
      asker = await open(ASKER, { viewport: PHONE, javaScriptEnabled: false });
      peer = await open(PEER);
    });
    afterAll(async () => {
      for (const context of opened) await context.close();
      await site?.stop();
    });

    async function open(account: Account, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await visit(browser, options);
      opened.push(context);
      const page = await context.newPage();
      await logIn(page, site.url, account);
      return page;
    }
    const slug = () => meeting.slice(meeting.lastIndexOf('/') + 1);

    test('it is planned without a day, with three candidates', async () => {
      await desk.goto(`${site.url}/meetings`);
      await desk.getByRole('link', { name: '会を案内する' }).click();
      await desk.getByLabel('第何回').fill('９');
      await desk.getByLabel(/^題/).fill('冬の暮らしを支える');
      await desk.getByLabel(/^場所/).fill('オンライン（Zoom）');
      await desk.getByLabel('オンラインの入口').fill('https://zoom.example/j/123456');
      await desk.getByLabel('テーマ').fill('灯油\n休みの間の窓口');
      await desk.getByLabel(/^グループ/).fill(THEMES.join('\n'));
      await desk.getByRole('button', { name: 'この内容で案内する' }).click();
      await desk.getByRole('link', { name: 'いつなら来られるかを答える' }).waitFor();
      meeting = new URL(desk.url()).pathname;
      await desk.goto(`${site.url}${meeting}/dates`);
      for (const [index, day] of CANDIDATES.entries()) {
        const row = desk.getByRole('group', { name: `候補${index + 1}`, exact: true });
        await row.getByLabel(`候補${index + 1}`).fill(day);
        await row.getByLabel('から').fill('13:30');
        await row.getByLabel('まで').fill('16:00');
      }
      await desk.getByRole('button', { name: 'この候補できく' }).click();
      await desk.getByText('候補の日を書きました').waitFor();
    });

    test('members answer, and one press makes the best day its date', async () => {
      await asker.goto(`${site.url}${meeting}/dates`);
      await asker.getByRole('button', { name: 'どの日も行ける' }).click();
      await asker.getByText('答えを預かりました').waitFor();
      await peer.goto(`${site.url}${meeting}/dates`);
      for (const [index, says] of ['行けない', '行ける', '調整できる'].entries())
        await peer
          .getByRole('group', { name: shown(CANDIDATES[index] ?? '') })
          .getByLabel(says)
          .check();
      await peer.getByRole('button', { name: 'この答えを送る' }).click();
      await peer.getByText('答えを預かりました').waitFor();
      await desk.reload();
      await desk.getByText(`いちばん合う日：${shown(FIXED)}`).waitFor();
      await desk.getByRole('button', { name: new RegExp(`${shown(FIXED)}.*に決める`) }).click();
      await desk.waitForURL(site.url + meeting);
      await desk.getByText(shown(FIXED)).first().waitFor();
    });

    test('thirty people of twenty organizations sign up, and two by hand in two taps', async () => {
      for (let at = 0; at < 20; at += 1) {
        const organizationId = await addOrganization(site.db, `第${at + 1}くらし相談室`);
        for (let one = 0; one <= at % 2; one += 1) {
          const member = await addMember(site.db, { organizationId, familyName: one ? '伊藤' : '加藤' });
          await placeFor(site.db, slug(), member, [1 + (at % 4), 1 + ((at + 1) % 4)]);
        }
      }
      for (const page of [asker, peer]) {
        await page.goto(site.url + meeting);
        expect(await page.locator('main').innerText()).not.toContain('zoom.example');
        await page.getByRole('link', { name: '申し込む' }).first().click();
        await page.getByRole('button', { name: 'この内容で申し込む' }).click();
        await page.getByText('申し込み済みです').waitFor();
        await page.getByText('https://zoom.example/j/123456').waitFor();
      }
      await peer.getByText('32名（22機関）').waitFor();
    });

    test('another program reads its calendar entry', async () => {
      const answer = await peer.request.get(`${site.url}${meeting}/calendar.ics`);
      const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
      expect(event.startDate.toString()).toBe(`${FIXED}T13:30:00`);
      expect(event.startDate.zone.tzid).toBe('Asia/Tokyo');
      expect(event.summary).toContain('冬の暮らしを支える');
    });

    test('groups are proposed, one person is moved and stays, and everybody is shown theirs', async () => {
      await desk.goto(`${site.url}${meeting}/groups`);
      await desk.getByRole('button', { name: 'グループ分けを提案する' }).click();
      await desk.getByText('グループ分けを提案しました').waitFor();
      const person = desk.locator('[data-person]', { hasText: PEER.organization });
      await person.getByRole('combobox').selectOption({ label: `1 ${THEMES[0]}` });
      await person.getByRole('button', { name: '移す' }).click();
      await desk.getByText('移しました').waitFor();
      const other = desk.locator('[data-person]', { hasText: ASKER.organization });
      await other.getByRole('combobox').selectOption({ label: `1 ${THEMES[0]}` });
      await other.getByRole('button', { name: '移す' }).click();
      await desk.getByText('移しました').waitFor();
      await desk.getByRole('button', { name: '残りを組み直す' }).click();
      await desk.getByText('グループ分けを提案しました').waitFor();
      await desk.getByRole('button', { name: '参加者に見せる' }).click();
      await desk.getByText('参加者に見せました').waitFor();
      await peer.goto(`${site.url}${meeting}/groups`);
      await peer.getByText('あなたは、グループ1です').waitFor();
    });

    test('everybody who has a place is reminded by mail, with the way in', async () => {
      await remindOfMeetings(site.db, new Date(`${dayIn(-1)}T12:00:00+09:00`));
      const reminders = () =>
        existsSync(site.mailFolder)
          ? readdirSync(site.mailFolder)
              .filter((name) => name.endsWith('.eml'))
              .map((name) => textOf(readFileSync(join(site.mailFolder, name), 'utf8')))
              .filter(
                (text) => text.includes('https://zoom.example/j/123456') && text.includes('近づきました'),
              )
          : [];
      await expect.poll(() => reminders().length, { timeout: 30_000 }).toBe(32);
    });

    test('two write the group’s notes at once, and both are kept', async () => {
      const group = `${site.url}${meeting}/groups/1`;
      const again = await open(ASKER);
      for (const page of [again, peer]) await page.goto(group);
      await again.getByLabel('話したこと').pressSequentially('・灯油の貸付けの窓口を一枚にまとめる');
      await peer.getByLabel('話したこと').pressSequentially('・休みの前に食料をわたす');
      const stored = async () =>
        (
          await site.db
            .selectFrom('meeting_group')
            .select('text')
            .where('meeting_slug', '=', slug())
            .where('no', '=', 1)
            .executeTakeFirstOrThrow()
        ).text;
      await expect.poll(stored, { timeout: 30_000 }).toContain('灯油の貸付けの窓口');
      await expect.poll(stored, { timeout: 30_000 }).toContain('休みの前に食料をわたす');
    });
  });
});

/** The text of a letter, whose parts are in base64 or as they are. */
function textOf(letter: string): string {
  return letter
    .split(/\r?\n\r?\n/)
    .map((part) =>
      /^[A-Za-z0-9+/=\s]+$/.test(part) ? Buffer.from(part, 'base64').toString('utf8') : fromQuoted(part),
    )
    .join('\n');
}

function fromQuoted(part: string): string {
  const bytes = part
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
