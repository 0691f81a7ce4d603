import { type ComposerProps, FIELD_NAMES, type FieldTexts } from './props.ts';

type Errors = ComposerProps['fieldErrors'];

const BLANK = {
  title: 'ここに、ひとことで書いてください',
  body: '文章を書いてください',
};

/**
 * What the browser can tell before anything is sent; the server looks again.
 *
 * @param programme slug chosen, or null where the form does not ask for one
 */
export function findMissing(
  texts: FieldTexts,
  programme: string | null,
  limits: ComposerProps['limits'],
): Errors {
  const errors: Errors = {};
  for (const field of FIELD_NAMES) {
    const text = texts[field];
    if (text === undefined) continue;
    const over = text.length - limits[field];
    if (over > 0) errors[field] = `${over}字多いです。${limits[field]}字までにしてください`;
    else if (field !== 'tags' && text.trim() === '') errors[field] = BLANK[field];
  }
  if (programme === '') errors.programme = '事業区分を選んでください';
  return errors;
}
