import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { lint } from '#lint/engine.ts';
import { nameTagger } from '#lint/full.server.ts';
import type { Finding, Profile } from '#lint/rule.ts';
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
  const { profile = 'question', jsonl } = values;
  if (!isProfile(profile))
    throw new UsageError(
      `--profile must be one of ${PROFILES.join(', ')}`,
      `--profile は次のどれかです：${PROFILES.join('、')}`,
    );
  if (jsonl) {
    if (positionals.length > 0)
      throw new UsageError(
        '--jsonl reads standard input and takes no files',
        '--jsonl は標準入力を読みます。ファイルは指定できません',
      );
    return lintLines(profile);
  }
  if (positionals.length === 0)
    throw new UsageError(
      'name the files to check, or use --jsonl with standard input',
      '確かめるファイルを指定するか、--jsonl で標準入力を渡してください',
    );
  return lintFiles(positionals, profile);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { jsonl: { type: 'boolean' }, profile: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message, 'オプションの書き方がちがいます');
  }
}

async function lintLines(fallback: Profile): Promise<number> {
  const tagger = nameTagger();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text, profile } = document(line, number);
    const findings = lint(text, { profile: profile ?? fallback, tagger }).map(contract);
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

function lintFiles(paths: string[], profile: Profile): number {
  const texts = paths.map((path) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UsageError(
        `${path}: ${code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder' : 'is not readable UTF-8 text'}`,
        `${path}：${code === 'ENOENT' ? 'ファイルがありません' : code === 'EISDIR' ? 'フォルダーです' : 'UTF-8 の文章として読めません'}`,
      );
    }
  });
  let errors = 0;
  texts.forEach((text, index) => {
    const place = placesOf(text);
    for (const { start, severity, shown, message, ruleId, suggestions } of lint(text, {
      profile,
      tagger: nameTagger(),
    })) {
      const { line, column } = place(start);
      const rewrite = suggestions[0] ? ` → ${suggestions[0].label}` : '';
      process.stdout.write(
        `${paths[index]}:${line}:${column} ${severity} ${ruleId} 「${shown}」${rewrite} ${message}\n`,
      );
      if (severity === 'error') errors += 1;
    }
  });
  return errors > 0 ? 1 : 0;
}

/** Line and column, both from 1, of an offset; columns count UTF-16 code units, as editors do. */
function placesOf(text: string) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset: number) => {
    let line = starts.length;
    while ((starts[line - 1] as number) > offset) line -= 1;
    return { line, column: offset - (starts[line - 1] as number) + 1 };
  };
}
