import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { DocumentText } from '#app/domain/documents/document.ts';
import { READABLE, readDocument } from '#app/domain/documents/read.server.ts';
import type { UnreadableReason } from '#app/domain/documents/unreadable.ts';
import { lint } from '#lint/engine.ts';
import { lintWithRisk, nameTagger } from '#lint/full.server.ts';
import type { LintOptions } from '#lint/options.ts';
import type { Finding, Profile } from '#lint/rule.ts';
import { readMembers } from './members.server.ts';
import { UsageError } from './usage-error.ts';

const PROFILES: readonly string[] = [
  'question',
  'answer',
  'chat',
  'case',
  'note',
  'report',
  'profile',
] satisfies Profile[];

const isProfile = (name: unknown): name is Profile => typeof name === 'string' && PROFILES.includes(name);

/** `tsunagari lint`: see help.ts. */
export async function lintCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const { profile = 'question', jsonl, risk, author, members } = values;
  const check = risk ? lintWithRisk : lint;
  if (!isProfile(profile))
    throw new UsageError(
      `--profile must be one of ${PROFILES.join(', ')}`,
      `--profile は次のどれかです：${PROFILES.join('、')}`,
    );
  const options: LintOptions = {
    profile,
    tagger: nameTagger(),
    ...(author !== undefined && { authorName: author }),
    ...(members !== undefined && readMembers(members)),
  };
  if (jsonl) {
    if (positionals.length > 0)
      throw new UsageError(
        '--jsonl reads standard input and takes no files',
        '--jsonl は標準入力を読みます。ファイルは指定できません',
      );
    return lintLines(options, check);
  }
  if (positionals.length === 0)
    throw new UsageError(
      'name the files to check, or use --jsonl with standard input',
      '確かめるファイルを指定するか、--jsonl で標準入力を渡してください',
    );
  return lintFiles(positionals, options, check);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean' },
        profile: { type: 'string' },
        risk: { type: 'boolean' },
        author: { type: 'string' },
        members: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message, 'オプションの書き方がちがいます');
  }
}

async function lintLines(options: LintOptions, check: typeof lintWithRisk): Promise<number> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text, profile } = document(line, number);
    const findings = check(text, { ...options, ...(profile !== undefined && { profile }) }).map(contract);
    if (!process.stdout.write(`${JSON.stringify({ id, findings })}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  }
  return 0;
}

/** The message names the line and what is wrong with it, never what it says: that may be a client's name. */
function document(line: string, number: number): { id: string; text: string; profile?: Profile } {
  let value: unknown;
  try {
    value = JSON.parse(number === 1 ? line.replace(/^\ufeff/, '') : line);
  } catch {
    throw new UsageError(`line ${number} is not JSON`, `${number}行目は JSON ではありません`);
  }
  const { id, text, profile } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string')
    throw new UsageError(
      `line ${number}: "id" must be a string`,
      `${number}行目："id" は文字列にしてください`,
    );
  if (typeof text !== 'string')
    throw new UsageError(
      `line ${number}: "text" must be a string`,
      `${number}行目："text" は文字列にしてください`,
    );
  if (profile !== undefined && !isProfile(profile)) {
    throw new UsageError(
      `line ${number}: "profile" must be one of ${PROFILES.join(', ')}`,
      `${number}行目："profile" は次のどれかです：${PROFILES.join('、')}`,
    );
  }
  return { id, text, profile };
}

function contract({ ruleId, severity, start, end, text, message, suggestions }: Finding) {
  return { ruleId, severity, start, end, text, message, suggestions };
}

async function lintFiles(paths: string[], options: LintOptions, check: typeof lintWithRisk): Promise<number> {
  // All are read before the first is checked: whoever mistypes a name gets one message and not half an answer.
  const documents: Array<[path: string, document: DocumentText]> = [];
  for (const path of paths) documents.push([path, await open(path)]);
  let errors = 0;
  for (const [path, { text, placeOf }] of documents) {
    for (const { start, severity, shown, message, ruleId, suggestions } of check(text, options)) {
      const rewrite = suggestions[0] ? ` → ${suggestions[0].label}` : '';
      process.stdout.write(
        `${path}:${placeOf(start)} ${severity} ${ruleId} 「${shown}」${rewrite} ${message}\n`,
      );
      if (severity === 'error') errors += 1;
    }
  }
  return errors > 0 ? 1 : 0;
}

const UNREADABLE: Record<UnreadableReason, { english: string; japanese: string }> = {
  protected: {
    english: 'is protected by a password; save a copy without one',
    japanese: 'パスワードを外した写しを指定してください',
  },
  broken: {
    english: 'is damaged, or is not readable UTF-8 text',
    japanese: 'ファイルが壊れているか、文字として読めません',
  },
  'unknown-kind': {
    english: `is of no kind that can be read: ${READABLE.join(', ')}`,
    japanese: `読める種類のファイルではありません。読めるもの：${READABLE.join('、')}`,
  },
  'old-office': {
    english: 'is in the format of Office before 2007; save it as docx, xlsx or pptx',
    japanese: '古い形式です。docx、xlsx、pptxで保存し直してください',
  },
  'no-text': {
    english: 'holds no text, perhaps only pictures of it',
    japanese: '文字がありません。紙を読み取った画像は確かめられません',
  },
  'too-large': { english: 'is too large when unpacked', japanese: '大きすぎます' },
};

async function open(path: string): Promise<DocumentText> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${path}: ${code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder' : 'cannot be opened'}`,
      `${path}：${code === 'ENOENT' ? 'ファイルがありません' : code === 'EISDIR' ? 'フォルダーです' : '開けません'}`,
    );
  }
  const read = await readDocument(path, bytes);
  if (!read.ok) {
    const { english, japanese } = UNREADABLE[read.reason];
    throw new UsageError(`${path}: ${english}`, `${path}：${japanese}`);
  }
  return read.document;
}
