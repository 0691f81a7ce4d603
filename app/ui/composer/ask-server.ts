import type { LintOptions } from '#lint/engine.ts';
import type { FieldFinding } from './decisions.ts';
import type { ComposerProps, FieldTexts } from './props.ts';

/** Milliseconds after which an answer would come too late to be of use. */
const PATIENCE = 8_000;

/**
 * Asks the server for its findings; it sees more than the rules in the browser. Offsets count UTF-16 code units of the
 * texts as they are given.
 *
 * @param options the author and other members are known to the server
 * @throws when it does not answer in time, does not answer with findings, or `given` is aborted
 */
export async function askServer(
  texts: FieldTexts,
  options: LintOptions,
  { thread, replaced }: Pick<ComposerProps, 'thread' | 'replaced'>,
  given: AbortController,
): Promise<FieldFinding[]> {
  const { profile = 'question', letters = [], takenLetters = [] } = options;
  const body = new URLSearchParams({ profile, ...texts });
  for (const [name, letter] of letters) body.append('letter', `${letter}:${name}`);
  for (const letter of takenLetters) body.append('taken', letter);
  if (thread !== null) body.set('thread', thread);
  if (replaced !== null) body.set('replaced', replaced);
  const late = setTimeout(() => given.abort(), PATIENCE);
  try {
    const answer = await fetch('/findings', { method: 'POST', body, signal: given.signal });
    if (!answer.ok) throw new Error(`The check of the server answered ${answer.status}`);
    const { findings } = (await answer.json()) as { findings: FieldFinding[] };
    return findings;
  } finally {
    clearTimeout(late);
  }
}
