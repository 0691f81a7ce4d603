import type { PostKind } from '#db/schema.ts';
import { notFound } from './require-member.server.ts';

const KINDS: readonly PostKind[] = ['question', 'answer', 'comment'];

/** Which post a URL below /posts names. */
export function postParam({ kind, id = '' }: Record<string, string | undefined>): {
  kind: PostKind;
  id: string;
} {
  const known = KINDS.find((one) => one === kind);
  return known ? { kind: known, id } : notFound();
}
