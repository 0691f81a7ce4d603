import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import { firstWithin } from '../text/sorted.ts';
import type { Look } from './look.ts';

// K-0412, R6-031, 24-0117, No.118: what stands at the beginning of a line, and then somebody.
const CODE = '(?:[A-Z]{1,3}-?[0-9]{3,6}|[RHS]?[0-9]{1,4}-[0-9]{3,5}|(?:No|NO|№)\\.? ?[0-9]{3,6})';
const AT_LINE = new RegExp(`(?<=^|\\n[・●○■*-]? ?)(?<value>${CODE})(?=[ :、|]{1,3}(?=\\S))`, 'g');
// 「保坂_R5-第219号_プラン.docx」: a file that is called by somebody and a number.
const FILE = /[^\s「」『』(),、。/\\]{3,60}\.(?:docx?|xlsx?|pdf|jpe?g|png|txt|csv|zip)(?![A-Za-z])/g;
const IN_FILE =
  /(?<=^|[_ -])(?!20[0-9]{6}|v[0-9])(?:[A-Z]{1,3}-?[0-9]{3,6}|[RHS][0-9]{1,2}-第?[0-9]{1,5}号?|第[0-9]{2,6}号|[0-9]{2,4}-[0-9]{3,5})(?=$|[_. -])/g;

/** K-0412 and K-0433 are of one shape. */
const shapeOf = (code: string) => code.replace(/[0-9]/g, '0');

const hit = (start: number, end: number): Hit => ({
  start,
  end,
  weight: 6,
  suggestions: [{ replacement: '（番号）', label: '（番号）' }],
});

/** Numbers of the desk's own list, as they stand beside those whose they are. */
export const caseNumbers: Look = {
  rule: 'case-number',
  find({ text, persons }) {
    if (persons.length === 0) return [];
    const starts = new Set(persons.map(({ start }) => start));
    const codes = matchAll(text, AT_LINE);
    const shapes = new Set(
      codes
        .filter(({ end }) => starts.has(end + (/^[ :、|]+/.exec(text.slice(end, end + 3))?.[0].length ?? 0)))
        .map((code) => shapeOf(code.text)),
    );
    const files = matchAll(text, FILE)
      .filter((file) => firstWithin(persons, file.start, file.end) !== undefined)
      .flatMap((file) =>
        matchAll(file.text.replace(/\.[a-z]+$/, ''), IN_FILE).map((code) =>
          hit(file.start + code.start, file.start + code.end),
        ),
      );
    return [
      ...codes.filter((code) => shapes.has(shapeOf(code.text))).map(({ start, end }) => hit(start, end)),
      ...files,
    ];
  },
};
