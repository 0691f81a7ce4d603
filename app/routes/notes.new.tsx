import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { writeNote } from '#app/domain/notes/add-note.server.ts';
import type { Gathered } from '#app/domain/notes/draft.ts';
import { gatherText, readGatherable } from '#app/domain/notes/gather.server.ts';
import { type Refused, readComposed, sendComposed, statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import {
  gatheredOf,
  hiddenOfGathered,
  type NoteStart,
  noteComposer,
  readGathered,
} from '#app/http/note-composer.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { ComposerIsland } from '#app/ui/composer/composer-island.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { Db } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'notes', composing: true };
export const meta: MetaFunction = () => title('ノートを書く');

const DRAFT = 'note';
const BLANK: NoteStart = { title: '', body: '', tags: '', programmes: [], meetings: [], purpose: null };

function composerOf(db: Db, viewer: Viewer, start: NoteStart, gathered: Gathered | null, refused?: Refused) {
  const place = {
    action: '/notes/new',
    cancelHref: gathered ? `/questions/${gathered.questionId}` : '/notes',
    submit: 'ノートを公開する',
    help: '「## 」で始まる行が見出しになります。あとから、だれでも直せます。',
    // What was gathered must not be put behind a draft of another note.
    draftKey: gathered ? null : DRAFT,
    start,
    hidden: hiddenOfGathered(gathered),
  };
  return noteComposer(db, viewer, place, refused);
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'note.write');
  const { db } = args.context;
  const { searchParams } = new URL(args.request.url);
  const gathered = readGathered(searchParams.get('from') ?? '', searchParams.getAll('answer'));
  // The same form offers to add to a note that is there.
  const to = searchParams.get('to') ?? '';
  if (gathered && to !== '') {
    searchParams.delete('to');
    throw redirect(`/notes/${encodeURIComponent(to)}/edit?${searchParams}`);
  }
  const thread = gathered && (await readGatherable(db, gathered.questionId));
  if (!gathered || !thread) return { gathered: false, composer: await composerOf(db, viewer, BLANK, null) };
  const start = {
    title: thread.title,
    body: gatherText(thread, gathered.answerIds),
    tags: thread.tags.join(' '),
    programmes: [thread.programme],
    meetings: [],
    purpose: null,
  };
  return { gathered: true, composer: await composerOf(db, viewer, start, gathered) };
}

export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const form = await readForm(args.request);
  const kept = { title: form.text('title'), body: form.text('body') };
  const viewer = await requireMember(args, 'note.write', kept);
  const composed = await readComposed(db, 'note', form, viewer, null);
  const gathered = gatheredOf(form);
  const outcome = await sendComposed(db, composed, viewer, () =>
    writeNote(db, viewer, { ...composed, gathered }, new Date()),
  );
  if (outcome.ok && outcome.value) {
    args.context.nudge();
    const { slug, held } = outcome.value;
    throw redirect(`/notes/${held ? 'held/' : ''}${slug}?posted=${gathered ? 'gathered' : DRAFT}`);
  }
  const refusal = outcome.ok ? null : outcome.refusal;
  const composer = await composerOf(db, viewer, BLANK, gathered, { refusal, composed });
  return data({ gathered: gathered !== null, composer }, { status: statusOf(refusal) });
}

export default function NewNote() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { gathered, composer } = refused ?? facts;
  return (
    <>
      <PageHead
        title={gathered ? 'ノートにまとめる' : 'ノートを書く'}
        lead={
          gathered
            ? '質問と回答から下書きを作りました。あとから来る人が、そのまま使えるように整えてください。名前は出ず、機関の名前だけが残ります。'
            : '相談の場面で役に立ったことを、あとから来る人のために残します。機関や窓口の名前と電話番号は書けます。'
        }
      />
      <ComposerIsland {...composer} />
    </>
  );
}
