import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../support/chromium.server.ts';

/** The check as a browser gets it: the engine with its dictionaries, minified, in one script. */
export async function bundleEngine(): Promise<{ code: string; brotliBytes: number }> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('../../lint/engine.ts', import.meta.url)),
        formats: ['iife'],
        name: 'check',
      },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('Vite built nothing');
  return { code: chunk.code, brotliBytes: brotliCompressSync(chunk.code).length };
}

/** @returns median of 200 checks in milliseconds; undefined where there is no browser */
export async function inChromium(code: string, text: string): Promise<number | undefined> {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: `${code};globalThis.check = check;` });
    // The clock of a browser is coarse, so ten checks are one measurement.
    return await page.evaluate((typed) => {
      const { lint } = (globalThis as unknown as { check: { lint(text: string): unknown } }).check;
      const times: number[] = [];
      for (let turn = -10; turn < 20; turn += 1) {
        const start = performance.now();
        for (let again = 0; again < 10; again += 1) lint(typed);
        if (turn >= 0) times.push((performance.now() - start) / 10);
      }
      return times.sort((a, b) => a - b)[10] ?? Number.NaN;
    }, text);
  } finally {
    await browser.close();
  }
}
