import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Account } from './accounts.ts';
import { launchBrowser, visit } from './browser.server.ts';
import { startTestSite, type TestSite } from './site.server.ts';
import { logIn } from './steps.ts';

/**
 * The small network's site and a browser, for the tests of one group; each test's pages are closed after it.
 *
 * @param prepare what must be there before the first test
 */
export function membersPages({
  dialect = 'sqlite',
  prepare = async () => {},
}: {
  dialect?: 'sqlite' | 'postgres';
  prepare?: (site: TestSite) => Promise<void>;
} = {}) {
  let browser: Browser;
  let site: TestSite;
  const logins = new Map<Account, BrowserContextOptions['storageState']>();
  const opened: BrowserContext[] = [];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startTestSite({ dialect })]);
    await prepare(site);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  afterEach(async () => {
    for (const context of opened.splice(0)) await context.close();
  });

  async function contextOf(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await visit(browser, options);
    opened.push(context);
    return context;
  }

  return {
    /** Without a trailing slash. */
    url: () => site.url,
    db: () => site.db,
    site: () => site,
    /** A page of nobody yet. */
    visitorsPage: async (options: BrowserContextOptions = {}): Promise<Page> =>
      (await contextOf(options)).newPage(),
    /** A page of somebody who is logged in, in a browser that remembers nothing else. */
    async pageOf(account: Account, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await contextOf({ storageState: logins.get(account), ...options });
      const page = await context.newPage();
      if (!logins.has(account)) {
        await logIn(page, site.url, account);
        logins.set(account, await context.storageState());
      }
      return page;
    },
    memberOf: ({ email }: Account) =>
      site.db
        .selectFrom('member')
        .select(['id', 'family_name as familyName', 'organization_id as organizationId'])
        .where('email', '=', email)
        .executeTakeFirstOrThrow(),
    /** The questions with this title, whoever may see them. */
    titled: (title: string) =>
      site.db.selectFrom('question').select(['id', 'body', 'status']).where('title', '=', title).execute(),
  };
}
