// What bringing 10,000 messages of the chat along takes: read, cut into talks and checked. Run:
//   node tests/bench/line-import.ts
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stepLineCheck } from '#app/domain/line-import/check.server.ts';
import { takeExport } from '#app/domain/line-import/take.server.ts';
import { openSqlite } from '#db/dialects/sqlite.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { fillSmallNetwork } from '#tests/support/small-network.server.ts';
import { randomFrom, textOf } from './texts.ts';

const MESSAGES = 10_000;
const NAMES = ['江別の山田', '小樽 林', '旭川 森', 'はまなす', 'とかち', 'くしろ 石川'];
/** What a client is called in the chat; every eighth message names one. */
const CLIENTS = ['佐藤さん', '小野寺さん', 'ミンさん', '本間さん'];

function chat(random: () => number): string {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const lines = ['[LINE] ひろばのトーク', '保存日時：2025/12/01 10:00', ''];
  let at = Date.UTC(2020, 3, 1, 9, 0);
  let day = '';
  for (let message = 0; message < MESSAGES; message += 1) {
    // Some ten messages follow each other, then nobody writes for a day or two.
    at += (random() < 0.1 ? 24 + random() * 24 : random() / 3) * 3_600_000;
    const { year, month, date, weekday, clock } = partsOf(at);
    const today = `${year}/${month}/${date}(${weekday})`;
    if (today !== day) lines.push('', today);
    day = today;
    const text = textOf(40 + random() * 160, random);
    const named = message % 8 === 0 ? `${one(CLIENTS)}のことです。${text}` : text;
    lines.push(`${clock}\t${one(NAMES)}\t${named}${random() < 0.1 ? 'どうしていますか？' : ''}`);
  }
  return lines.join('\n');
}

function partsOf(at: number) {
  const moment = new Date(at);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    date: moment.getUTCDate(),
    weekday: '日月火水木金土'[moment.getUTCDay()],
    clock: moment.toISOString().slice(11, 16),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'tsunagari-line-'));
const db = openSqlite(join(folder, 'tsunagari.db'));
await migrate(db);
await fillSmallNetwork(db);
const { id } = await db
  .selectFrom('member')
  .select('id')
  .where('role', '=', 'secretariat')
  .executeTakeFirstOrThrow();
const bytes = new TextEncoder().encode(chat(randomFrom(1)));

const began = performance.now();
const usedBefore = process.cpuUsage();
const taken = await takeExport(db, id, bytes, new Date());
if (!taken.ok) throw new Error('The chat was not taken');
const read = performance.now() - began;
while (await stepLineCheck(db));
const all = performance.now() - began;
const used = process.cpuUsage(usedBefore);
await db.destroy();
rmSync(folder, { recursive: true });

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
console.log(
  `${taken.value.messages} messages (${(bytes.length / 1e6).toFixed(1)} MB) in ${taken.value.talks} talks`,
);
console.log(`read and cut   ${seconds(read)}`);
console.log(`and checked    ${seconds(all)}, CPU ${seconds((used.user + used.system) / 1000)} (bar 20 s)`);
console.log(`memory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (bar 300 MB)`);
