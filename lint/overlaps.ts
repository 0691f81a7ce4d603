import type { Hit, Rule } from './rule.ts';
import { Mask } from './text/mask.ts';

export interface RuleHit extends Hit {
  rule: Omit<Rule, 'examples'>;
}

/** Of hits that overlap the heavier stays, then the longer, then the earlier rule's; sorted by start. */
export function withoutOverlaps(hits: readonly RuleHit[]): RuleHit[] {
  const strongest = [...hits].sort(
    (a, b) => (b.weight ?? 0) - (a.weight ?? 0) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: RuleHit[] = [];
  const taken = new Mask(hits.reduce((end, hit) => Math.max(end, hit.end), 0));
  for (const hit of strongest) {
    if (!taken.isFree(hit)) continue;
    taken.take(hit);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}
