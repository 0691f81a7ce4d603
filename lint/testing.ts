import { lint } from './engine.ts';
import type { LintOptions } from './options.ts';

/** The passages that one rule finds in a text, as typed; what the rules' tests compare. */
export function passages(ruleId: string, text: string, options?: LintOptions): string[] {
  return lint(text, options)
    .filter((finding) => finding.ruleId === ruleId)
    .map((finding) => finding.text);
}
