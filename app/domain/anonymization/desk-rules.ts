import { reidentification } from '#lint/risk/about.ts';
import type { Rule, Severity } from '#lint/rule.ts';
import { RULES } from '#lint/rules/index.ts';

/** How heavily the network takes what a rule finds in one kind of post; `off`: it is not looked for. */
export type Level = Severity | 'off';

export const LEVELS = ['error', 'warning', 'info', 'off'] as const satisfies Level[];

/** A rule as the desk sees it. */
export interface DeskRule extends Pick<Rule, 'id' | 'severity' | 'title' | 'message'> {
  /** The levels that it allows; its own severity is one of them. */
  levels: readonly Level[];
}

// An estimate is no ground to refuse a post, and nobody could object to it.
const OF_ESTIMATE: readonly Level[] = ['warning', 'info', 'off'];

/** Everything of which the desk decides how heavily it is taken, by kind of post. */
export const DESK_RULES: readonly DeskRule[] = [
  ...RULES.map(({ id, severity, title, message }) => ({ id, severity, title, message, levels: LEVELS })),
  { ...reidentification, levels: OF_ESTIMATE },
];

/**
 * Whether a level lets pass in silence what says directly who somebody is: names and numbers. The desk may decide so,
 * but not without hearing it.
 */
export const letsNamesPass = ({ severity }: Pick<DeskRule, 'severity'>, level: Level): boolean =>
  severity === 'error' && (level === 'info' || level === 'off');
