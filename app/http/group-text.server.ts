import type { AppLoadContext } from '@remix-run/node';
import { rewritePassages } from '#app/domain/anonymization/rewrite.server.ts';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { saveGroupText } from '#app/domain/meetings/groups/group-text.server.ts';
import { GROUP_LIMITS } from '#app/domain/meetings/groups/limits.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { NOTHING_SO_FAR } from '#app/domain/questions/so-far.server.ts';
import { type Decisions, parseDecisions, splitKey } from '#app/ui/composer/decisions.ts';
import type { PostedForm } from './form.server.ts';
import { unlessUnchecked } from './unless-unchecked.server.ts';

export interface SentText {
  /** With the rewrites that were chosen. */
  text: string;
  base: number;
  raw: Decisions;
}

/**
 * Takes what a shared box sent, with the script or without.
 *
 * @returns what became of it, and the text as it was checked
 */
export async function takeGroupText(
  { db }: AppLoadContext,
  viewer: Viewer,
  slug: string,
  no: number,
  form: PostedForm,
): Promise<{ sent: SentText; outcome: Outcome<{ text: string; version: number }> }> {
  const raw = parseDecisions(form.raw);
  const typed = form.text('text').replace(/\r\n?/g, '\n');
  const base = Number(form.text('base'));
  const unchecked = { ok: false as const, refusal: { code: 'unchecked' as const } };
  const fixes = typed.length <= GROUP_LIMITS.text ? raw.fixes.map(splitKey) : [];
  const rewritten = await unlessUnchecked(
    rewritePassages(db, { text: typed }, 'report', viewer, fixes, NOTHING_SO_FAR),
  );
  const sent = { text: rewritten?.text ?? typed, base, raw };
  if (!rewritten || !Number.isSafeInteger(base) || base < 0) return { sent, outcome: unchecked };
  const acknowledgements = raw.keeps.map(({ key, reason, note }) => ({ ...splitKey(key), reason, note }));
  const writing = { text: sent.text, base, acknowledgements };
  const outcome = await unlessUnchecked(saveGroupText(db, viewer, slug, no, writing, new Date()));
  return { sent, outcome: outcome ?? unchecked };
}
