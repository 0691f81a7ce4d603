import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#app/demo/fill.server.ts';
import { lockFile } from '#app/domain/files/lock.server.ts';
import { hashToken, newId } from '#app/domain/ids.server.ts';
import { makeResetLink } from '#app/domain/login/reset-password.server.ts';
import { addMeeting } from '#app/domain/meetings/add-meeting.server.ts';
import { answerDates } from '#app/domain/meetings/dates/answer-dates.server.ts';
import { candidatesOf } from '#app/domain/meetings/dates/read-dates.server.ts';
import { setDates } from '#app/domain/meetings/dates/set-dates.server.ts';
import { saveGroupText } from '#app/domain/meetings/groups/group-text.server.ts';
import { movePerson, showGroups } from '#app/domain/meetings/groups/place.server.ts';
import { inviteMember } from '#app/domain/members/invite.server.ts';
import type { Db } from '#db/schema.ts';
import { describeInBrowser, launchBrowser, PHONE, visit, WIDE } from '#tests/support/browser.server.ts';
import { anonymous, must } from '#tests/support/builders.server.ts';
import { meetingOf, placeFor } from '#tests/support/meetings.server.ts';
import { reportOf } from '#tests/support/reports.server.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';
import { logIn, sendButton, writeQuestion } from '#tests/support/steps.ts';

type Person = 'visitor' | 'counselor' | 'desk';

/** Where the demo network's own pages are. */
const CHAT = fileURLToPath(new URL('../fixtures/line/three-hundred-lines.txt', import.meta.url));

interface Places {
  thread: string;
  ownQuestion: string;
  answer: string;
  note: string;
  meeting: string;
  /** A meeting whose day is being found. */
  planned: string;
  report: string;
  /** A meeting whose report has films and handouts. */
  filmed: string;
  /** A handout with a password. */
  locked: string;
  /** A survey that can be answered, and one whose results everybody may read. */
  survey: string;
  results: string;
  waiting: string;
  token: string;
  reset: string;
  setupCode: string;
}

interface View {
  name: string;
  as: Person;
  path: (places: Places) => string;
  /** 200 when absent. */
  status?: number;
  /** What to do there before looking. */
  prepare?: (page: Page) => Promise<unknown>;
}

const NAMED = '佐藤さん（43歳）の折り返しは 090-1234-5678 です。';

/** Sends a form past the check in the browser, so that the server refuses it. */
const sendUnchecked = (page: Page) =>
  page
    .locator('form.composer')
    .first()
    .evaluate((form: HTMLFormElement) => {
      form.insertAdjacentHTML('beforeend', '<input type="hidden" name="intent" value="post">');
      form.submit();
    });

async function previewForbidding(page: Page, word: string): Promise<void> {
  await page.getByLabel('加えることば').fill(word);
  await page.getByRole('radio', { name: '書かないことば' }).check();
  await page.getByLabel('加える理由').fill('読めるかを試します');
  await page.getByRole('button', { name: '新しい投稿で試す' }).click();
}

const VIEWS: View[] = [
  { name: 'login', as: 'visitor', path: () => '/login' },
  {
    name: 'a login refused',
    as: 'visitor',
    path: () => '/login',
    async prepare(page) {
      await page.getByLabel('メールアドレス').fill('nobody@example.jp');
      await page.getByLabel('パスワード').fill('wrong-password');
      await page.getByRole('button', { name: 'ログイン' }).click();
      await page.getByText('ログインできませんでした').waitFor();
    },
  },
  { name: 'the first run', as: 'visitor', path: ({ setupCode }) => `/setup?code=${setupCode}` },
  { name: 'an invitation', as: 'visitor', path: ({ token }) => `/join/${token}` },
  { name: 'an invitation that holds no more', as: 'visitor', path: () => '/join/none', status: 410 },
  { name: 'the meetings, from outside', as: 'visitor', path: () => '/meetings' },
  { name: 'contact, from outside', as: 'visitor', path: () => '/contact' },
  { name: 'home', as: 'counselor', path: () => '/' },
  { name: 'the questions', as: 'counselor', path: () => '/questions' },
  {
    name: 'the questions, filtered',
    as: 'counselor',
    path: () => '/questions?programme=juukyo&state=solved&mine=1',
  },
  { name: 'a thread', as: 'counselor', path: ({ thread }) => thread },
  { name: 'a thread of one’s own', as: 'counselor', path: ({ ownQuestion }) => `/questions/${ownQuestion}` },
  {
    name: 'an answer refused',
    as: 'counselor',
    path: ({ thread }) => thread,
    async prepare(page) {
      await page.getByLabel('あなたのところでは、どうしていますか').fill(NAMED);
      await sendUnchecked(page);
      await page.getByText('まだ送れていません').waitFor();
    },
  },
  { name: 'asking', as: 'counselor', path: () => '/questions/new' },
  {
    name: 'asking, with findings',
    as: 'counselor',
    path: () => '/questions/new',
    async prepare(page) {
      await page.getByLabel('ひとことで言うと').fill('灯油代の助成');
      await page.getByLabel('くわしく').fill(NAMED);
      await page.getByText('投稿できません：あと2件').waitFor();
      await page.getByRole('button', { name: '次の指摘へ' }).click();
    },
  },
  {
    name: 'asking, refused',
    as: 'counselor',
    path: () => '/questions/new',
    async prepare(page) {
      await page.getByLabel('くわしく').fill(NAMED);
      await sendUnchecked(page);
      await page.getByText('まだ送れていません').waitFor();
    },
  },
  { name: 'a reply', as: 'counselor', path: ({ answer }) => `/answers/${answer}/reply` },
  { name: 'an edit', as: 'counselor', path: ({ ownQuestion }) => `/posts/question/${ownQuestion}/edit` },
  { name: 'a history', as: 'counselor', path: ({ ownQuestion }) => `/posts/question/${ownQuestion}/history` },
  { name: 'a deletion', as: 'counselor', path: ({ ownQuestion }) => `/posts/question/${ownQuestion}/delete` },
  { name: 'a report of a post', as: 'counselor', path: ({ answer }) => `/posts/answer/${answer}/report` },
  {
    name: 'telling that it is solved',
    as: 'counselor',
    path: ({ ownQuestion }) => `/questions/${ownQuestion}/solve`,
  },
  { name: 'a post that waits', as: 'counselor', path: ({ waiting }) => `/questions/${waiting}` },
  { name: 'the search', as: 'counselor', path: () => '/search' },
  { name: 'a search with results', as: 'counselor', path: () => '/search?q=%E5%AE%B6%E8%B3%83' },
  {
    name: 'a search, narrowed',
    as: 'counselor',
    path: () => '/search?q=%E5%AE%B6%E8%B3%83&solved=1&programme=juukyo&period=three-years',
  },
  { name: 'a search, from outside', as: 'visitor', path: () => '/search?q=%E4%BA%A4%E6%8F%9B%E4%BC%9A' },
  {
    name: 'a question that was asked before',
    as: 'counselor',
    path: () =>
      '/questions/new?title=%E7%9D%A3%E4%BF%83%E7%8A%B6%E3%82%92%E9%96%8B%E3%81%91%E3%81%AA%E3%81%84',
  },
  { name: 'a search without results', as: 'counselor', path: () => '/search?q=zzzqqq' },
  { name: 'the notes for visitors', as: 'visitor', path: () => '/notes' },
  { name: 'the notes', as: 'counselor', path: () => '/notes' },
  { name: 'a note', as: 'counselor', path: ({ note }) => `/notes/${note}` },
  { name: 'a new note', as: 'counselor', path: () => '/notes/new' },
  { name: 'a note being edited', as: 'counselor', path: ({ note }) => `/notes/${note}/edit` },
  { name: 'the history of a note', as: 'counselor', path: ({ note }) => `/notes/${note}/history` },
  { name: 'the settings of a note', as: 'desk', path: ({ note }) => `/notes/${note}/settings` },
  { name: 'a thread being gathered', as: 'counselor', path: ({ thread }) => `${thread}/note` },
  { name: 'the meetings', as: 'counselor', path: () => '/meetings' },
  { name: 'a meeting to come', as: 'counselor', path: ({ meeting }) => `/meetings/${meeting}` },
  { name: 'a meeting that was', as: 'counselor', path: ({ report }) => `/meetings/${report}` },
  { name: 'a report, from outside', as: 'visitor', path: ({ report }) => `/meetings/${report}/report` },
  {
    name: 'a report with films and handouts',
    as: 'visitor',
    path: ({ filmed }) => `/meetings/${filmed}/report`,
  },
  {
    name: 'the corrections of a report',
    as: 'visitor',
    path: ({ report }) => `/meetings/${report}/report/history`,
  },
  { name: 'a report being written', as: 'desk', path: ({ report }) => `/meetings/${report}/report/edit` },
  {
    name: 'a report that came back',
    as: 'desk',
    path: ({ report }) => `/meetings/${report}/report/edit`,
    async prepare(page) {
      await page.getByLabel('会のようす').fill(NAMED);
      await page.getByRole('button', { name: '下書きを保存する' }).click();
      await page.getByText('指摘と言い換え').waitFor();
    },
  },
  {
    name: 'a report before it is published',
    as: 'desk',
    path: ({ report }) => `/meetings/${report}/report/preview`,
  },
  {
    name: 'a film of a meeting',
    as: 'visitor',
    path: ({ filmed }) => `/meetings/${filmed}/report/films/1`,
  },
  {
    name: 'the handouts of a report',
    as: 'desk',
    path: ({ filmed }) => `/meetings/${filmed}/report/handouts`,
    prepare: (page) => page.locator('#locks summary').first().click(),
  },
  { name: 'a handout with a password', as: 'visitor', path: ({ locked }) => `/files/${locked}/open` },
  {
    name: 'a wrong password of a handout',
    as: 'visitor',
    path: ({ locked }) => `/files/${locked}/open?wrong`,
    status: 403,
  },
  { name: 'organizations and members', as: 'counselor', path: () => '/organizations' },
  { name: 'the settings', as: 'counselor', path: () => '/settings' },
  { name: 'the own name and organization', as: 'counselor', path: () => '/settings/affiliation' },
  { name: 'the notices', as: 'counselor', path: () => '/notices' },
  { name: 'the rules', as: 'counselor', path: () => '/rules' },
  { name: 'privacy', as: 'counselor', path: () => '/privacy' },
  { name: 'the guide', as: 'counselor', path: () => '/guide' },
  { name: 'how to write without names', as: 'counselor', path: () => '/guide/anonymization' },
  { name: 'contact', as: 'counselor', path: () => '/contact' },
  { name: 'a page that is not there', as: 'counselor', path: () => '/nowhere', status: 404 },
  { name: 'a page for the desk alone', as: 'counselor', path: () => '/desk', status: 403 },
  { name: 'all parts', as: 'counselor', path: () => '/parts' },
  { name: 'the desk', as: 'desk', path: () => '/desk' },
  { name: 'inviting', as: 'desk', path: () => '/desk/invitations' },
  { name: 'a link for a new password', as: 'desk', path: () => '/desk/passwords' },
  { name: 'the settings of the check', as: 'desk', path: () => '/desk/anonymization' },
  { name: 'the levels of rules', as: 'desk', path: () => '/desk/anonymization/rules' },
  { name: 'the number of people who resemble', as: 'desk', path: () => '/desk/anonymization/people' },
  { name: 'the wishes for another organization', as: 'desk', path: () => '/desk/organizations' },
  {
    name: 'words to allow and forbid, refused',
    as: 'desk',
    path: () => '/desk/anonymization/words',
    async prepare(page) {
      await page.getByRole('button', { name: '新しい投稿で試す' }).click();
      await page.getByText('まだ保存していません').waitFor();
    },
  },
  {
    name: 'a change of the check, previewed',
    as: 'desk',
    path: () => '/desk/anonymization/words',
    async prepare(page) {
      await previewForbidding(page, '家計');
      await page.getByText('新しく指摘するところ').waitFor();
    },
  },
  { name: 'public numbers', as: 'desk', path: () => '/desk/anonymization/numbers' },
  { name: 'letters that were given up', as: 'desk', path: () => '/desk/mail' },
  { name: 'the words of search', as: 'desk', path: () => '/desk/search' },
  { name: 'bringing the LINE chat along', as: 'desk', path: () => '/desk/import/line' },
  {
    name: 'the bench of the LINE chat',
    as: 'desk',
    path: () => '/desk/import/line',
    prepare: takeChat,
  },
  {
    name: 'who is who in the LINE chat',
    as: 'desk',
    path: () => '/desk/import/line',
    async prepare(page) {
      await takeChat(page);
      await page.getByRole('link', { name: 'だれの発言かを決める' }).click();
      await page.getByRole('heading', { name: 'だれの発言か' }).waitFor();
    },
  },
  {
    name: 'a conversation of the LINE chat',
    as: 'desk',
    path: () => '/desk/import/line',
    async prepare(page) {
      await takeChat(page);
      await page.getByRole('link', { name: '開いて直す' }).first().click();
      await page.getByRole('heading', { name: 'やりとりを確かめる' }).waitFor();
    },
  },
  {
    name: 'what a recheck found',
    as: 'desk',
    path: () => '/desk/anonymization/words',
    async prepare(page) {
      await previewForbidding(page, '滞納');
      await page.getByRole('button', { name: 'この内容で保存する' }).click();
      await page.getByText('保存しました').waitFor();
      const hits = new URL('/desk/anonymization/hits', page.url()).href;
      await expect
        .poll(async () => {
          await page.goto(hits);
          return page.getByRole('button', { name: '隠す' }).count();
        })
        .toBeGreaterThan(0);
      await page.getByText('このままでよい').first().click();
      await page.getByRole('button', { name: 'このままにする' }).first().click();
      await page.getByText('まだ決まっていません').waitFor();
    },
  },
  {
    name: 'deleting what waits',
    as: 'desk',
    path: ({ waiting }) => `/desk/posts/question/${waiting}/reject`,
  },
  { name: 'setting a new password', as: 'visitor', path: ({ reset }) => `/reset/${reset}` },
  { name: 'the dates of a meeting', as: 'counselor', path: ({ planned }) => `/meetings/${planned}/dates` },
  {
    name: 'the dates of a meeting, at the desk',
    as: 'desk',
    path: ({ planned }) => `/meetings/${planned}/dates`,
    async prepare(page) {
      await page.getByText('だれが、どう答えたか').click();
      await page.getByText('候補の日を直す').click();
    },
  },
  { name: 'the groups of a meeting', as: 'counselor', path: ({ meeting }) => `/meetings/${meeting}/groups` },
  { name: 'placing people', as: 'desk', path: ({ meeting }) => `/meetings/${meeting}/groups` },
  { name: 'the themes of groups', as: 'desk', path: ({ meeting }) => `/meetings/${meeting}/groups/edit` },
  { name: 'a group', as: 'counselor', path: ({ meeting }) => `/meetings/${meeting}/groups/1` },
  {
    name: 'a group whose text is refused',
    as: 'counselor',
    path: ({ meeting }) => `/meetings/${meeting}/groups/1`,
    async prepare(page) {
      await page.getByLabel('話したこと').fill(NAMED);
      await page.getByText('まだ保存していません').waitFor();
    },
  },
  {
    name: 'a group whose text came back',
    as: 'counselor',
    path: ({ meeting }) => `/meetings/${meeting}/groups/1`,
    async prepare(page) {
      await page.getByLabel('話したこと').fill(NAMED);
      await page.getByRole('button', { name: '保存する', exact: true }).click();
      await page.getByText('指摘と言い換え').waitFor();
    },
  },
  {
    name: 'the history of a group’s text',
    as: 'counselor',
    path: ({ meeting }) => `/meetings/${meeting}/groups/1/history`,
  },
  { name: 'the surveys', as: 'counselor', path: () => '/surveys' },
  { name: 'a survey', as: 'counselor', path: ({ survey }) => `/surveys/${survey}` },
  {
    name: 'a survey, refused',
    as: 'counselor',
    path: ({ survey }) => `/surveys/${survey}`,
    async prepare(page) {
      await page.getByRole('textbox').last().fill(NAMED);
      await page.getByRole('button', { name: '答えを送る', exact: true }).click();
      await page.getByText('まだ送れていません').waitFor();
    },
  },
  { name: 'results, from outside', as: 'visitor', path: ({ results }) => `/surveys/${results}/results` },
  { name: 'the surveys, at the desk', as: 'desk', path: () => '/surveys' },
  { name: 'the surveys of a meeting', as: 'desk', path: ({ meeting }) => `/meetings/${meeting}/survey` },
  { name: 'results, at the desk', as: 'desk', path: ({ results }) => `/surveys/${results}/results` },
  { name: 'a survey that was answered, edited', as: 'desk', path: ({ survey }) => `/surveys/${survey}/edit` },
  {
    name: 'a survey being written, refused',
    as: 'desk',
    path: ({ meeting }) => `/meetings/${meeting}/survey`,
    async prepare(page) {
      await page.getByRole('button', { name: 'アンケートを作る' }).click();
      await page.getByRole('button', { name: '質問を足す' }).click();
      await page.getByRole('button', { name: '保存する', exact: true }).last().click();
      await page.getByText('質問を書いてください').first().waitFor();
    },
  },
  { name: 'figures over time', as: 'desk', path: () => '/figures' },
  {
    name: 'a used link for a new password',
    as: 'visitor',
    path: () => '/reset/no-such-token',
    status: 410,
  },
];

const EMAILS: Record<Person, string | undefined> = {
  visitor: undefined,
  counselor: DEMO_ACCOUNTS[0]?.email,
  desk: DEMO_ACCOUNTS[2]?.email,
};

describeInBrowser('every page can be read and used by everybody', () => {
  let browser: Browser;
  let site: TestSite;
  let places: Places;
  const contexts = {} as Record<Person, BrowserContext>;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startTestSite({ dialect: 'sqlite', demo: true })]);
    for (const [person, email] of Object.entries(EMAILS) as Array<[Person, string | undefined]>) {
      // The check itself is brought in from outside the site, which its policy for scripts forbids.
      contexts[person] = await visit(browser, { bypassCSP: true });
      if (email) await logIn(await contexts[person].newPage(), site.url, { email, password: DEMO_PASSWORD });
    }
    places = await findPlaces(site, contexts.counselor);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  test.each(VIEWS)('$name', async ({ as, path, status = 200, prepare }) => {
    const page = await contexts[as].newPage();
    try {
      await page.setViewportSize(PHONE);
      await page.route(/youtube/, (route) => route.abort());
      const answer = await page.goto(site.url + path(places));
      expect(answer?.status()).toBe(status);
      await prepare?.(page);
      for (const viewport of [PHONE, WIDE]) {
        await page.setViewportSize(viewport);
        expect(await overflowing(page), `${viewport.width} px`).toEqual([]);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          expect(await violations(page), `${viewport.width} px, ${colorScheme}`).toEqual([]);
        }
      }
    } finally {
      // What was typed must not be the next test's draft.
      await page.evaluate(() => localStorage.clear());
      await page.close();
    }
  });

  test('and a page that cannot would be noticed', async () => {
    const page = await contexts.visitor.newPage();
    await page.setContent('<main><img src="data:,"><p style="color: #ccc; width: 3000px">うすい</p></main>');
    const found = (await violations(page)).map((line) => line.split(':')[0]);
    expect(found).toEqual(
      expect.arrayContaining(['color-contrast', 'document-title', 'html-has-lang', 'image-alt']),
    );
    expect(await overflowing(page)).not.toEqual([]);
    await page.close();
  });
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2, levels A and AA, as lines that name the rule and the place. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ content: axe.source });
  return page.evaluate(async (values) => {
    const check = (window as unknown as { axe: typeof axe }).axe;
    const found = await check.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
    );
  }, RULES);
}

/** Elements that stick out of the page sideways; none where nothing has to be scrolled to the side. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth} px wide`, ...wide.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });
}

/** Finds pages that have something on them, and makes those that a new demo network lacks. */
/** A handout of a report that has a film, too. @returns its id */
async function lockedHandout(db: Db, slug: string): Promise<string> {
  const desk = await db
    .selectFrom('member')
    .select(['id', 'family_name as familyName', 'email', 'role', 'organization_id as organizationId'])
    .where('role', '=', 'secretariat')
    .executeTakeFirstOrThrow();
  const films = 'https://youtu.be/abcdefghijk｜全体の共有｜12:40';
  const owner = `meeting-report:${await reportOf(db, desk, slug, { films })}`;
  const id = newId();
  const hash = hashToken(id);
  const added_at = new Date().toISOString();
  await db.insertInto('stored_file').values({ hash, bytes: 3, stored_at: added_at }).execute();
  await db
    .insertInto('attachment')
    .values({
      id,
      owner,
      name: anonymous('次第.txt'),
      kind: 'txt',
      hash,
      preview_hash: null,
      text: anonymous('次第'),
      added_by: desk.id,
      added_at,
    })
    .execute();
  must(await lockFile(db, desk, id, { password: { new: 'fuyu-no-kai' }, lastDay: '' }, new Date()));
  return id;
}

async function findPlaces({ db, url, openSetup }: TestSite, counselor: BrowserContext): Promise<Places> {
  const page = await counselor.newPage();
  const ask = async (title: string, body: string, prepare?: () => Promise<unknown>) => {
    await writeQuestion(page, url, { title, body });
    await prepare?.();
    await sendButton(page).click();
    await page.waitForURL(/\/questions\/[a-z0-9]{12}\?posted/);
    return new URL(page.url()).pathname.split('/').at(-1) as string;
  };
  const ownQuestion = await ask('自分の質問', '助成を教えてください。');
  await page.goto(`${url}/posts/question/${ownQuestion}/edit`);
  await page.getByLabel('くわしく').fill('町の助成を教えてください。');
  await sendButton(page).click();
  await page.waitForURL(/posted=edit/);
  const waiting = await ask('名前ではないことば', '佐藤さんという催しの開き方', () =>
    page.getByRole('button', { name: 'これは個人名ではありません' }).click(),
  );
  await page.close();

  const { id: answer, question_id } = await db
    .selectFrom('answer')
    .innerJoin('comment', 'comment.answer_id', 'answer.id')
    .select(['answer.id', 'answer.question_id'])
    .where('helpful_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const { slug: note } = await db.selectFrom('note').select('slug').executeTakeFirstOrThrow();
  const { slug: report } = await db
    .selectFrom('meeting')
    .select('slug')
    .where('numbers_line', 'is not', null)
    .executeTakeFirstOrThrow();
  const filmed = await meetingOf(db, { slug: 'filmed', day: '2026-03-20' });
  const locked = await lockedHandout(db, filmed);
  const surveys = await db.selectFrom('survey').select(['id', 'closes_at']).orderBy('closes_at').execute();
  const meeting = await announceMeeting(db);
  const planned = await fillGroupsAndDates(db, meeting);
  const { id: organizationId } = await db.selectFrom('organization').select('id').executeTakeFirstOrThrow();
  const invited = await inviteMember(
    db,
    'tests',
    { organizationId, familyName: '田中', role: 'counselor' },
    new Date(),
  );
  if (!invited.ok) throw new Error('The invitation was refused');
  const { id: memberId } = await db.selectFrom('member').select('id').executeTakeFirstOrThrow();
  const made = await makeResetLink(db, 'tests', memberId, new Date());
  if (!made.ok) throw new Error('The link was refused');
  return {
    thread: `/questions/${question_id}`,
    ownQuestion,
    answer,
    note,
    meeting,
    planned,
    report,
    filmed,
    locked,
    survey: surveys.at(-1)?.id ?? '',
    results: surveys.at(-2)?.id ?? '',
    waiting,
    token: invited.value,
    reset: made.value,
    setupCode: openSetup(),
  };
}

/** Brings an export of the chat along, or opens the one that was. */
async function takeChat(page: Page): Promise<void> {
  const before = page.locator('.decided a');
  if ((await before.count()) === 0) {
    await page.getByLabel('トーク履歴のファイル').setInputFiles(CHAT);
    await page.getByRole('button', { name: '読みこむ' }).click();
  } else await before.first().click();
  await page.getByRole('link', { name: 'だれの発言かを決める' }).waitFor();
}

/** A meeting a week ahead. @returns its slug */
async function announceMeeting(db: Db): Promise<string> {
  const slug = 'to-come';
  const added = await addMeeting(
    db,
    {
      slug,
      series: '情報交換会',
      number: 99,
      title: '冬の暮らしを支える',
      day: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
      startsAt: '13:30',
      endsAt: '15:30',
      place: 'オンライン',
      themes: ['灯油代の助成', '家計の相談'],
      groups: [{ no: 1, theme: '灯油代の助成' }],
      participants: null,
      organizations: null,
      numbersLine: null,
    },
    new Date(),
  );
  if (!added.ok) throw new Error('The meeting was refused');
  return slug;
}

/** The counselor is in a group of the meeting, where something is written. @returns a meeting whose day is asked for */
async function fillGroupsAndDates(db: Db, meeting: string): Promise<string> {
  const now = new Date();
  const counselor = await db
    .selectFrom('member')
    .select(['id', 'family_name as familyName', 'organization_id as organizationId'])
    .where('email', '=', EMAILS.counselor ?? '')
    .executeTakeFirstOrThrow();
  const signup = await placeFor(db, meeting, counselor, [1]);
  must(await movePerson(db, meeting, signup, 1));
  must(await showGroups(db, 'tests', meeting, true, now));
  const writing = { text: '・灯油の貸付けのこと', base: 0, acknowledgements: [] };
  must(await saveGroupText(db, counselor, meeting, 1, writing, now));
  const planned = await meetingOf(db, { slug: 'planned', status: 'planning' });
  const days = ['2027-01-15', '2027-01-20', '2027-01-22'];
  const drafts = days.map((day) => ({ day, startsAt: '13:30', endsAt: '16:00' }));
  must(await setDates(db, 'tests', planned, drafts, now));
  const dates = await candidatesOf(db, planned);
  must(
    await answerDates(db, counselor, planned, new Map(dates.map(({ id }) => [id, 'yes'])), '午後なら', now),
  );
  return planned;
}
