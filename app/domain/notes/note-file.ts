import type { Audience } from '#db/schema.ts';
import type { Acknowledgement } from '#lint/gate.ts';

/** A note as a file holds it: everything that is the note's own, in Markdown with front matter. */
export interface NoteFile {
  slug: string;
  title: string;
  /** Slugs, the main one first. */
  programmes: string[];
  tags: string[];
  audience: Audience;
  /** Organization and family name of who keeps it; blank where nobody is named. */
  keeper: string;
  /** Organizations as they are shown. */
  contributors: string[];
  /** `question:<id>` and `meeting:<slug>`. */
  sources: string[];
  /** ISO 8601, UTC; null where nobody has said. */
  verified: string | null;
  updated: string | null;
  edition: number;
  /** Why warnings stayed. */
  kept: Acknowledgement[];
  body: string;
}

/** What is wrong with a file; the line counts from 1. Never what the line says. */
export class NoteFileError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

const FIELDS = [
  'slug',
  'title',
  'programmes',
  'tags',
  'audience',
  'keeper',
  'contributors',
  'sources',
  'verified',
  'updated',
  'edition',
  'kept',
] as const satisfies Array<keyof NoteFile>;

/** Values are written as JSON, which YAML reads as well, so that no title needs a rule of its own. */
export function writeNoteFile(note: NoteFile): string {
  const lines = FIELDS.map((field) => `${field}: ${JSON.stringify(note[field])}`);
  return `---\n${lines.join('\n')}\n---\n\n${note.body}\n`;
}

/**
 * Reads what `writeNoteFile` wrote, whatever an editor has made of its line ends, and Markdown that people wrote: front
 * matter of plain words and lists, or none at all and a title as its first heading.
 *
 * @param name of the file without its ending: the slug where the file names none
 * @throws NoteFileError
 */
export function readNoteFile(text: string, name: string): NoteFile {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const { fields, rest } = frontMatter(lines);
  let body = rest.join('\n').trim();
  let title = stringOf(fields, 'title');
  if (title === '') {
    const [heading, ...below] = body.split('\n');
    const found = /^#[ \t]+(.+)$/.exec(heading ?? '')?.[1];
    if (found) {
      title = found.trim();
      body = below.join('\n').trim();
    } else title = name;
  }
  return {
    slug: stringOf(fields, 'slug') || name,
    title,
    programmes: listOf(fields, 'programmes'),
    tags: listOf(fields, 'tags'),
    audience: stringOf(fields, 'audience') === 'everyone' ? 'everyone' : 'members',
    keeper: stringOf(fields, 'keeper'),
    contributors: listOf(fields, 'contributors'),
    sources: listOf(fields, 'sources'),
    verified: timeOf(fields, 'verified'),
    updated: timeOf(fields, 'updated'),
    edition: editionOf(fields),
    kept: keptOf(fields),
    body,
  };
}

interface Field {
  value: unknown;
  line: number;
}

function frontMatter(lines: readonly string[]): { fields: Map<string, Field>; rest: readonly string[] } {
  const fields = new Map<string, Field>();
  if (lines[0]?.trimEnd() !== '---') return { fields, rest: lines };
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end < 0) throw new NoteFileError(1, 'the front matter has no end');
  let list: unknown[] | null = null;
  for (let at = 1; at < end; at += 1) {
    const line = lines[at] as string;
    if (line.trim() === '' || line.startsWith('#')) continue;
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (item && list) {
      list.push(scalar(item[1] as string, at + 1));
      continue;
    }
    const [, field, value = ''] = /^([A-Za-z_]+):(?:\s+(.*))?$/.exec(line) ?? [];
    if (field === undefined) throw new NoteFileError(at + 1, 'not a line of front matter');
    list = value.trim() === '' ? [] : null;
    fields.set(field, { value: list ?? scalar(value, at + 1), line: at + 1 });
  }
  return { fields, rest: lines.slice(end + 1) };
}

/** JSON; a YAML list in one line; or the words as they stand. */
function scalar(written: string, line: number): unknown {
  const text = written.trim();
  if (/^["[{]|^(?:null|true|false|-?\d+)$/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      const plainList = /^\[([^[\]{}"]*)\]$/.exec(text)?.[1];
      if (plainList === undefined) throw new NoteFileError(line, 'neither JSON nor plain words');
      return plainList
        .split(',')
        .map((item) => item.trim().replace(/^'(.*)'$/, '$1'))
        .filter((item) => item !== '');
    }
  }
  return text.replace(/^'(.*)'$/, '$1');
}

function stringOf(fields: ReadonlyMap<string, Field>, name: string): string {
  const { value = '', line = 1 } = fields.get(name) ?? {};
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw new NoteFileError(line, `${name} must be one text`);
  return value;
}

function listOf(fields: ReadonlyMap<string, Field>, name: string): string[] {
  const { value = [], line = 1 } = fields.get(name) ?? {};
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (!Array.isArray(value)) throw new NoteFileError(line, `${name} must be a list`);
  return value.map((item: unknown) => {
    if (typeof item === 'number') return String(item);
    if (typeof item !== 'string') throw new NoteFileError(line, `${name} must be a list of texts`);
    return item;
  });
}

function timeOf(fields: ReadonlyMap<string, Field>, name: string): string | null {
  const written = stringOf(fields, name);
  if (written === '') return null;
  const time = new Date(written);
  if (Number.isNaN(time.getTime()))
    throw new NoteFileError(fields.get(name)?.line ?? 1, `${name} must be a time`);
  return time.toISOString();
}

function editionOf(fields: ReadonlyMap<string, Field>): number {
  const { value = 1, line = 1 } = fields.get('edition') ?? {};
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    throw new NoteFileError(line, 'edition must be a number from 1');
  return value;
}

function keptOf(fields: ReadonlyMap<string, Field>): Acknowledgement[] {
  const { value = [], line = 1 } = fields.get('kept') ?? {};
  if (!Array.isArray(value)) throw new NoteFileError(line, 'kept must be a list');
  return value.map((one: unknown) => {
    const { ruleId, text, reason, note } = (one ?? {}) as Record<string, unknown>;
    const known = reason === 'public' || reason === 'unlinked' || reason === 'other';
    if (typeof ruleId !== 'string' || typeof text !== 'string' || typeof note !== 'string' || !known)
      throw new NoteFileError(line, 'kept must be a list of reasons');
    return { ruleId, text, reason, note };
  });
}
