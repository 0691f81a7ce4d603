import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Account } from './accounts.ts';

/** What members do on many ways through the site, told once. `url` is the site's, without a trailing slash. */

export async function logIn(
  page: Page,
  url: string,
  { email, password }: Pick<Account, 'email' | 'password'>,
) {
  await page.goto(`${url}/login`);
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード').fill(password);
  await page.getByRole('button', { name: 'ログイン' }).click();
  await page.getByRole('heading', { name: 'おつかれさまです' }).waitFor();
}

export interface Question {
  title: string;
  body: string;
}

export const titleBox = (page: Page) => page.getByLabel('ひとことで言うと');
export const bodyBox = (page: Page) => page.getByLabel('くわしく');
export const sendButton = (page: Page) => page.locator('button.sendbar__send');

/** Opens the page for a new question and fills it in; sends nothing. */
export async function writeQuestion(page: Page, url: string, { title, body }: Question) {
  await page.goto(`${url}/questions/new`);
  await titleBox(page).fill(title);
  await page.getByLabel('事業区分').selectOption({ label: '住居確保給付金' });
  await bodyBox(page).fill(body);
}

/** Waits until the script has taken over the form. */
export async function seeAlive(page: Page) {
  await page.getByRole('group', { name: '書式' }).waitFor();
}

/** Waits until the check in the browser says how the post stands: 投稿できます, 投稿できません：あと2件, … */
export async function seeState(page: Page, words: string) {
  await page.locator('[data-state]', { hasText: words }).waitFor();
}

/** The page of a thread that was just opened by sending something; the word about it is where one looks. */
export async function seePosted(page: Page, words: string) {
  const word = page.getByRole('status').filter({ hasText: words });
  await word.waitFor();
  await expect.poll(async () => inView(page, await word.boundingBox())).toBe(true);
  expect(new URL(page.url()).pathname).toMatch(/^\/questions\/[a-z0-9]{12}$/);
}

/** Whether all of a box is seen without scrolling. */
function inView(page: Page, box: { y: number; height: number } | null): boolean {
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}
