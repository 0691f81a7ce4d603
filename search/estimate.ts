import type { Expression } from './expression.ts';

/** The tokens of an expression, each once. */
export function tokensIn(expression: Expression): string[] {
  if (typeof expression === 'string') return [expression];
  const parts = 'all' in expression ? expression.all : expression.any;
  return [...new Set(parts.flatMap(tokensIn))];
}

/**
 * About how many documents fulfil an expression. The tokens of a word come together, so the rarest tells; words come
 * by chance.
 *
 * @param holding   how many documents hold each token
 * @param documents how many there are
 */
export function estimated(
  expression: Expression,
  holding: (token: string) => number,
  documents: number,
): number {
  if (typeof expression === 'string') return holding(expression);
  const about = (one: Expression) => estimated(one, holding, documents);
  if ('any' in expression) return Math.min(documents, expression.any.map(about).reduce(sum, 0));
  const parts = expression.all.map(about);
  if (expression.all.every((one) => typeof one === 'string')) return Math.min(documents, ...parts);
  return parts.reduce((held, part) => held * (part / documents), documents);
}

const sum = (a: number, b: number) => a + b;
