import { matchAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { isGivenName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import { isRole } from './roles.ts';

/** Where in a text a name stands. */
export interface Span {
  start: number;
  end: number;
}

/** What announces a name: an expression, and which words may be one there; any but a role where nothing is said. */
export type Signal = readonly [pattern: RegExp, mayBe?: (name: string) => boolean];

/** The names that signals announce. */
export const namesBy = (text: string, signals: readonly Signal[]): Span[] =>
  signals.flatMap(([pattern, mayBe]) =>
    matchAll(text, pattern)
      .filter(({ text: name }) => !isRole(name) && (mayBe?.(name) ?? true))
      .map(({ start, end }) => ({ start, end })),
  );

/** Whether some list has a word as a name, of whatever kind. */
export const isListed = (name: string): boolean =>
  /^[ァ-ヺー]+$/.test(name)
    ? isForeignName(name) || readsAsGivenName(name) || readsAsSurname(name)
    : /^[ぁ-ゖ]+$/.test(name)
      ? readsAsGivenName(name) || readsAsSurname(name)
      : isSurname(name) || isGivenName(name);
