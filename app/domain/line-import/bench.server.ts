import type { Db, LineTalkKind } from '#db/schema.ts';

export interface ImportState {
  id: string;
  room: string;
  importedAt: string;
  talks: number;
  checked: number;
  open: number;
  published: number;
  left: number;
  known: number;
  leftOut: number;
  unknown: Array<{ line: number; text: string }>;
}

/** Everything that lies on the bench, the newest first. */
export async function listImports(db: Db): Promise<ImportState[]> {
  const imports = await db.selectFrom('line_import').selectAll().orderBy('imported_at', 'desc').execute();
  const counts = await db
    .selectFrom('line_talk')
    .select(({ fn }) => [
      'import_id as importId',
      'status',
      fn.countAll<number>().as('talks'),
      fn.sum<number>('checked').as('checked'),
    ])
    .groupBy(['import_id', 'status'])
    .execute();
  return imports.map(({ id, room, imported_at: importedAt, known, left_out: leftOut, unknown }) => {
    const own = counts.filter(({ importId }) => importId === id);
    const of = (status: string) => Number(own.find((row) => row.status === status)?.talks ?? 0);
    return {
      id,
      room,
      importedAt,
      known,
      leftOut,
      unknown: JSON.parse(unknown),
      talks: own.reduce((sum, { talks }) => sum + Number(talks), 0),
      checked: own.reduce((sum, { checked }) => sum + Number(checked), 0),
      open: of('open'),
      published: of('published'),
      left: of('left'),
    };
  });
}

export async function findImport(db: Db, id: string): Promise<ImportState | undefined> {
  return (await listImports(db)).find((one) => one.id === id);
}

export interface TalkRow {
  id: string;
  position: number;
  beginsAt: string;
  kind: LineTalkKind;
  title: string;
  rewritten: number;
  errors: number;
  warnings: number;
  checked: boolean;
  published: string | null;
  messages: number;
}

/** Talks of an import in one state, from a place on. */
export async function listTalks(
  db: Db,
  importId: string,
  status: 'open' | 'published' | 'left',
  from: number,
  limit: number,
): Promise<TalkRow[]> {
  const rows = await db
    .selectFrom('line_talk')
    .select((eb) => [
      'id',
      'position',
      'begins_at as beginsAt',
      'kind',
      'title',
      'rewritten',
      'errors',
      'warnings',
      'checked',
      'published',
      eb
        .selectFrom('line_message')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('line_message.talk_id', '=', 'line_talk.id')
        .as('messages'),
    ])
    .where('import_id', '=', importId)
    .where('status', '=', status)
    .where('position', '>=', from)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, checked: row.checked === 1, messages: Number(row.messages ?? 0) }));
}

export interface TalkMessage {
  id: string;
  name: string;
  saidAt: string;
  typed: string;
  text: string;
  leftOut: boolean;
}

export interface TalkPage {
  id: string;
  importId: string;
  kind: LineTalkKind;
  title: string;
  programme: string;
  status: 'open' | 'published' | 'left';
  checked: boolean;
  published: string | null;
  messages: TalkMessage[];
}

export async function readTalk(db: Db, id: string): Promise<TalkPage | undefined> {
  const talk = await db.selectFrom('line_talk').selectAll().where('id', '=', id).executeTakeFirst();
  if (!talk) return undefined;
  const messages = await db
    .selectFrom('line_message')
    .select(['id', 'name', 'said_at as saidAt', 'typed', 'text', 'left_out as leftOut'])
    .where('talk_id', '=', id)
    .orderBy('position')
    .execute();
  const { import_id: importId, kind, title, programme, status, checked, published } = talk;
  return {
    id,
    importId,
    kind,
    title,
    programme,
    status,
    checked: checked === 1,
    published,
    messages: messages.map((message) => ({ ...message, leftOut: message.leftOut === 1 })),
  };
}

/** The next talk that waits, after a place and else from the beginning; undefined when none is left. */
export async function nextOpenTalk(db: Db, importId: string, after: string): Promise<string | undefined> {
  const place = await db
    .selectFrom('line_talk')
    .select('position')
    .where('id', '=', after)
    .executeTakeFirst();
  const open = db
    .selectFrom('line_talk')
    .select('id')
    .where('import_id', '=', importId)
    .where('status', '=', 'open')
    .orderBy('position')
    .limit(1);
  const next =
    (await open.where('position', '>', place?.position ?? -1).executeTakeFirst()) ??
    (await open.executeTakeFirst());
  return next?.id;
}
