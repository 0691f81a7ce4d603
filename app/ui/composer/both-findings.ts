import type { FieldFinding } from './decisions.ts';
import { FIELD_NAMES } from './props.ts';

const FIELDS: readonly string[] = FIELD_NAMES;

const meets = (one: FieldFinding, other: FieldFinding) =>
  one.field === other.field && one.start < other.end && other.start < one.end;

/** Says of a passage all that a place or an age alone says of it, and why they matter together. */
const SAYS_MORE = 'reidentification';

/** Of the server's findings those whose passages the browser has not found, not even in part. */
export function onlyOfServer(server: readonly FieldFinding[], own: readonly FieldFinding[]): FieldFinding[] {
  return server.filter((finding) => !own.some((known) => meets(finding, known) && !says(finding, known)));
}

const says = (finding: FieldFinding, known: FieldFinding) =>
  finding.ruleId === SAYS_MORE && known.severity !== 'error';

/** The findings of both, without overlaps, as people read them. Where two meet, the browser's is the newer one. */
export function bothFindings(own: readonly FieldFinding[], server: readonly FieldFinding[]): FieldFinding[] {
  const added = onlyOfServer(server, own);
  const kept = own.filter((known) => !added.some((finding) => meets(finding, known)));
  return [...kept, ...added].sort(
    (a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) || a.start - b.start,
  );
}
