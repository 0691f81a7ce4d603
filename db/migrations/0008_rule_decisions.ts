import type { Kysely } from 'kysely';

interface Before {
  setting: { name: string; value: string };
  rule_switched_off: {
    rule_id: string;
    profile: string;
    reason: string;
    switched_by: string;
    switched_at: string;
  };
  rule_decision: {
    position: number;
    rule_id: string;
    profile: string | null;
    value: string;
    reason: string;
    decided_by: string | null;
    decided_at: string;
  };
  recheck: {
    id: string;
    old_settings: string | null;
    new_settings: string | null;
    finished_at: string | null;
  };
}

const FEWEST = 'anonymization.fewest';

/** Rules have levels instead of being on or off, and every decision about one is kept with its reason. */
export async function up(any: Kysely<unknown>): Promise<void> {
  await any.schema
    .createTable('rule_decision')
    .addColumn('position', 'integer', (c) => c.primaryKey())
    .addColumn('rule_id', 'text', (c) => c.notNull())
    .addColumn('profile', 'text')
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text', (c) => c.notNull())
    .execute();
  const db = any as Kysely<Before>;
  const off = await db.selectFrom('rule_switched_off').selectAll().orderBy('switched_at').execute();
  const fewest = await db.selectFrom('setting').select('value').where('name', '=', FEWEST).execute();
  const decisions = [
    ...off.map(({ switched_by, switched_at, ...row }) => ({
      ...row,
      value: 'off',
      decided_by: switched_by,
      decided_at: switched_at,
    })),
    ...fewest
      .filter(({ value }) => /^[1-9]\d{0,5}$/.test(value))
      .map(({ value }) => ({
        rule_id: 'reidentification',
        profile: null,
        value,
        reason: '',
        decided_by: null,
        decided_at: new Date().toISOString(),
      })),
  ];
  for (const [position, decision] of decisions.entries())
    await db
      .insertInto('rule_decision')
      .values({ position, ...decision })
      .execute();
  await db.deleteFrom('setting').where('name', '=', FEWEST).execute();
  await any.schema.dropTable('rule_switched_off').execute();
  const unfinished = await db.selectFrom('recheck').selectAll().where('finished_at', 'is', null).execute();
  for (const { id, old_settings, new_settings } of unfinished) {
    const settings = { old_settings: withLevels(old_settings), new_settings: withLevels(new_settings) };
    await db.updateTable('recheck').set(settings).where('id', '=', id).execute();
  }
}

/** {"off": {"note": ["place"]}} becomes {"levels": {"note": {"place": "off"}}}. */
function withLevels(json: string | null): string | null {
  if (json === null) return null;
  const { off = {}, ...rest } = JSON.parse(json) as { off?: Record<string, string[]> };
  const levels = Object.entries(off).map(([profile, ids]) => [
    profile,
    Object.fromEntries(ids.map((id) => [id, 'off'])),
  ]);
  return JSON.stringify({ ...rest, levels: Object.fromEntries(levels) });
}
