import type { Audience, Db } from '#db/schema.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { type Change, changesBetween } from '../text/changes.ts';
import { type Film, writeFilms } from './films.ts';
import type { Summary } from './report.ts';

/** A published version, and what it changed of the published one before. */
export interface Correction {
  version: number;
  at: string;
  /** 何を直したか */
  purpose: string;
  /** null for the first. */
  changes: Array<{ part: Part; changes: Change[] }> | null;
}

/** A part of a report: what is put before its changes. */
export type Part = 'lead' | 'numbers' | 'body' | 'films' | { group: number };

/** Editions that are shown; what was corrected more often is a matter for the desk. */
const MOST = 20;
/** What the comparisons of one page may cost together: some 10 ms. */
const CELLS = 1_000_000;
/** What was published never changes, so it is compared once. */
const compared = new RecentlyUsed<Correction[]>(50);

/**
 * What readers have seen of a report, newest first, and what each correction changed. Versions that were for members
 * are no visitor's history, and films that are for members are in none of theirs.
 */
export async function readCorrections(
  db: Db,
  reader: Audience,
  { reportId, version }: { reportId: string; version: number },
): Promise<Correction[]> {
  const rows = await db
    .selectFrom('meeting_report_edition')
    .selectAll()
    .where('report_id', '=', reportId)
    .where('published_at', 'is not', null)
    .$if(reader === 'everyone', (all) => all.where('published_to', '=', 'everyone'))
    .orderBy('version', 'desc')
    .limit(MOST)
    .execute();
  const key = JSON.stringify([reportId, version, reader, rows.map(({ published_at }) => published_at)]);
  let corrections = compared.get(key);
  if (corrections === undefined) {
    const budget = { cells: CELLS };
    const showsFilms =
      reader === 'members' || rows.every(({ films_audience }) => films_audience === 'everyone');
    const parts = rows.map((row) => partsOf(row, showsFilms));
    corrections = rows.map((row, index) => {
      const [now, before] = [parts[index], parts[index + 1]];
      return {
        version: row.version,
        at: row.published_at ?? row.written_at,
        purpose: row.correction,
        changes:
          now && before
            ? [...new Set([...before.keys(), ...now.keys()])].flatMap((name) => {
                const [old, current] = [before.get(name) ?? '', now.get(name) ?? ''];
                if (old === current) return [];
                return [{ part: toPart(name), changes: changesBetween(old, current, budget) }];
              })
            : null,
      };
    });
    compared.set(key, corrections);
  }
  return corrections;
}

interface Texts {
  lead: string;
  numbers_line: string;
  body: string;
  summaries: string;
  films: string;
}

function partsOf({ lead, numbers_line, body, summaries, films }: Texts, showsFilms: boolean) {
  return new Map<string, string>([
    ['lead', lead],
    ['numbers', numbers_line],
    ['body', body],
    ...(JSON.parse(summaries) as Summary[]).map(({ no, summary }) => [String(no), summary] as const),
    ...(showsFilms ? [['films', writeFilms(JSON.parse(films) as Film[])] as const] : []),
  ]);
}

const toPart = (name: string): Part =>
  /^\d+$/.test(name) ? { group: Number(name) } : (name as Exclude<Part, object>);
