import type { Db, FileKind, Role } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import type { Lock } from './lock.server.ts';
import { findOwner, maySeeOwner, type Owner } from './owner.server.ts';

/** A file as a page lists it. */
export interface AttachedFile {
  id: string;
  name: string;
  kind: FileKind;
  bytes: number;
  hasPreview: boolean;
  /** What it takes to have it; null where the owner's audience says all. */
  lock: Lock | null;
  /** The beginning of what it says. */
  lead: string;
  addedAt: string;
  mayDelete: boolean;
}

const LEAD = 120;

const attachments = (db: Db) =>
  db
    .selectFrom('attachment')
    .innerJoin('stored_file', 'stored_file.hash', 'attachment.hash')
    .leftJoin('attachment_lock', 'attachment_lock.attachment_id', 'attachment.id')
    .select(({ fn, val }) => [
      'attachment.id',
      'attachment.owner',
      'attachment.name',
      'attachment.kind',
      'attachment.hash',
      'attachment.preview_hash as previewHash',
      'stored_file.bytes',
      'attachment.added_by as addedBy',
      'attachment.added_at as addedAt',
      'attachment_lock.attachment_id as lockOf',
      'attachment_lock.password_hash as passwordHash',
      'attachment_lock.last_day as lastDay',
      fn<string>('substr', ['attachment.text', val(1), val(LEAD)]).as('lead'),
    ])
    .where('attachment.id', 'not in', hiddenOf(db, 'file'));

type Viewer = { id: string; role: Role };

const lockIn = (row: { lockOf: string | null; passwordHash: string | null; lastDay: string | null }) =>
  row.lockOf === null ? null : { hasPassword: row.passwordHash !== null, lastDay: row.lastDay };

const mayDelete = (viewer: Viewer | null, addedBy: string, owner: Pick<Owner, 'keeperId'>) =>
  viewer !== null && (viewer.role === 'secretariat' || viewer.id === addedBy || viewer.id === owner.keeperId);

/** The files of an owner that this reader may see, oldest first; a visitor is null. */
export async function filesOf(db: Db, ownerKey: string, viewer: Viewer | null): Promise<AttachedFile[]> {
  const owner = await findOwner(db, ownerKey);
  if (!owner || !(await maySeeOwner(db, viewer, owner))) return [];
  const rows = await attachments(db)
    .where('attachment.owner', '=', ownerKey)
    .orderBy('attachment.added_at')
    .orderBy('attachment.id')
    .execute();
  return rows.map(({ id, name, kind, bytes, previewHash, lead, addedBy, addedAt, ...row }) => ({
    id,
    name,
    kind,
    bytes: Number(bytes),
    // What is locked shows nothing of what it says.
    hasPreview: previewHash !== null && row.lockOf === null,
    lead: row.lockOf === null ? lead.replace(/\s+/g, ' ').trim() : '',
    lock: lockIn(row),
    addedAt,
    mayDelete: mayDelete(viewer, addedBy, owner),
  }));
}

/** A file and what it belongs to; undefined where there is none, or its owner is out of sight. */
export async function findFile(db: Db, id: string, viewer: Viewer | null) {
  const row = await attachments(db).where('attachment.id', '=', id).executeTakeFirst();
  const owner = row && (await findOwner(db, row.owner));
  if (!row || !owner || !(await maySeeOwner(db, viewer, owner))) return undefined;
  return {
    ...row,
    bytes: Number(row.bytes),
    owner,
    lock: lockIn(row),
    mayDelete: mayDelete(viewer, row.addedBy, owner),
  };
}

/** What the files of an owner say, for the search; what is locked is not found by its words. */
export async function textOfFiles(db: Db, owner: string): Promise<string> {
  const rows = await db
    .selectFrom('attachment')
    .select(['name', 'text'])
    .where('owner', '=', owner)
    .where('id', 'not in', hiddenOf(db, 'file'))
    .where('id', 'not in', db.selectFrom('attachment_lock').select('attachment_id'))
    .orderBy('id')
    .execute();
  return rows.map(({ name, text }) => `${name}\n${text}`).join('\n');
}

/** Bytes of what is stored under a hash. */
export async function sizeOf(db: Db, hash: string): Promise<number> {
  const { bytes } = await db
    .selectFrom('stored_file')
    .select('bytes')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return Number(bytes);
}
