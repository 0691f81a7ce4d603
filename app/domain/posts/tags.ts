import type { FieldProblem } from '../outcome.ts';
import { LIMITS } from './limits.ts';

/** Tags as typed, parted by spaces or commas of either width, `#` optional; each once, in the order typed. */
export function splitTags(typed: string): string[] {
  const tags = typed
    .normalize('NFKC')
    .split(/[\s,、，・]+/)
    .map((tag) => tag.replace(/^#+/, ''))
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}

export function tagsProblem(tags: readonly string[]): FieldProblem | undefined {
  if (tags.length > LIMITS.tags) return 'too-many';
  return tags.some((tag) => tag.length > LIMITS.tag) ? 'too-long' : undefined;
}
