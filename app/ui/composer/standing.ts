import { type Decisions, type FieldFinding, type FindingGroup, groupFindings } from './decisions.ts';

/** What the author has done about a group so far. */
export type Standing = 'open' | 'kept' | 'objected';

export interface Numbered {
  group: FindingGroup;
  number: number;
  standing: Standing;
}

/** Numbers findings as text and list show them. A reason settles a warning only, an objection an error only. */
export function numbered(findings: readonly FieldFinding[], decisions: Decisions): Numbered[] {
  return groupFindings(findings).map((group, index) => {
    const kept = group.severity === 'warning' && decisions.keeps.some(({ key }) => key === group.key);
    const objected = mayObject(group) && decisions.objections.includes(group.key);
    return { group, number: index + 1, standing: kept ? 'kept' : objected ? 'objected' : 'open' };
  });
}

/** Whether the post cannot go out yet because of this group. */
export function isBlocking({ group, standing }: Numbered): boolean {
  return standing === 'open' && group.severity !== 'info';
}

/** An error that rests on judgement may be disputed; one that is certain may not. */
export function mayObject(group: FindingGroup): boolean {
  return group.severity === 'error' && !group.certain;
}

/** The decisions about what is still found; others would speak of passages that are gone. */
export function decisionsAbout(items: readonly Numbered[], decisions: Decisions): Decisions {
  const known = new Set(items.map(({ group }) => group.key));
  return {
    fixes: decisions.fixes.filter((key) => known.has(key)),
    objections: decisions.objections.filter((key) => known.has(key)),
    keeps: decisions.keeps.filter(({ key }) => known.has(key)),
  };
}
