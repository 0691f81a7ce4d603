import type { Finding, Severity } from './rule.ts';

/** By rule, where the network takes a kind of finding heavier or lighter than the rule does. */
export type Severities = Readonly<Record<string, Severity>>;

/**
 * The findings with the network's severities. The engine knows the rules' own only; whoever shows findings or decides
 * by them passes them through here (see lintFully).
 */
export function withSeverities<F extends Finding>(findings: F[], severities: Severities = {}): F[] {
  return findings.map((finding) => {
    const severity = Object.hasOwn(severities, finding.ruleId) ? severities[finding.ruleId] : undefined;
    return severity === undefined ? finding : { ...finding, severity };
  });
}
