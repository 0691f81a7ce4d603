import { redirect } from '@remix-run/node';
import { currentSlug } from '#app/domain/notes/settings.server.ts';
import type { Db } from '#db/schema.ts';
import { notFound } from './require-member.server.ts';

/** A note that is not found under this address: it may have had it before. */
export async function leadOn(db: Db, slug: string): Promise<never> {
  const now = await currentSlug(db, slug);
  if (now === undefined) return notFound();
  throw redirect(`/notes/${now}`, 301);
}
