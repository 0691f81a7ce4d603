import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { programmes } from '#app/domain/network/programmes.server.ts';
import type { Gathered } from '#app/domain/notes/draft.ts';
import { meetingsToChoose } from '#app/domain/notes/meeting-sources.server.ts';
import { tokyoDay } from '#app/ui/time.ts';
import type { Db } from '#db/schema.ts';
import { composerProps, type Refused } from './compose.server.ts';
import type { PostedForm } from './form.server.ts';

export interface NoteStart {
  title: string;
  body: string;
  tags: string;
  programmes: readonly string[];
  /** Slugs. */
  meetings: readonly string[];
  /** null for a new note */
  purpose: string | null;
}

interface NotePlace {
  action: string;
  cancelHref: string;
  submit: string;
  help: string;
  draftKey: string | null;
  start: NoteStart;
  hidden: Array<[name: string, value: string]>;
}

/** The composer of a note, new, edited or refused. */
export async function noteComposer(db: Db, viewer: Viewer, place: NotePlace, refused?: Refused) {
  const { start, action, help, submit, cancelHref, draftKey, hidden } = place;
  const chosen = refused ? refused.composed.programmes : start.programmes;
  const from = new Set(refused ? refused.composed.meetings : start.meetings);
  const purpose = refused ? refused.composed.purpose : start.purpose;
  const note = {
    programmes: (await programmes.get(db)).map((one) => ({ ...one, chosen: chosen.includes(one.slug) })),
    meetings: (await meetingsToChoose(db, tokyoDay(new Date()))).map(({ slug, title, day }) => ({
      slug,
      title,
      day: day as string,
      chosen: from.has(slug),
    })),
    purpose: start.purpose === null ? null : (purpose ?? ''),
  };
  return composerProps(
    db,
    viewer,
    {
      kind: 'note',
      questionId: null,
      action,
      labels: { body: '本文', help, submit, cancelHref },
      rows: 16,
      draftKey,
      values: { title: start.title, body: start.body, tags: start.tags },
      hidden,
      note,
    },
    refused,
  );
}

const ID = /^[a-z0-9]{12}$/;

/** The thread that a note is gathered from and the answers chosen of it, as an address or a form names them. */
export function readGathered(from: string, answers: readonly string[]): Gathered | null {
  if (!ID.test(from)) return null;
  return { questionId: from, answerIds: answers.filter((id) => ID.test(id)) };
}

export const gatheredOf = (form: PostedForm): Gathered | null =>
  readGathered(form.text('from'), form.all('answer'));

export const hiddenOfGathered = (gathered: Gathered | null): Array<[string, string]> =>
  gathered === null
    ? []
    : [['from', gathered.questionId], ...gathered.answerIds.map((id): [string, string] => ['answer', id])];
