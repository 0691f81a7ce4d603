import type { Refusal } from '#app/domain/outcome.ts';
import { fieldMessages, REFUSAL_MESSAGE } from '#app/messages.ja.ts';

export interface FormTrouble {
  /** What is wrong, by field. */
  wrong: Record<string, string>;
  /** The same for the summary on top; `field` is the id of the place. */
  errors: Array<{ field: string; message: string }>;
}

/** A refusal in the words of a plain form. Findings become sentences at their field. */
export function formTrouble(refusal: Refusal | null): FormTrouble {
  if (refusal === null) return { wrong: {}, errors: [] };
  if (refusal.code === 'invalid') return troubleAt(fieldMessages(refusal.fields));
  if (refusal.code !== 'not-anonymous')
    return { wrong: {}, errors: [{ field: 'main', message: REFUSAL_MESSAGE[refusal.code] }] };
  const wrong: Record<string, string> = {};
  for (const { field, shown, message } of refusal.findings) {
    const before = wrong[field] ?? '';
    const sentence = `「${shown}」：${message}`;
    // Once, however often the passage stands there.
    if (!before.includes(sentence)) wrong[field] = before + sentence;
  }
  return troubleAt(wrong);
}

function troubleAt(wrong: Record<string, string>): FormTrouble {
  return { wrong, errors: Object.entries(wrong).map(([field, message]) => ({ field, message })) };
}
