import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.server.ts';
import { exportNotes, importNote } from '#app/domain/notes/exchange.server.ts';
import { type NoteFile, NoteFileError, readNoteFile, writeNoteFile } from '#app/domain/notes/note-file.ts';
import type { Refusal } from '#app/domain/outcome.ts';
import { fieldMessages, REFUSAL_MESSAGE } from '#app/messages.ja.ts';
import { openServices } from '#app/server/services.server.ts';
import type { Db } from '#db/schema.ts';
import { UsageError } from './usage-error.ts';

/** `tsunagari notes export DIR` and `tsunagari notes import DIR [--keeper MAIL]`: see help.ts. */
export async function notesCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [what, folder] = positionals;
  if ((what !== 'import' && what !== 'export') || folder === undefined || positionals.length > 2)
    throw new UsageError(
      'use "notes export DIR" or "notes import DIR"',
      '「notes export フォルダー」か「notes import フォルダー」と指定してください',
    );
  const { db, close } = await openServices(readConfig(process.env, 'production'));
  try {
    return what === 'export' ? await write(db, folder) : await read(db, folder, values.keeper);
  } finally {
    await close();
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { keeper: { type: 'string' } } });
  } catch (error) {
    throw new UsageError((error as Error).message, 'オプションの書き方がちがいます');
  }
}

async function write(db: Db, folder: string): Promise<number> {
  const files = await exportNotes(db);
  mkdirSync(folder, { recursive: true });
  for (const file of files) writeFileSync(join(folder, `${file.slug}.md`), writeNoteFile(file));
  process.stdout.write(`${files.length} notes written to ${folder}\n`);
  return 0;
}

async function read(db: Db, folder: string, mail: string | undefined): Promise<number> {
  const keeper = await keeperOf(db, mail);
  const counts = { added: 0, changed: 0, same: 0, refused: 0 };
  for (const path of markdownFiles(folder)) {
    const file = parseFile(path);
    const outcome = file && (await importNote(db, file, keeper, new Date()));
    if (outcome?.ok) counts[outcome.value] += 1;
    else counts.refused += 1;
    if (outcome && !outcome.ok) tell(path, outcome.refusal);
  }
  const { added, changed, same, refused } = counts;
  process.stdout.write(
    `${added} added, ${changed} changed, ${same} unchanged, ${refused} refused\n新しく${added}、直し${changed}、同じ${same}、入れられなかったもの${refused}\n`,
  );
  return refused > 0 ? 1 : 0;
}

async function keeperOf(db: Db, mail: string | undefined) {
  const members = db.selectFrom('member').select(['id', 'family_name as familyName']);
  const keeper = await (mail === undefined
    ? members.where('role', '=', 'secretariat').orderBy('joined_at')
    : members.where('email', '=', mail.trim().toLowerCase())
  ).executeTakeFirst();
  if (!keeper)
    throw new UsageError(
      'there is no member with this mail address to keep the notes',
      'ノートを受け持つ会員が見つかりません。--keeper に会員のメールアドレスを指定してください',
    );
  return keeper;
}

function markdownFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    throw new UsageError(`${folder}: no folder that can be read`, `${folder}：フォルダーが開けません`);
  }
}

function parseFile(path: string): NoteFile | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    process.stdout.write(`${path}: UTF-8 の文章として読めません\n`);
    return undefined;
  }
  try {
    return readNoteFile(text, basename(path, '.md'));
  } catch (error) {
    if (!(error instanceof NoteFileError)) throw error;
    process.stdout.write(`${path}:${error.line} ${error.message}\n`);
    return undefined;
  }
}

/** Why a file was not taken. Passages are shown, as `lint` shows them, to whoever has the file anyway. */
function tell(path: string, refusal: Refusal): void {
  if (refusal.code === 'not-anonymous')
    for (const { field, severity, ruleId, shown, message } of refusal.findings)
      process.stdout.write(`${path} ${field} ${severity} ${ruleId} 「${shown}」 ${message}\n`);
  const fields = refusal.code === 'invalid' || refusal.code === 'not-anonymous' ? (refusal.fields ?? {}) : {};
  for (const [field, message] of Object.entries(fieldMessages(fields)))
    process.stdout.write(`${path} ${field} ${message}\n`);
  if (refusal.code !== 'not-anonymous' && refusal.code !== 'invalid')
    process.stdout.write(`${path} ${REFUSAL_MESSAGE[refusal.code]}\n`);
}
