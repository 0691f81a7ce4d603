import type { Db, Tx } from '#db/schema.ts';
import { Remembered } from '../remembered.server.ts';
import { FIRST_PROGRAMMES } from './programmes.ts';

export interface Programme {
  slug: string;
  name: string;
}

/** The programmes in the order in which they are shown. */
export async function listProgrammes(db: Db): Promise<Programme[]> {
  return db.selectFrom('programme').select(['slug', 'name']).orderBy('position').execute();
}

/** The same, up to ten seconds old: for lists and boxes. */
export const programmes = new Remembered(listProgrammes, 10_000);

export async function addFirstProgrammes(tx: Tx): Promise<void> {
  await tx
    .insertInto('programme')
    .values(
      FIRST_PROGRAMMES.map(({ slug, name, aliases }, position) => ({
        slug,
        name,
        aliases: JSON.stringify(aliases),
        position,
      })),
    )
    .execute();
}
