import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.server.ts';
import { findImport } from '#app/domain/line-import/bench.server.ts';
import { stepLineCheck } from '#app/domain/line-import/check.server.ts';
import { type Taken, takeExport } from '#app/domain/line-import/take.server.ts';
import { fieldMessages } from '#app/messages.ja.ts';
import { openServices } from '#app/server/services.server.ts';
import type { Db } from '#db/schema.ts';
import { UsageError } from './usage-error.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `tsunagari import-line FILE [--dry-run]`: see help.ts. */
export async function importLineCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw new UsageError('use "import-line FILE [--dry-run]"', '「import-line ファイル」と指定してください');
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UsageError(`${path}: no file that can be read`, `${path}：ファイルが開けません`);
  }
  const { db, close } = await openServices(readConfig(process.env, 'production'));
  try {
    const taken = await takeExport(db, await deskOf(db), bytes, new Date(), values['dry-run']);
    if (!taken.ok) {
      const { refusal } = taken;
      const why = refusal.code === 'invalid' ? Object.values(fieldMessages(refusal.fields)).join(' ') : '';
      say(`${path}: ${why}`);
      return 1;
    }
    report(taken.value);
    if (taken.value.importId) await check(db, taken.value.importId);
    return 0;
  } finally {
    await close();
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message, 'オプションの書き方がちがいます');
  }
}

async function deskOf(db: Db): Promise<string> {
  const desk = await db
    .selectFrom('member')
    .select('id')
    .where('role', '=', 'secretariat')
    .orderBy('joined_at')
    .executeTakeFirst();
  if (!desk)
    throw new UsageError(
      'there is no secretariat yet; set the network up first',
      '事務局の会員がまだいません。先にネットワークを作ってください',
    );
  return desk.id;
}

function report({ room, messages, talks, known, leftOut, unknown }: Taken): void {
  say(`${room}: ${messages} messages in ${talks} conversations; ${known} known, ${leftOut} left out`);
  say(
    `${room}：新しいメッセージ${messages}通、やりとり${talks}件。前に取り込んだもの${known}通、スタンプなど${leftOut}件`,
  );
  for (const { line, text } of unknown) say(`  line ${line} not understood / 読み取れない行：${text}`);
}

async function check(db: Db, importId: string): Promise<void> {
  const shown = process.stdout.isTTY;
  while (await stepLineCheck(db)) {
    const state = await findImport(db, importId);
    if (shown && state) process.stdout.write(`\r${bar(state.checked, state.talks)}`);
  }
  if (shown) say('');
  say(`Checked; go on at /desk/import/line/${importId} / 続きは /desk/import/line/${importId} で`);
}

const WIDTH = 30;

function bar(done: number, all: number): string {
  const full = all === 0 ? WIDTH : Math.round((done / all) * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done}/${all}`;
}
