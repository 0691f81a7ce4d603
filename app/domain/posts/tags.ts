import type { FieldProblem } from '../outcome.ts';
import { LIMITS } from './limits.ts';
import { textProblem } from './text-problems.ts';

/** Tags as typed, parted by spaces or commas of either width, `#` optional; each once, in the order typed. */
export function splitTags(typed: string): string[] {
  const tags = typed
    .normalize('NFKC')
    .split(/[\s,、，・]+/)
    .map((tag) => tag.replace(/^#+/, ''))
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}

function tagsProblem(tags: readonly string[]): FieldProblem | undefined {
  if (tags.length > LIMITS.tags) return 'too-many';
  return tags.some((tag) => tag.length > LIMITS.tag) ? 'too-long' : undefined;
}

/** What is wrong with the tags as typed. Their length is looked at before they are taken apart. */
export function tagLineProblem(typed: string): FieldProblem | undefined {
  return textProblem(typed, LIMITS.tagLine) ?? tagsProblem(splitTags(typed));
}
