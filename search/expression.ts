/** Which documents to take: those that hold a token, or what is made of such conditions. */
export type Expression = string | { all: readonly Expression[] } | { any: readonly Expression[] };

export interface Signs {
  token(token: string): string;
  and: string;
  or: string;
}

/** The expression in a database's own language; undefined where no document can fulfil it. */
export function written(expression: Expression, signs: Signs): string | undefined {
  if (typeof expression === 'string') return signs.token(expression);
  if ('all' in expression) {
    const parts = expression.all.map((one) => written(one, signs));
    return parts.length === 0 || parts.includes(undefined) ? undefined : `(${parts.join(signs.and)})`;
  }
  const parts = expression.any.map((one) => written(one, signs)).filter((one) => one !== undefined);
  return parts.length === 0 ? undefined : `(${parts.join(signs.or)})`;
}

/** The tokens of an expression, each once. */
export function tokensIn(expression: Expression): string[] {
  if (typeof expression === 'string') return [expression];
  const parts = 'all' in expression ? expression.all : expression.any;
  return [...new Set(parts.flatMap(tokensIn))];
}
