import { addNote } from '#app/domain/notes/add-note.server.ts';
import type { Db } from '#db/schema.ts';
import { DemoTextError } from './demo-text-error.ts';
import type { DemoMembers } from './members.server.ts';
import { organizationId } from './organization-id.ts';
import { daysBefore } from './time.ts';

interface DemoNote {
  slug: string;
  title: string;
  programme: string;
  tags: string[];
  body: string;
  keeper: string;
  contributors: number[];
  daysAgo: number;
  verifiedDaysAgo: number;
  fromThread: string | null;
  editions: number;
}

export async function addNotes(
  db: Db,
  notes: DemoNote[],
  members: DemoMembers,
  threads: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  for (const note of notes) {
    const keeper = members.get(note.keeper);
    if (!keeper) throw new Error(`Demo note ${note.slug} names a member that is not there: ${note.keeper}`);
    const added = await addNote(
      db,
      keeper,
      {
        ...note,
        organizationIds: note.contributors.map(organizationId),
        programmes: [note.programme],
        sources: sourcesOf(note, threads),
        edition: note.editions,
        verifiedAt: daysBefore(now, note.verifiedDaysAgo, '10:00'),
      },
      daysBefore(now, note.daysAgo, '15:00'),
    );
    if (!added.ok) throw new DemoTextError(note.slug, added.refusal);
  }
}

function sourcesOf({ fromThread }: DemoNote, threads: ReadonlyMap<string, string>) {
  const subject = fromThread === null ? undefined : threads.get(fromThread);
  return subject === undefined ? [] : [{ kind: 'question' as const, subject }];
}
