import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { describe } from 'vitest';
import { findChromium } from './chromium.server.ts';

export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A group of tests that need a browser; skipped, and counted so, where none can be had. */
export const describeInBrowser = describe.skipIf(!findChromium());

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ARGS });
}

/** A browser of somebody in Japan, with cookies and storage of its own. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: WIDE,
    ...options,
  });
  // A page that does not answer within this is broken, however slow the machine.
  context.setDefaultTimeout(20_000);
  return context;
}
