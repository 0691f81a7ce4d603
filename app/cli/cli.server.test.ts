import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { fillSmallNetwork } from '#tests/support/small-network.server.ts';
import { ROOT } from './build.server.ts';

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `tsunagari` as a user does. */
function tsunagari(
  args: string[],
  { input = '' as string | Buffer, env = {} as Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'bin/tsunagari.mjs'), ...args], {
      env: { ...process.env, LANG: 'C', LC_ALL: '', ...env },
    });
    const ended: Ended = { code: null, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.err += text));
    child.on('close', (code) => resolve({ ...ended, code }));
    // A command that stops at a bad line leaves the rest unread.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

const lines = (...documents: unknown[]) =>
  documents.map((document) => `${JSON.stringify(document)}\n`).join('');
const read = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('tsunagari lint --jsonl', () => {
  test('answers line by line, in order, with findings in UTF-16 code units, and ends with 0', async () => {
    const input = lines(
      { id: 'b', text: '🙂佐藤さんの面談で、連絡先は０９０－１２３４－５６７８でした。' },
      { id: 'a', text: '名前のない相談です。' },
      { id: '', text: '' },
      { id: 'c', text: '43歳の男性です。', other: 1 },
    );
    const { code, out, err } = await tsunagari(['lint', '--jsonl'], { input });
    expect([code, err]).toEqual([0, '']);
    const answers = read(out);
    expect(answers.map(({ id }) => id)).toEqual(['b', 'a', '', 'c']);
    expect(answers[1]).toEqual({ id: 'a', findings: [] });
    const [name, phone] = answers[0].findings;
    expect(name).toEqual({
      ruleId: 'person-name',
      severity: 'error',
      start: 2,
      end: 4,
      text: '佐藤',
      message: expect.stringMatching(/.+/),
      suggestions: [{ replacement: 'Ａ', label: 'Ａさん' }],
    });
    expect(phone).toMatchObject({ ruleId: 'phone-number', text: '０９０－１２３４－５６７８' });
    expect(answers[3].findings).toMatchObject([
      { ruleId: 'exact-age', severity: 'warning', start: 0, end: 3 },
    ]);
  });

  test('takes a byte order mark, Windows line ends and blank lines', async () => {
    const input = `\ufeff${lines({ id: 'a', text: '佐藤さん' })}\r\n  \r\n${lines({ id: 'b', text: 'あ' }).replace('\n', '\r\n')}`;
    const { code, out } = await tsunagari(['lint', '--jsonl'], { input });
    expect(code).toBe(0);
    expect(read(out).map(({ id, findings }) => `${id} ${findings.length}`)).toEqual(['a 1', 'b 0']);
  });

  test('takes the profile of the line before that of the command', async () => {
    const text = '登壇者は田中氏（きた町）です。';
    const input = lines({ id: 'note', text, profile: 'note' }, { id: 'question', text });
    const { out } = await tsunagari(['lint', '--jsonl', '--profile', 'question'], { input });
    expect(read(out).map(({ findings }) => findings.length)).toEqual([0, 1]);
    const all = await tsunagari(['lint', '--jsonl', '--profile', 'report'], {
      input: lines({ id: 'a', text }),
    });
    expect(read(all.out)).toEqual([{ id: 'a', findings: [] }]);
  });

  test('warns where few people share all that is told only with --risk', async () => {
    const input = lines({ id: 'a', text: '東川町に住む43歳の男性です。一人暮らしです。' });
    const rules = async (...more: string[]) =>
      read((await tsunagari(['lint', '--jsonl', ...more], { input })).out)[0].findings.map(
        ({ ruleId }: { ruleId: string }) => ruleId,
      );
    expect(await rules()).toEqual(['place', 'exact-age']);
    expect(await rules('--risk')).toEqual(['place', 'reidentification']);
  });

  test('does nothing with nothing', async () => {
    expect(await tsunagari(['lint', '--jsonl'])).toEqual({ code: 0, out: '', err: '' });
  });

  test.each([
    ['no JSON', '佐藤さんの電話\n', 'line 2 is not JSON'],
    ['a list', '["佐藤"]\n', 'line 2: "id" must be a string'],
    ['null', 'null\n', 'line 2: "id" must be a string'],
    ['a number for an id', '{"id":1,"text":"佐藤さん"}\n', 'line 2: "id" must be a string'],
    ['no text', '{"id":"a"}\n', 'line 2: "text" must be a string'],
    [
      'an unknown profile',
      '{"id":"a","text":"佐藤さん","profile":"x"}\n',
      'line 2: "profile" must be one of question,',
    ],
  ])('ends with 2 at a line that is %s, naming the line and not what it says', async (_, line, message) => {
    const { code, out, err } = await tsunagari(['lint', '--jsonl'], {
      input: lines({ id: 'ok', text: 'あ' }) + line + lines({ id: 'late', text: 'あ' }),
    });
    expect(code).toBe(2);
    expect(read(out)).toEqual([{ id: 'ok', findings: [] }]);
    expect(err).toContain(message);
    expect(err).not.toMatch(/佐藤|at .*\.ts/);
  });
});

describe('tsunagari lint FILE…', () => {
  test('prints file:line:column, and ends with 1 when there is an error, 0 when there are only warnings', async () => {
    const folder = openFolder();
    const [named, clean, aged] = ['named.md', 'clean.md', 'aged.md'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(named, '一行目です。\n\n担当は佐藤さんです。\n');
    writeFileSync(clean, '名前のない相談です。\n');
    writeFileSync(aged, '43歳の男性です。\n');
    const found = await tsunagari(['lint', clean, named]);
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/^.*named\.md:3:4 error person-name 「佐藤さん」 → Ａさん .+\n$/);
    expect(await tsunagari(['lint', clean])).toEqual({ code: 0, out: '', err: '' });
    const warned = await tsunagari(['lint', aged]);
    expect([warned.code, warned.out.split(' ')[1]]).toEqual([0, 'warning']);
  });

  test('ends with 2 where a file is missing, a folder or no text, having printed nothing', async () => {
    const folder = openFolder();
    const [named, broken] = [join(folder, 'named.md'), join(folder, 'broken.md')];
    writeFileSync(named, '佐藤さん');
    writeFileSync(broken, Buffer.from([0xe4, 0xbd]));
    for (const [path, reason] of [
      [join(folder, 'none.md'), 'no such file'],
      [folder, 'is a folder'],
      [broken, 'is not readable UTF-8 text'],
    ] as const) {
      const { code, out, err } = await tsunagari(['lint', named, path]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(reason);
    }
  });
});

describe('tsunagari lint of documents', () => {
  const fixture = (name: string) => join(ROOT, 'app/domain/documents/fixtures', name);

  test('names the page, the cell or the paragraph', async () => {
    const { code, out } = await tsunagari([
      'lint',
      fixture('names.pdf'),
      fixture('names.xlsx'),
      fixture('names.docx'),
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/names\.pdf:2ページ error person-name 「佐藤さん」 → Ａさん/);
    expect(out).toMatch(/names\.xlsx:名簿!A2 error person-name 「小野寺 和幸」/);
    expect(out).toMatch(/names\.docx:段落3 error person-name 「佐藤さん」/);
  });

  test('says why one cannot be read, ends with 2 and prints nothing', async () => {
    const folder = openFolder();
    const [photo, half] = [join(folder, 'photo.jpg'), join(folder, 'half.docx')];
    writeFileSync(photo, '');
    writeFileSync(half, readFileSync(fixture('names.docx')).subarray(0, 900));
    for (const [path, reason] of [
      [fixture('protected.pdf'), 'protected by a password'],
      [fixture('protected.xlsx'), 'protected by a password'],
      [fixture('scanned.pdf'), 'holds no text'],
      [photo, 'no kind that can be read'],
      [half, 'is damaged'],
    ] as const) {
      const { code, out, err } = await tsunagari(['lint', fixture('names.docx'), path]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`${path}: `);
      expect(err).toContain(reason);
    }
  });
});

describe('tsunagari lint --members FILE --author NAME', () => {
  test('leaves members alone where they are addressed or named after their organization, and the author', async () => {
    const members = join(openFolder(), 'members.txt');
    writeFileSync(members, '髙橋 花子\r\n\nきた町相談室＋渡辺\n');
    const texts = [
      '岩見沢の高橋さん、ありがとうございます',
      'きた町相談室の渡辺さんに聞きました',
      '小樽の佐藤花子です。',
      '高橋さんが家賃を滞納しています',
    ];
    const input = lines(...texts.map((text, index) => ({ id: String(index), text })));
    const count = (out: string) => read(out).map(({ findings }) => findings.length > 0);
    const known = await tsunagari(['lint', '--jsonl', '--members', members, '--author', '佐藤花子'], {
      input,
    });
    expect(count(known.out)).toEqual([false, false, false, true]);
    const unknown = await tsunagari(['lint', '--jsonl'], { input });
    expect(count(unknown.out)).toEqual([true, true, true, true]);
  });

  test('ends with 2 where the list of members cannot be read', async () => {
    const { code, err } = await tsunagari(['lint', '--jsonl', '--members', '/none']);
    expect([code, err.includes('--members: /none')]).toEqual([2, true]);
  });
});

describe('tsunagari', () => {
  test.each([
    [['lint'], 'name the files to check'],
    [['lint', '--jsonl', 'file'], 'takes no files'],
    [['lint', '--profile', 'x', 'file'], '--profile must be one of'],
    [['lint', '--nonsense'], 'nonsense'],
    [['search'], 'search eval'],
    [['invite'], '--organization is missing'],
    [
      ['invite', '--organization', 'きた町', '--family-name', '渡辺', '--role', 'king'],
      '--role must be one of',
    ],
    [['fly'], 'there is no command "fly"'],
    [['constructor'], 'there is no command "constructor"'],
  ])('%j ends with 2 and says what to change', async (args, message) => {
    const { code, out, err } = await tsunagari(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toMatch(/[ぁ-ん]/);
    expect(err).not.toContain('    at ');
  });

  test('answers an unknown command in a line, and says where the commands stand', async () => {
    const { err } = await tsunagari(['fly']);
    expect(err.trimEnd().split('\n')).toHaveLength(2);
    expect(err.match(/tsunagari help/g)).toHaveLength(2);
  });

  test('names every wrong setting, before it opens anything', async () => {
    const DATA_DIR = join(openFolder(), 'none');
    const { code, err } = await tsunagari(['migrate'], { env: { PORT: 'x', TRUST_PROXY: 'y', DATA_DIR } });
    expect(code).toBe(2);
    expect(err).toMatch(/PORT[\s\S]*TRUST_PROXY/);
  });

  test('helps in Japanese where the terminal speaks it, else in both languages', async () => {
    const both = await tsunagari(['--help']);
    expect(both.code).toBe(0);
    expect(both.out).toMatch(/Exit code 2[\s\S]*終了コード 2/);
    const japanese = await tsunagari(['lint', '--help'], { env: { LANG: 'ja_JP.UTF-8' } });
    expect([japanese.code, japanese.out.includes('Exit code')]).toEqual([0, false]);
    expect((await tsunagari([])).code).toBe(2);
  });

  test('invites nobody before the network is set up', async () => {
    const DATA_DIR = openFolder();
    const migrated = await tsunagari(['migrate'], { env: { DATA_DIR, DATABASE_URL: '' } });
    const file = join(DATA_DIR, 'tsunagari.db');
    expect(migrated).toMatchObject({ code: 0, out: expect.stringMatching(/^Created a new database: /) });
    expect(migrated.out).toContain(file);
    const again = await tsunagari(['migrate'], { env: { DATA_DIR, DATABASE_URL: '' } });
    expect(again.out).toMatch(/^The database has the newest schema: /);
    expect(again.out).toContain(file);
    const args = ['invite', '--organization', 'きた町', '--family-name', '渡辺'];
    const { code, err } = await tsunagari(args, { env: { DATA_DIR, DATABASE_URL: '' } });
    expect(code).toBe(2);
    expect(err).toContain('the network is not set up yet');
  });
});

describe('tsunagari notes', () => {
  test('takes a folder of Markdown in, each file through the check, and writes it out again as it was', async () => {
    const folder = openFolder();
    const env = { DATA_DIR: folder };
    const db = openSqlite(join(folder, 'tsunagari.db'));
    await migrate(db);
    await fillSmallNetwork(db);
    await db.destroy();
    const files = join(folder, 'in');
    mkdirSync(files);
    const note =
      '---\ntitle: 灯油代の助成を調べる\nprogrammes: [kakei]\ntags: [灯油]\n---\r\n町に聞きます。\r\n';
    writeFileSync(join(files, 'touyu.md'), note);
    writeFileSync(join(files, 'namae.md'), '---\nprogrammes: [kakei]\n---\n# 名前の話\n\n佐藤さんの件です。');
    writeFileSync(join(files, 'kowareta.md'), '---\ntitle: 題\n件です\n---\n本文');
    const first = await tsunagari(['notes', 'import', files], { env });
    expect([first.code, first.err]).toEqual([1, '']);
    expect(first.out).toContain('1 added, 0 changed, 0 unchanged, 2 refused');
    expect(first.out).toMatch(/namae\.md body error person-name/);
    expect(first.out).toContain('kowareta.md:3');

    const out = join(folder, 'out');
    expect((await tsunagari(['notes', 'export', out], { env })).code).toBe(0);
    expect(readdirSync(out)).toEqual(['touyu.md']);
    const written = readFileSync(join(out, 'touyu.md'), 'utf8');
    expect(written).toContain('title: "灯油代の助成を調べる"');
    expect(written).toContain('\n町に聞きます。\n');
    const again = await tsunagari(['notes', 'import', out], { env });
    expect([again.code, again.out.split('\n', 1)[0]]).toEqual([
      0,
      '0 added, 0 changed, 1 unchanged, 0 refused',
    ]);
  });

  test.each([[['notes']], [['notes', 'copy', 'x']], [['notes', 'import', '/no/such/folder']]])(
    '%j is bad usage',
    async (args) => {
      const { code } = await tsunagari(args, { env: { DATA_DIR: openFolder() } });
      expect(code).toBe(2);
    },
  );
});
