import type { Db } from '#db/schema.ts';
import { Remembered } from '../remembered.server.ts';

/** How the network calls itself; shown on every page. */
export interface Site {
  name: string;
  tagline: string;
}

export const DEFAULT_SITE: Site = { name: 'つながり', tagline: '北海道 相談支援員のネットワーク' };

/** Read for every page, changed at the first run. */
export const site = new Remembered(readSite, 30_000);

async function readSite(db: Db): Promise<Site> {
  const rows = await db
    .selectFrom('setting')
    .selectAll()
    .where('name', 'in', ['site.name', 'site.tagline'])
    .execute();
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  return {
    name: values.get('site.name') ?? DEFAULT_SITE.name,
    tagline: values.get('site.tagline') ?? DEFAULT_SITE.tagline,
  };
}

export async function writeSetting(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

export async function readSetting(db: Db, name: string): Promise<string | undefined> {
  return (await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value;
}
