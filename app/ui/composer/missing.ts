import { saysNothing } from '../../domain/posts/case.ts';
import { isBlank } from '../../domain/posts/text-problems.ts';
import { hasMergeMarks } from '../../domain/text/merge.ts';
import { fieldMessage } from '../../messages.ja.ts';
import type { ComposerProps, FieldTexts, NoteField } from './props.ts';

type Errors = ComposerProps['fieldErrors'];
type Field = Exclude<keyof Errors, NoteField>;

/** Something that keeps a form from being sent, beside what is found in its texts. */
export interface Lack {
  field: Field;
  /** UTF-16 code units too many; 0 where the field is blank. */
  over: number;
  /** Two versions still stand beside each other in it. */
  unmerged?: boolean;
}

/** In the order in which the fields stand on the page. */
const FIELDS = ['title', 'programme', 'body', 'tags'] as const satisfies Field[];

const BLANK: Record<Exclude<Field, 'tags'>, string> = {
  title: 'ここに、ひとことで書いてください',
  programme: '事業区分を選んでください',
  body: '文章を書いてください',
};

const NAMES: Record<Field, string> = { title: '題名', programme: '事業区分', body: '本文', tags: 'タグ' };

/**
 * What the browser can tell before anything is sent; the server looks again. In the order of the page.
 *
 * @param programme slug chosen, or null where the form does not ask for one
 */
export function findLacks(
  texts: FieldTexts,
  programme: string | null,
  limits: ComposerProps['limits'],
): Lack[] {
  return FIELDS.flatMap((field): Lack[] => {
    if (field === 'programme') return programme === '' ? [{ field, over: 0 }] : [];
    const text = texts[field];
    if (text === undefined) return [];
    const over = text.length - limits[field];
    if (over > 0) return [{ field, over }];
    const blank = field === 'body' ? saysNothing(text) : field === 'title' && isBlank(text);
    if (field === 'body' && hasMergeMarks(text)) return [{ field, over: 0, unmerged: true }];
    return blank ? [{ field, over: 0 }] : [];
  });
}

/** A sentence at each field that says what to do. */
export function lackMessages(lacks: readonly Lack[], limits: ComposerProps['limits']): Errors {
  const errors: Errors = {};
  for (const { field, over, unmerged } of lacks) {
    if (over > 0 && field !== 'programme')
      errors[field] = `${over}字多いです。${limits[field]}字までにしてください`;
    else if (unmerged) errors[field] = fieldMessage(field, 'unmerged');
    else if (field !== 'tags') errors[field] = BLANK[field];
  }
  return errors;
}

/** What is still to be done, in a few words for the bar: あと、題名と事業区分. Undefined when nothing is. */
export function lackWords(lacks: readonly Lack[]): string | undefined {
  const blank = lacks
    .filter(({ over, unmerged }) => over === 0 && !unmerged)
    .map(({ field }) => NAMES[field]);
  if (blank.length > 0) return `あと、${blank.join('と')}`;
  if (lacks.some(({ unmerged }) => unmerged)) return '【　】の印の行を消してください';
  const [long] = lacks;
  return long && `${NAMES[long.field]}が、${long.over}字多いです`;
}
