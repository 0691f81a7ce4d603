import { lint } from '#lint/engine.ts';
import { rewrite } from '#lint/rewrite.ts';
import type { Rule } from '#lint/rule.ts';
import { RULES } from '#lint/rules/index.ts';

/** A rule as its examples show it. */
export interface ExplainedRule extends Pick<Rule, 'id' | 'severity' | 'title' | 'message'> {
  /** A sentence in three parts, the passage in the middle, and how the check would write it. */
  flagged: Array<{ before: string; hit: string; after: string; rewritten: string }>;
  /** Sentences that the rule leaves alone. */
  clean: string[];
}

let explained: readonly ExplainedRule[] | undefined;

/** Every rule, in the order of the registry. */
export function explainedRules(): readonly ExplainedRule[] {
  explained ??= RULES.map(({ id, severity, title, message, examples }) => ({
    id,
    severity,
    title,
    message,
    // Its tests hold every rule to its examples, so each is found.
    flagged: examples.flagged.flatMap(({ text }) => {
      const findings = lint(text);
      const found = findings.find(({ ruleId }) => ruleId === id);
      if (!found) return [];
      const [before, after] = [text.slice(0, found.start), text.slice(found.end)];
      return [{ before, hit: found.text, after, rewritten: rewrite(text, findings) }];
    }),
    clean: examples.clean,
  }));
  return explained;
}
