import { forbiddenWord } from '#lint/forbidden-words.ts';
import { DESK_RULES } from './desk-rules.ts';

const TITLES = new Map([...DESK_RULES, forbiddenWord].map(({ id, title }) => [id, title]));

/** How the desk calls a rule; the id of one that an update has taken away. */
export const ruleTitle = (id: string): string => TITLES.get(id) ?? id;
