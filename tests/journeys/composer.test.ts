import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/domain/ids.server.ts';
import { type Account, ASKER, DESK, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser, launchBrowser, PHONE, visit } from '#tests/support/browser.server.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';
import {
  bodyBox,
  logIn,
  seeAlive,
  seePosted,
  seeState,
  sendButton,
  titleBox,
  writeQuestion,
} from '#tests/support/steps.ts';

const CLEAN = '家賃を滞納している方に、灯油代の助成は使えますか。';

describeInBrowser('writing', () => {
  let browser: Browser;
  let site: TestSite;
  const logins = new Map<Account, BrowserContextOptions['storageState']>();
  const opened: BrowserContext[] = [];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startTestSite({ dialect: 'sqlite' })]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  afterEach(async () => {
    for (const context of opened.splice(0)) await context.close();
  });

  /** A page of somebody who is logged in, in a browser that remembers nothing else. */
  async function pageOf(account: Account, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await visit(browser, { storageState: logins.get(account), ...options });
    opened.push(context);
    const page = await context.newPage();
    if (!logins.has(account)) {
      await logIn(page, site.url, account);
      logins.set(account, await context.storageState());
    }
    return page;
  }

  const titled = (title: string) =>
    site.db.selectFrom('question').select(['id', 'body', 'status']).where('title', '=', title).execute();

  describe('with an input method', () => {
    test('is left alone until a word is settled, and checked then', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, site.url, { title: '変換の途中', body: '' });
      await bodyBox(page).focus();
      await seeState(page, 'あと、本文');
      await bodyBox(page).evaluate((box) => {
        box.addEventListener('compositionend', () => {
          box.dataset.settled = String(Number(box.dataset.settled ?? 0) + 1);
        });
      });
      const keyboard = await page.context().newCDPSession(page);
      for (const text of ['さ', 'さと', 'さとう', '佐藤', '佐藤さん']) {
        const caret = text.length;
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: caret, selectionEnd: caret });
        expect(await bodyBox(page).inputValue()).toBe(text);
      }
      // Longer than the pause after which a text is checked.
      await page.waitForTimeout(600);
      expect(await bodyBox(page).inputValue()).toBe('佐藤さん');
      expect(await bodyBox(page).getAttribute('data-settled')).toBeNull();
      expect(await page.locator('mark.hit').count()).toBe(0);

      await keyboard.send('Input.insertText', { text: '佐藤さん' });
      await seeState(page, '投稿できません：あと1件');
      expect(await bodyBox(page).getAttribute('data-settled')).toBe('1');
      expect(await page.locator('mark.hit').textContent()).toBe('佐藤');
    });

    test('finds a telephone number in full-width digits', async () => {
      const page = await pageOf(ASKER);
      const body = '折り返しは０９０－１２３４－５６７８へ';
      await writeQuestion(page, site.url, { title: '全角の番号', body });
      await seeState(page, '投稿できません：あと1件');
      await page.getByRole('button', { name: '（電話番号） に書き換える' }).click();
      await seeState(page, '投稿できます');
      expect(await bodyBox(page).inputValue()).toBe('折り返しは（電話番号）へ');
      await page.getByRole('button', { name: '言い換えを元に戻す' }).click();
      expect(await bodyBox(page).inputValue()).toBe(body);
    });
  });

  describe('with what only the server finds', () => {
    /** A name that the rules in the browser do not see. */
    const NAME = '砂金澄仁';
    const BODY = `${NAME}は家賃を滞納しています。`;
    const marks = (page: Page) => page.locator('mark.hit').allTextContents();

    /** Counts what is asked of the server from now on; `open` are the questions without an answer. */
    function countQuestions(page: Page) {
      const count = { asked: 0, open: 0, mostOpen: 0 };
      const isOne = (request: Request) => request.url().endsWith('/findings');
      page.on('request', (request) => {
        if (!isOne(request)) return;
        count.asked += 1;
        count.open += 1;
        count.mostOpen = Math.max(count.mostOpen, count.open);
      });
      const done = (request: Request) => {
        if (isOne(request)) count.open -= 1;
      };
      page.on('requestfinished', done);
      page.on('requestfailed', done);
      return count;
    }

    test('underlines it after a pause, offers a letter that nobody else has, and lets it be rewritten', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, site.url, { title: '見つかる名前', body: BODY });
      await seeState(page, '投稿できません：あと1件');
      expect(await marks(page)).toEqual([NAME]);
      await bodyBox(page).press('End');
      await page.keyboard.insertText('佐藤さんは隣の人です。');
      await page.getByRole('button', { name: 'Ｂさん に書き換える' }).click();
      await page.getByRole('button', { name: 'Ａさん に書き換える' }).click();
      expect(await bodyBox(page).inputValue()).toBe('Ａは家賃を滞納しています。Ｂさんは隣の人です。');
      await seeState(page, '投稿できます');
    });

    test('keeps letter and person together in title and text, whichever is rewritten first', async () => {
      const page = await pageOf(ASKER);
      const title = '佐藤一郎様の家賃';
      const body = `佐藤一郎君が来所。母の佐藤花子さんも一緒。${BODY}`;
      await writeQuestion(page, site.url, { title, body });
      await seeState(page, '投稿できません：あと3件');
      await page.getByRole('button', { name: 'Ａさんの母 に書き換える' }).click();
      await page.getByRole('button', { name: 'まとめて当てる' }).click();
      await seeState(page, '投稿できます');
      expect(await titleBox(page).inputValue()).toBe('Ａさんの家賃');
      expect(await bodyBox(page).inputValue()).toBe(
        `Ａさんが来所。Ａさんの母も一緒。${BODY.replace(NAME, 'Ｃ')}`,
      );
    });

    test('leaves a word alone that is being composed, and keeps its mark meanwhile', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, site.url, { title: '変換しながら', body: BODY });
      await expect.poll(() => marks(page)).toEqual([NAME]);
      const questions = countQuestions(page);
      await bodyBox(page).press('Control+Home');
      const keyboard = await page.context().newCDPSession(page);
      const compose = async (text: string) => {
        const caret = text.length;
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: caret, selectionEnd: caret });
        expect(await bodyBox(page).inputValue()).toBe(text + BODY);
        expect(await marks(page)).toEqual([NAME]);
      };
      for (const text of ['き', 'きの', 'きのう', '昨日', '昨日、']) await compose(text);
      // Longer than both pauses.
      await page.waitForTimeout(1500);
      await compose('昨日、');
      expect(questions.asked).toBe(0);
      await keyboard.send('Input.insertText', { text: '昨日、' });
      await expect.poll(() => questions.asked).toBe(1);
      await expect.poll(() => questions.open).toBe(0);
      expect(await bodyBox(page).inputValue()).toBe(`昨日、${BODY}`);
      expect(await marks(page)).toEqual([NAME]);
    });

    test('lets the mark go as soon as its passage is edited', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, site.url, { title: '直す名前', body: BODY });
      await expect.poll(() => marks(page)).toEqual([NAME]);
      await page.route('**/findings', (route) => route.abort());
      await bodyBox(page).press('Control+Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.insertText('田');
      expect(await marks(page)).toEqual([]);
      await seeState(page, '投稿できます');
    });

    test('asks one question at a time, and drops it when the typing goes on', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, site.url, { title: '続けて書く', body: '' });
      await seeAlive(page);
      await page.waitForTimeout(1200);
      const questions = countQuestions(page);
      let slow = true;
      await page.route('**/findings', async (route) => {
        if (slow) await new Promise((resolve) => setTimeout(resolve, 5000));
        await route.continue().catch(() => {});
      });
      await bodyBox(page).fill(BODY);
      await expect.poll(() => questions.open).toBe(1);
      await bodyBox(page).press('End');
      await page.keyboard.type('続きを書いています。', { delay: 30 });
      await expect.poll(() => questions.open).toBe(0);
      slow = false;
      await seeState(page, '投稿できません：あと1件');
      expect(questions.mostOpen).toBe(1);
      expect(await marks(page)).toEqual([NAME]);
    });

    test.each([
      ['there is no connection', (page: Page) => page.context().setOffline(true)],
      ['the server is slow', (page: Page) => page.route('**/findings', () => {})],
      [
        'the server refuses',
        (page: Page) => page.route('**/findings', (route) => route.fulfill({ status: 503 })),
      ],
    ])(
      'is left to the sending when %s: the browser goes on alone and says nothing of it',
      async (_, spoil) => {
        const page = await pageOf(ASKER);
        const failures: Error[] = [];
        page.on('pageerror', (error) => failures.push(error));
        await writeQuestion(page, site.url, { title: 'ひとりで確かめる', body: CLEAN });
        await seeState(page, '投稿できます');
        await spoil(page);
        await bodyBox(page).fill(`${BODY}43歳です。`);
        await seeState(page, '言い換えか理由が、あと1件');
        // Longer than the pause after which the server is asked.
        await page.waitForTimeout(1500);
        expect(await marks(page)).toEqual(['43歳']);
        await page.getByRole('button', { name: '40代 に書き換える' }).click();
        await seeState(page, '投稿できます');
        expect(failures).toEqual([]);
      },
    );

    test('does not delay sending; the refused page underlines it', async () => {
      const page = await pageOf(ASKER);
      const title = '待たずに送る';
      await page.route('**/findings', () => {});
      await writeQuestion(page, site.url, { title, body: BODY });
      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seeState(page, '投稿できません：あと1件');
      expect(await marks(page)).toEqual([NAME]);
      expect(await titled(title)).toEqual([]);
      await page.getByRole('button', { name: 'Ａさん に書き換える' }).click();
      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      expect(await titled(title)).toEqual([expect.objectContaining({ body: BODY.replace(NAME, 'Ａ') })]);
    });
  });

  test('a text pasted from Word keeps its lines and loses what nobody sees', async () => {
    const page = await pageOf(ASKER, { permissions: ['clipboard-read', 'clipboard-write'] });
    await writeQuestion(page, site.url, { title: '貼り付け', body: '' });
    await seeAlive(page);
    await page.evaluate(async () => {
      const plain = '一行目\r\n・家\u00ad計の\u200b相談\r\n三行目\u00a0です';
      const html = '<p class="MsoNormal">一行目</p><p>・家計の<o:p></o:p>相談</p><p>三行目&nbsp;です</p>';
      const part = (text: string, type: string) => new Blob([text], { type });
      const item = { 'text/plain': part(plain, 'text/plain'), 'text/html': part(html, 'text/html') };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    });
    await bodyBox(page).focus();
    await page.keyboard.press('Control+V');
    await expect.poll(() => bodyBox(page).inputValue()).toBe('一行目\n・家計の相談\n三行目 です');
    await titleBox(page).fill('');
    await titleBox(page).focus();
    await page.keyboard.press('Control+V');
    await expect.poll(() => titleBox(page).inputValue()).toBe('一行目 ・家計の相談 三行目 です');
  });

  describe('before the script has arrived', () => {
    /** Opens a page whose script comes late, on a slow machine. @returns what lets the script come */
    async function openSlowly(page: Page, path: string): Promise<() => void> {
      const { promise: allowed, resolve: letCome } = Promise.withResolvers<void>();
      await page.route('**/assets/mount*.js', async (route) => {
        await allowed;
        await route.continue();
      });
      const machine = await page.context().newCDPSession(page);
      await machine.send('Emulation.setCPUThrottlingRate', { rate: 6 });
      await page.goto(site.url + path);
      return letCome;
    }
    /**
     * Types one letter after another into the box that has the focus, one in each turn that the browser takes, until
     * the script has taken over: faster than anybody, so that a letter falls into every gap. @returns the letters
     */
    function typeUntilAlive(page: Page): Promise<string> {
      return page.evaluate(
        () =>
          new Promise<string>((done) => {
            const { port1: turn, port2: next } = new MessageChannel();
            let typed = '';
            turn.onmessage = () => {
              if (document.querySelector('.toolbar')) return done(typed);
              const letter = String.fromCharCode('あ'.charCodeAt(0) + (typed.length % 80));
              document.execCommand('insertText', false, letter);
              typed += letter;
              next.postMessage(null);
            };
            next.postMessage(null);
          }),
      );
    }

    test.each([
      ['an empty title', '/questions/new', titleBox],
      ['an empty body', '/questions/new', bodyBox],
      ['a body that says something', '/questions/new?case=1', bodyBox],
    ])('nothing is lost that is typed into %s while it comes', async (_name, path, box) => {
      const page = await pageOf(ASKER);
      const letCome = await openSlowly(page, path);
      const before = await box(page).inputValue();
      await box(page).focus();
      await page.keyboard.press('Control+Home');
      const typing = typeUntilAlive(page);
      await expect.poll(() => box(page).inputValue()).toMatch(/^あぃい/);
      letCome();
      const typed = await typing;
      await page.keyboard.insertText('。');
      expect(await box(page).inputValue()).toBe(`${typed}。${before}`);
      await page.getByText('この端末に保存').waitFor();
    });

    test('what is typed does not take the place of the rest of a draft', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, site.url, { title: 'はじめの題名', body: CLEAN });
      await page.getByText('この端末に保存').waitFor();
      const letCome = await openSlowly(page, '/questions/new');
      await titleBox(page).fill('あとの題名');
      letCome();
      await page.getByText('下書きを戻しました。').waitFor();
      expect(await titleBox(page).inputValue()).toBe('あとの題名');
      expect(await bodyBox(page).inputValue()).toBe(CLEAN);
      expect(await page.getByLabel('事業区分').inputValue()).toBe('juukyo');
    });
  });

  describe('in a thread that tells of an Ａさん', () => {
    const answerBox = (page: Page) => page.getByLabel('あなたのところでは、どうしていますか');
    const ANSWER = '渡部さんも、窓口で断られました。';
    const REWRITTEN = 'Ｂさんも、窓口で断られました。';

    async function askAboutA(page: Page): Promise<string> {
      await writeQuestion(page, site.url, { title: 'Ａさんの家賃', body: `Ａさんのことです。${newId()}` });
      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      return new URL(page.url()).pathname;
    }

    test('another person is offered another letter', async () => {
      const thread = await askAboutA(await pageOf(ASKER));
      const page = await pageOf(PEER);
      await page.goto(site.url + thread);
      await answerBox(page).fill(ANSWER);
      await page.getByRole('button', { name: 'Ｂさん に書き換える' }).click();
      expect(await answerBox(page).inputValue()).toBe(REWRITTEN);
    });

    test('so it is without scripts', async () => {
      const thread = await askAboutA(await pageOf(ASKER));
      await pageOf(PEER);
      const page = await pageOf(PEER, { javaScriptEnabled: false });
      await page.goto(site.url + thread);
      await answerBox(page).fill(ANSWER);
      await sendButton(page).click();
      await page.getByLabel('「渡部さん」を「Ｂさん」に書き換える').waitFor();
      await page.getByRole('button', { name: '言い換えを当てて、もう一度送る' }).click();
      await page.getByText(REWRITTEN).waitFor();
    });
  });

  describe('a draft', () => {
    test('is there again after the page was loaded anew, and gone once it is posted', async () => {
      const page = await pageOf(ASKER);
      const title = '下書きから';
      await writeQuestion(page, site.url, { title, body: CLEAN });
      await page.getByText('この端末に保存').waitFor();
      await page.reload();
      await page.getByText('下書きを戻しました。').waitFor();
      expect(await titleBox(page).inputValue()).toBe(title);
      expect(await bodyBox(page).inputValue()).toBe(CLEAN);
      expect(await page.getByLabel('事業区分').inputValue()).toBe('juukyo');

      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
      await page.goto(`${site.url}/questions/new`);
      await seeAlive(page);
      expect(await bodyBox(page).inputValue()).toBe('');
    });

    test('is there again after going to another page and back', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, site.url, { title: '行って帰る', body: CLEAN });
      await page.getByRole('link', { name: 'つながりの約束' }).click();
      await page.getByRole('heading', { name: 'つながりの約束' }).waitFor();
      await page.goBack();
      await expect.poll(() => bodyBox(page).inputValue()).toBe(CLEAN);
      expect(await titleBox(page).inputValue()).toBe('行って帰る');
    });

    test('goes when it is thrown away', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, site.url, { title: '捨てる文章', body: CLEAN });
      await page.getByText('この端末に保存').waitFor();
      await page.reload();
      await page.getByRole('button', { name: '捨てる' }).click();
      expect(await bodyBox(page).inputValue()).toBe('');
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  });

  describe('sending', () => {
    test('by a double click makes one question', async () => {
      const page = await pageOf(ASKER);
      const title = '二度押した質問';
      await writeQuestion(page, site.url, { title, body: CLEAN });
      await seeState(page, '投稿できます');
      await sendButton(page).dblclick();
      await seePosted(page, '質問を送りました');
      expect(await titled(title)).toHaveLength(1);
    });

    test('again after going back makes no second question', async () => {
      const page = await pageOf(ASKER);
      const title = '戻ってまた送る質問';
      await writeQuestion(page, site.url, { title, body: CLEAN });
      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      const thread = new URL(page.url()).pathname;
      await page.goBack();
      await expect.poll(() => bodyBox(page).inputValue()).toBe(CLEAN);
      await sendButton(page).click();
      await page.waitForURL(`**${thread}?posted=*`);
      expect(await titled(title)).toHaveLength(1);
    });

    test('again after going back makes no second question, without scripts either', async () => {
      await pageOf(ASKER);
      const page = await pageOf(ASKER, { javaScriptEnabled: false });
      const title = '戻ってまた送る、スクリプトなしの質問';
      await writeQuestion(page, site.url, { title, body: CLEAN });
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      const thread = new URL(page.url()).pathname;
      await page.goBack();
      expect(await titleBox(page).inputValue()).toBe(title);
      await sendButton(page).click();
      await page.waitForURL(`**${thread}?posted=*`);
      expect(await titled(title)).toHaveLength(1);
    });

    test('another text after going back makes another question', async () => {
      const page = await pageOf(ASKER);
      await writeQuestion(page, site.url, { title: '一つめの質問', body: CLEAN });
      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      await page.goBack();
      await expect.poll(() => bodyBox(page).inputValue()).toBe(CLEAN);
      await titleBox(page).fill('二つめの質問');
      await seeState(page, '投稿できます');
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      await page.getByRole('heading', { name: '二つめの質問' }).waitFor();
      expect(await titled('一つめの質問')).toHaveLength(1);
      expect(await titled('二つめの質問')).toHaveLength(1);
    });

    test('without a connection keeps the text and says what to do', async () => {
      const page = await pageOf(ASKER);
      const title = '電波のない所から';
      await writeQuestion(page, site.url, { title, body: CLEAN });
      await seeState(page, '投稿できます');
      await page.context().setOffline(true);
      await sendButton(page).click();
      const notice = page.getByRole('status').filter({ hasText: 'つながっていません' });
      await notice
        .getByText('この端末に残っています。電波の届くところで、もう一度送ってください。')
        .waitFor();
      expect(await bodyBox(page).inputValue()).toBe(CLEAN);
      expect(await titled(title)).toHaveLength(0);

      await page.context().setOffline(false);
      await sendButton(page).click();
      await seePosted(page, '質問を送りました');
      expect(await titled(title)).toHaveLength(1);
    });

    test('with something missing says what, and leads there', async () => {
      const page = await pageOf(ASKER);
      const hasFocus = (box: ReturnType<typeof titleBox>) =>
        box.evaluate((element) => element === document.activeElement);
      await page.goto(`${site.url}/questions/new`);
      await seeAlive(page);
      await sendButton(page).click();
      await page.getByText('ここに、ひとことで書いてください').waitFor();
      expect(await hasFocus(titleBox(page))).toBe(true);

      await page.getByRole('button', { name: 'ケースの型' }).click();
      await seeState(page, 'あと、題名と事業区分と本文');
      await titleBox(page).fill('足りないものを足す');
      await seeState(page, 'あと、事業区分と本文');
      await sendButton(page).click();
      await page.getByText('事業区分を選んでください').waitFor();
      expect(await hasFocus(page.getByLabel('事業区分'))).toBe(true);
      await page.getByLabel('事業区分').selectOption({ label: '住居確保給付金' });
      await seeState(page, 'あと、本文');
      await bodyBox(page).fill(CLEAN);
      await seeState(page, '投稿できます');
    });
  });

  test('goes by keyboard alone, from the login to the posted question', async () => {
    const context = await visit(browser);
    opened.push(context);
    const page = await context.newPage();
    const { keyboard } = page;
    await page.goto(`${site.url}/login`);
    await tabTo(page, 'メールアドレス');
    await keyboard.type(ASKER.email);
    await tabTo(page, 'パスワード');
    await keyboard.type(ASKER.password);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'おつかれさまです' }).waitFor();

    await tabTo(page, '質問する');
    await keyboard.press('Enter');
    await seeAlive(page);
    await tabTo(page, 'ひとことで言うと');
    await keyboard.insertText('キーボードだけの質問');
    await tabTo(page, '事業区分');
    await keyboard.press('ArrowDown');
    await tabTo(page, 'くわしく');
    await keyboard.insertText('佐藤さんのことで、灯油代の助成を教えてください。');
    await seeState(page, '投稿できません：あと1件');
    await tabTo(page, '投稿する');
    await keyboard.press('Enter');
    await tabTo(page, '佐藤さん を Ａさん に書き換える');
    await keyboard.press('Enter');
    await seeState(page, '投稿できます');
    await tabTo(page, '投稿する');
    await keyboard.press('Enter');
    await seePosted(page, '質問を送りました');
    expect(await titled('キーボードだけの質問')).toEqual([
      expect.objectContaining({ body: 'Ａさんのことで、灯油代の助成を教えてください。' }),
    ]);
  });

  test('on a phone shows one finding at a time, above the thumb', async () => {
    const page = await pageOf(ASKER, { viewport: PHONE, hasTouch: true, isMobile: true });
    await writeQuestion(page, site.url, {
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

  test('on a phone leaves the passage in sight that the sheet speaks of, however little room there is', async () => {
    const page = await pageOf(ASKER, {
      viewport: { width: 360, height: 420 },
      hasTouch: true,
      isMobile: true,
    });
    const between = `${'あいだの文章がつづきます。'.repeat(30)}\n`;
    const body = `${between}佐藤さんの家賃です。\n${between}43歳の方です。\n${between}`;
    await writeQuestion(page, site.url, { title: '長い質問', body });
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

  test('keeps a warning for which there is a reason, and the reason with it', async () => {
    const page = await pageOf(ASKER);
    const title = '理由のある年齢';
    await writeQuestion(page, site.url, { title, body: '43歳の方です。' });
    await seeState(page, '言い換えか理由が、あと1件');
    await page.getByRole('button', { name: 'このまま載せる理由を書く' }).click();
    await page.getByRole('button', { name: 'その他' }).click();
    const reason = page.getByRole('textbox', { name: '理由' });
    await reason.fill('佐藤さんの年齢です');
    await page.getByRole('button', { name: 'この理由で載せる' }).click();
    await page.getByText('理由に名前や連絡先があるようです').waitFor();
    await seeState(page, '言い換えか理由が、あと1件');
    expect(await reason.inputValue()).toBe('佐藤さんの年齢です');
    await reason.fill('制度の年齢の例です');
    await page.getByRole('button', { name: 'この理由で載せる' }).click();
    await seeState(page, '投稿できます');
    await sendButton(page).click();
    await seePosted(page, '質問を送りました');
    const [question] = await titled(title);
    expect(question?.body).toBe('43歳の方です。');
    const kept = await site.db
      .selectFrom('kept_warning')
      .select(['passage', 'reason', 'note'])
      .where('post_id', '=', question?.id ?? '')
      .execute();
    expect(kept).toEqual([{ passage: '43歳', reason: 'other', note: '制度の年齢の例です' }]);
  });

  test('lets an author object, and the desk decide', async () => {
    const title = '名前ではないことば';
    const page = await pageOf(ASKER);
    await writeQuestion(page, site.url, { title, body: '佐藤さんという催しの開き方を教えてください。' });
    await seeState(page, '投稿できません：あと1件');
    await page.getByRole('button', { name: 'これは個人名ではありません' }).click();
    await seeState(page, '事務局が確かめるまで、あなたと事務局だけに見えます');
    await sendButton(page).click();
    await page.getByText('事務局が確かめています').first().waitFor();
    const thread = new URL(page.url()).pathname;
    expect(await titled(title)).toEqual([expect.objectContaining({ status: 'waiting' })]);

    const peer = await pageOf(PEER);
    const statusFor = async (reader: Page) => (await reader.goto(site.url + thread))?.status();
    expect(await statusFor(peer)).toBe(404);
    await peer.goto(`${site.url}/questions`);
    expect(await peer.getByRole('link', { name: title }).count()).toBe(0);

    const desk = await pageOf(DESK);
    await desk.goto(`${site.url}/desk`);
    const waiting = desk.getByRole('listitem').filter({ hasText: title });
    await waiting.getByText('「佐藤」').waitFor();
    await waiting.getByRole('button', { name: '今回だけ認めて公開する' }).click();
    await desk.getByText('待っている投稿はありません').waitFor();

    expect(await statusFor(peer)).toBe(200);
    await peer.getByText('佐藤さんという催し').waitFor();
    await page.goto(`${site.url}/notices`);
    const told = page.getByRole('listitem').filter({ hasText: `「${title}」` });
    await told.getByText('あなたの投稿を確かめおわり、公開しました').waitFor();
  });
});

/** Presses Tab until the control with this name has the focus. The name is the one that is read out. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    if ((await focused.ariaSnapshot()).includes(name)) return;
  }
  throw new Error(`Tab did not reach ${name}`);
}
