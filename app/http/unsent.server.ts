import { data } from '@remix-run/node';
import type { Unsent } from '#app/domain/anonymization/while-writing.server.ts';
import { LIMITS } from '#app/domain/posts/limits.ts';
import type { ThreadPart } from '#app/domain/questions/texts.server.ts';
import { FIELD_NAMES, type FieldName } from '#app/ui/composer/props.ts';
import { readForm } from './form.server.ts';

/** Largest request, in bytes: the longest post, percent-encoded, with its letters. */
const LARGEST = 256 * 1024;
const MOST = { title: LIMITS.title, tags: 100 };
const MOST_LETTERS = 300;

const ID = /^[a-z0-9]{12}$/;
const PART = /^(question|answer|comment|outcome):([a-z0-9]{12})$/;
/** Ａ, and from the 27th person on Ａ2. */
const LETTER = /^[Ａ-Ｚ]\d{0,3}$/;
const NAMED = /^([Ａ-Ｚ]\d{0,3}):(.{1,60})$/s;

/**
 * Reads what `askServer` of the composer sends.
 *
 * @throws 400 for a body that is no form, 413 for more than a post may hold, 422 for what no composer sends
 */
export async function readUnsent(request: Request): Promise<Unsent<FieldName>> {
  if (Number(request.headers.get('content-length')) > LARGEST) throw data({}, { status: 413 });
  const form = await readForm(request);
  const profile = form.text('profile');
  if (profile !== 'question' && profile !== 'answer' && profile !== 'note') throw data({}, { status: 422 });
  const most: Record<FieldName, number> = { ...MOST, body: profile === 'note' ? LIMITS.note : LIMITS.body };
  const texts = { title: form.text('title'), body: form.text('body'), tags: form.text('tags') };
  if (FIELD_NAMES.some((field) => texts[field].length > most[field])) throw data({}, { status: 413 });
  const letters = new Map<string, string>();
  for (const named of form.all('letter').slice(0, MOST_LETTERS)) {
    const [, letter, name] = NAMED.exec(named) ?? [];
    if (letter === undefined || name === undefined) throw data({}, { status: 422 });
    letters.set(name, letter);
  }
  const takenLetters = form.all('taken').slice(0, MOST_LETTERS);
  if (!takenLetters.every((letter) => LETTER.test(letter))) throw data({}, { status: 422 });
  const thread = form.text('thread');
  const [, kind, id] = PART.exec(form.text('replaced')) ?? [];
  const replaced = kind && id ? { kind: kind as ThreadPart['kind'], id } : undefined;
  return { profile, texts, letters, takenLetters, thread: ID.test(thread) ? thread : null, replaced };
}
