import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, ASKER, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser, launchBrowser, PHONE, visit, WIDE } from '#tests/support/browser.server.ts';
import type { TestMember } from '#tests/support/builders.server.ts';
import { docx, noteOf } from '#tests/support/files.server.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';
import { logIn } from '#tests/support/steps.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NAMED = {
  name: '聞き取り.docx',
  mimeType: WORD,
  buffer: Buffer.from(docx(['聞き取りのまとめ'], [['電話', '090-1234-5678']])),
};
const GUIDE = { name: '手引き.docx', mimeType: WORD, buffer: Buffer.from(docx(['灯油代の貸付けの手引き'])) };

const photo = async () => ({
  name: '白板.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#6a8' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Hanako' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 3/1 0/1' } })
    .toBuffer(),
});

const files = (page: Page) => page.getByLabel('ファイルを選ぶ');
const send = (page: Page) => page.getByRole('button', { name: '確かめて付ける' }).click();
const looked = (page: Page) => page.getByLabel('写っていないことを確かめました');
const REMOVE_PHOTO = { name: /^外す\s*（白板\.jpg）$/ };
const attached = (page: Page) => page.locator('.attached__name').allTextContents();

describeInBrowser('files of a note', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
    let site: TestSite;
    beforeAll(async () => {
      site = await startTestSite({ dialect });
    });
    afterAll(() => site?.stop());

    const noteBy = async ({ email, familyName }: Account, slug: string) => {
      const { id } = await site.db
        .selectFrom('member')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirstOrThrow();
      await noteOf(site.db, { id, familyName } as TestMember, slug);
      return `${site.url}/notes/${slug}`;
    };
    const open = async (account: Account, javaScriptEnabled: boolean) => {
      // The check of accessibility is brought in from outside the site, which its policy for scripts forbids.
      const context = await visit(browser, { javaScriptEnabled, bypassCSP: true });
      const page = await context.newPage();
      await logIn(page, site.url, account);
      return page;
    };

    test.each([
      { script: 'with JavaScript', alive: true },
      { script: 'without JavaScript', alive: false },
    ])(
      'are refused with the place, attached, seen by a peer and taken away again $script',
      async ({ alive }) => {
        const note = await noteBy(ASKER, alive ? 'alive' : 'plain');
        const asker = await open(ASKER, alive);
        const choose = async (...chosen: Array<typeof GUIDE>) => {
          await asker.goto(note);
          await asker.getByText('資料を付ける').click();
          await files(asker).setInputFiles(chosen);
        };

        // A phone number in a table, beside a file that nothing is wrong with.
        await choose(NAMED, GUIDE);
        await send(asker);
        await asker.getByText('聞き取り.docx：個人が分かりそうなところがあります').waitFor();
        await asker.getByText(/^段落3：「090-1234-5678」/).waitFor();
        await asker.getByText('手引き.docx：付けました').waitFor();
        if (alive) expect(await troubles(asker)).toEqual([]);
        await asker.goto(note);
        expect(await attached(asker)).toEqual(['手引き.docx']);
        expect(await site.stored()).not.toContain('090-1234-5678');

        // A photo: only when the member says that nobody is in it; its place is gone.
        await choose(await photo());
        await send(asker);
        await asker.getByText('白板.jpg：写真や紙を読み取ったものです').waitFor();
        await choose(await photo());
        await looked(asker).check();
        await send(asker);
        await expect.poll(() => attached(asker)).toEqual(['手引き.docx', '白板.jpg']);
        const picture = asker.locator('.attached img');
        await picture.scrollIntoViewIfNeeded();
        await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);

        const peer = await open(PEER, alive);
        await peer.goto(note);
        const link = await peer.getByRole('link', { name: /^白板\.jpg/ }).getAttribute('href');
        const got = await peer.request.get(site.url + link);
        expect(got.headers()['content-security-policy']).toContain('sandbox');
        expect((await sharp(await got.body()).metadata()).exif).toBeUndefined();
        const outside = await (await visit(browser)).newPage();
        await outside.goto(site.url + link);
        expect(new URL(outside.url()).pathname).toBe('/login');
        // It is the note of somebody else.
        expect(await peer.getByRole('link', REMOVE_PHOTO).count()).toBe(0);

        await asker.getByRole('link', REMOVE_PHOTO).click();
        await asker.getByRole('heading', { name: 'この資料を外しますか' }).waitFor();
        if (alive) expect(await troubles(asker)).toEqual([]);
        await asker.getByRole('button', { name: '外す' }).click();
        await expect.poll(() => attached(asker)).toEqual(['手引き.docx']);
        expect((await peer.request.get(site.url + link)).status()).toBe(404);
      },
    );
  });

  test('a page of a PDF is seen beside its name', async () => {
    const site = await startTestSite({ dialect: 'sqlite' });
    try {
      const context = await visit(browser, { bypassCSP: true });
      const page = await context.newPage();
      await logIn(page, site.url, ASKER);
      const { id } = await site.db
        .selectFrom('member')
        .select('id')
        .where('email', '=', ASKER.email)
        .executeTakeFirstOrThrow();
      const note = `${site.url}/notes/pdf`;
      await noteOf(site.db, { id, familyName: ASKER.familyName } as TestMember, 'pdf');
      const press = await context.newPage();
      await press.setContent('<h1>冬の灯油代</h1><p>役場の窓口で申し込みます。</p>');
      const buffer = await press.pdf({ format: 'A4' });
      await page.goto(note);
      await page.getByText('資料を付ける').click();
      await files(page).setInputFiles({ name: '灯油代.pdf', mimeType: 'application/pdf', buffer });
      await send(page);
      const picture = page.locator('.attached img');
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(480);
      expect(await troubles(page)).toEqual([]);
      await page.goto(`${site.url}/search?q=%E7%81%AF%E6%B2%B9%E4%BB%A3`);
      await page.getByRole('link', { name: '家計の表の使い方' }).waitFor();
    } finally {
      await site.stop();
    }
  });
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page, on a phone and on a PC, in light and dark; and what sticks out sideways. */
async function troubles(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  const found: string[] = [];
  for (const viewport of [PHONE, WIDE]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(
        ...(await page.evaluate(async (values) => {
          const check = (window as unknown as { axe: typeof axe }).axe;
          const { violations } = await check.run(document, { runOnly: { type: 'tag', values } });
          const { clientWidth, scrollWidth } = document.documentElement;
          const wide = scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : [];
          return [
            ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
            ...wide,
          ];
        }, RULES)),
      );
    }
  }
  return found;
}
