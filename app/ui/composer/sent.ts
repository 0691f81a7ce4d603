/** What a form was sent with, kept at its entry of the browser's history. */
interface Sent {
  key: string;
  text: string;
}

/**
 * The key to send a text with. The author may come back to the form after it was accepted: the same text is then the
 * same post, whatever key the form was given anew, and another text is another post.
 */
export function keyToSend(
  formKey: string,
  text: string,
  sent: Sent | undefined,
  newKey: () => string,
): string {
  if (sent === undefined) return formKey;
  if (sent.text === text) return sent.key;
  return sent.key === formKey ? newKey() : formKey;
}

function lastSent(): Sent | undefined {
  return (history.state as { sent?: Sent } | null)?.sent;
}

/** Whether the form on this page was sent before, and its author has come back to it. */
export const wasSent = () => lastSent() !== undefined;

const TEXTS = ['title', 'body', 'tags', 'programme'];

/** Puts the right key into the form, just before it is sent. */
export function settleKey(form: HTMLFormElement): void {
  const field = form.elements.namedItem('key');
  if (!(field instanceof HTMLInputElement)) return;
  const fields = new FormData(form);
  const text = JSON.stringify(TEXTS.map((name) => fields.get(name)));
  const sent = lastSent();
  field.value = keyToSend(field.value, text, sent, randomKey);
  history.replaceState({ ...history.state, sent: { key: field.value, text } satisfies Sent }, '');
}

/** As the server's own: 12 characters of 5 bits. */
function randomKey(): string {
  const alphabet = 'abcdefghjkmnpqrstvwxyz0123456789';
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => alphabet[byte & 31]).join('');
}
