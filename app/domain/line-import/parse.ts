import { isMedia, isSystemSentence, nameInSystemRow } from './system-rows.ts';

/** One message of a chat. */
export interface LineMessage {
  /** Where it begins in the file, from 1. */
  line: number;
  /** Day in Asia/Tokyo, YYYY-MM-DD. */
  day: string;
  /** HH:MM there. */
  time: string;
  name: string;
  text: string;
  /** Which of several with the same day, time, name and text, from 0. */
  occurrence: number;
}

export interface LineChat {
  /** What the room is called; undefined where only the name of the file would tell. */
  room: string | undefined;
  messages: LineMessage[];
  /** Rows of LINE's own, stickers, pictures and calls: they hold nobody's words. */
  leftOut: number;
  /** Rows that were not understood, so that nothing goes without being told. */
  unknown: Array<{ line: number; text: string }>;
}

const HEADER = /^\[LINE\] (?<room>.+?)と?のトーク(?:履歴)?$/;
const SAVED = /^保存日時[:：]/;
const WEEKDAYS = '日月火水木金土';
const DATE =
  /^(?<year>[0-9]{4})(?<sign>[/.])(?<month>[0-9]{1,2})\k<sign>(?<day>[0-9]{1,2})(?:\((?<weekday>[日月火水木金土])\)| (?<weekday2>[日月火水木金土])曜日)$/;
const TABBED = /^(?<half>午前|午後)? ?(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})\t(?<rest>.*)$/s;
const SPACED = /^(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}) (?<rest>.+)$/s;
/** LINE takes 20 characters, which may be several code units each. */
const LONGEST_NAME = 100;
/** The greeting bot of open chats. */
const BOT = 'Auto-reply';

/**
 * Reads what LINE exports, in all the forms that are known: of phones (tabs) and of computers (spaces). See the
 * formats' description in docs/line-import.md. Nothing is dropped in silence: what is not understood is in `unknown`.
 *
 * @param exported as decoded
 */
export function parseExport(exported: string): LineChat {
  const rows = rowsOf(exported.replace(/^\uFEFF/, ''));
  const isPc = !rows.some(
    ({ text }) => HEADER.test(text) || /^(?:午[前後])? ?[0-9]{1,2}:[0-9]{2}\t/.test(text),
  );
  const names = isPc ? namesOf(rows) : new Set<string>();
  const chat: LineChat = { room: undefined, messages: [], leftOut: 0, unknown: [] };
  const clock = new Clock();
  let open: LineMessage | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const { text, line } = rows[at] as Row;
    const header = chat.messages.length === 0 ? HEADER.exec(text)?.groups?.room : undefined;
    if (header !== undefined && chat.room === undefined) {
      chat.room = header.trim();
      continue;
    }
    if (clock.day === undefined && SAVED.test(text)) continue;
    if (clock.turnTo(text)) {
      open = undefined;
      continue;
    }
    const match = clock.day === undefined ? null : (isPc ? SPACED : TABBED).exec(text);
    if (match === null) {
      if (open) open.text += `\n${text}`;
      else if (text.trim() !== '') chat.unknown.push({ line, text });
      continue;
    }
    const { rest = '' } = match.groups ?? {};
    const { day, time } = clock.read(match.groups ?? {});
    open = undefined;
    const record = isPc ? byKnownName(rest, names) : byTabs(rest);
    if (record === undefined) {
      if (isSystemSentence(rest.trim())) chat.leftOut += 1;
      else chat.unknown.push({ line, text });
      continue;
    }
    const { name } = record;
    let said = record.text;
    if (!isPc && said.startsWith('"')) {
      const until = endOfQuote(rows, at, said);
      if (until >= 0) {
        const lines = [said, ...rows.slice(at + 1, until + 1).map((row) => row.text)];
        said = lines.join('\n').slice(1, -1);
        at = until;
      }
    }
    if (name === BOT || isMedia(said, isPc) || (isSystemSentence(said) && isOwnRow(said, name))) {
      chat.leftOut += 1;
      continue;
    }
    open = { line, day, time, name, text: said, occurrence: 0 };
    chat.messages.push(open);
  }
  tidy(chat);
  return chat;
}

interface Row {
  text: string;
  line: number;
}

/** Files with CRLF hold LF within messages; there CRLF alone ends a row. */
function rowsOf(text: string): Row[] {
  const ends = (text.match(/\r\n/g) ?? []).length;
  const bare = (text.match(/(?<!\r)\n/g) ?? []).length;
  const rows: Row[] = [];
  let line = 1;
  for (const row of text.split(ends > 0 && ends * 2 >= bare ? '\r\n' : /\r?\n/)) {
    rows.push({ text: row, line });
    line += 1 + (row.match(/\n/g) ?? []).length;
  }
  return rows;
}

/** Day and time of what is read. */
class Clock {
  day: string | undefined;
  /** Minutes of the day of the last record. */
  #last = -1;

  /** @returns whether the row is the head of a day: its weekday is right, and it is not before the day that is read */
  turnTo(row: string): boolean {
    const found = DATE.exec(row.trim())?.groups;
    if (!found) return false;
    const { year = '', month = '', day = '', weekday = found.weekday2 } = found;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    if (date.getUTCDate() !== Number(day) || WEEKDAYS[date.getUTCDay()] !== weekday) return false;
    const shown = date.toISOString().slice(0, 10);
    if (this.day !== undefined && shown < this.day) return false;
    this.day = shown;
    this.#last = -1;
    return true;
  }

  read({ half, hour = '', minute = '' }: Record<string, string | undefined>): { day: string; time: string } {
    let hours = Number(hour);
    const minutes = Number(minute);
    if (half === '午後' && hours < 12) hours += 12;
    // 午前12:03 is three past midnight or past noon, by the version of the program: the order within the day decides.
    if (half === '午前' && hours === 12 && this.#last <= minutes) hours = 0;
    let day = this.day ?? '';
    this.#last = Math.max(this.#last, Math.min(hours, 23) * 60 + minutes);
    if (hours >= 24) {
      // 24:53 is 00:53 of the next day.
      hours -= 24;
      day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    }
    const two = (n: number) => String(n).padStart(2, '0');
    return { day, time: `${two(hours)}:${two(minutes)}` };
  }
}

/** @returns undefined for a row without a sender, which is LINE's own */
function byTabs(rest: string): { name: string; text: string } | undefined {
  const tab = rest.indexOf('\t');
  if (tab < 0) return undefined;
  const name = rest.slice(0, tab);
  return name === '' ? undefined : { name, text: rest.slice(tab + 1) };
}

/** Names may hold spaces: those that LINE's own rows tell are tried first, the longest before the others. */
function byKnownName(rest: string, names: ReadonlySet<string>): { name: string; text: string } | undefined {
  for (let end = rest.lastIndexOf(' ', LONGEST_NAME); end > 0; end = rest.lastIndexOf(' ', end - 1))
    if (names.has(rest.slice(0, end))) return { name: rest.slice(0, end), text: rest.slice(end + 1) };
  if (isSystemSentence(rest)) return undefined;
  const space = rest.indexOf(' ');
  return space <= 0 ? undefined : { name: rest.slice(0, space), text: rest.slice(space + 1) };
}

function namesOf(rows: readonly Row[]): Set<string> {
  const names = new Set<string>();
  for (const { text } of rows) {
    const rest = SPACED.exec(text)?.groups?.rest;
    const name = rest === undefined ? undefined : nameInSystemRow(rest);
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** In rows of computers LINE's sentence stands behind the name that it is about. */
const isOwnRow = (sentence: string, name: string) =>
  sentence.startsWith(name) || !/が.*(?:参加|退[会出]|招待|追加|削除|取り消)/.test(sentence);

/** Rows that a quoted message may take. */
const LONGEST_QUOTE = 500;

/** The row in which a quoted message ends, -1 where its quotation mark is the author's own. */
function endOfQuote(rows: readonly Row[], from: number, text: string): number {
  if (text.length > 1 && text.endsWith('"')) return from;
  for (let at = from + 1; at < Math.min(rows.length, from + LONGEST_QUOTE); at += 1) {
    const row = (rows[at] as Row).text;
    if (row.endsWith('"')) return TABBED.test(row) && /\t"[^"]+"$/.test(row) ? -1 : at;
  }
  return -1;
}

/** Takes blank ends away, drops what is empty then, and numbers what stands several times. */
function tidy(chat: LineChat): void {
  const times = new Map<string, number>();
  chat.messages = chat.messages.filter((message) => {
    message.text = message.text.replace(/\r/g, '').trim();
    if (message.text === '') {
      chat.leftOut += 1;
      return false;
    }
    const key = JSON.stringify([message.day, message.time, message.name, message.text]);
    message.occurrence = times.get(key) ?? 0;
    times.set(key, message.occurrence + 1);
    return true;
  });
}
