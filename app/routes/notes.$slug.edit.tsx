import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { editNote, readConflict } from '#app/domain/notes/edit-note.server.ts';
import { readEdition } from '#app/domain/notes/editions.server.ts';
import { gatherText, readGatherable } from '#app/domain/notes/gather.server.ts';
import { isNewcomer } from '#app/domain/notes/newcomer.server.ts';
import { readForEdit } from '#app/domain/notes/read-note.server.ts';
import { readSuggestion } from '#app/domain/notes/suggestions.server.ts';
import { changesBetween } from '#app/domain/text/changes.ts';
import {
  type Composed,
  type Refused,
  readComposed,
  sendComposed,
  statusOf,
} from '#app/http/compose.server.ts';
import { leadOn } from '#app/http/find-note.server.ts';
import { type PostedForm, readForm } from '#app/http/form.server.ts';
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
import { Crumbs } from '#app/ui/crumbs.tsx';
import { EditConflict } from '#app/ui/note/edit-conflict.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { Db } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'notes', composing: true };
export const meta: MetaFunction = () => title('ノートを直す');

type Note = NonNullable<Awaited<ReturnType<typeof readForEdit>>>;

interface Beginning {
  start: NoteStart;
  /** The edition that is being replaced. */
  edition: number;
  hidden: Array<[string, string]>;
}

async function composerOf(
  db: Db,
  viewer: Viewer,
  note: Note,
  { start, edition, hidden }: Beginning,
  refused?: Refused,
) {
  const suggests = note.keeperId !== viewer.id && (await isNewcomer(db, viewer, new Date()));
  const place = {
    action: `/notes/${note.slug}/edit`,
    cancelHref: `/notes/${note.slug}`,
    submit: suggests ? '提案を送る' : '直して公開する',
    help: suggests
      ? 'はじめのうちは、提案として送ります。受け持ちの方が確かめると、ノートに入ります。'
      : '前の文章は履歴に残り、いつでも元にもどせます。',
    draftKey: null,
    start,
    hidden: [['edition', String(edition)] as [string, string], ...hidden],
  };
  return { suggests, composer: await noteComposer(db, viewer, place, refused) };
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'note.write');
  const { db } = args.context;
  const note = await readForEdit(db, args.params.slug as string);
  if (!note) return leadOn(db, args.params.slug as string);
  const { searchParams } = new URL(args.request.url);
  const beginning = await beginningOf(db, note, searchParams);
  const { suggests, composer } = await composerOf(db, viewer, note, beginning);
  return { title: note.title, slug: note.slug, suggests, composer, conflict: null };
}

/** The note as it stands; an earlier edition or a suggestion of it; or with a thread gathered at its end. */
async function beginningOf(db: Db, note: Note, params: URLSearchParams): Promise<Beginning> {
  const { edition, id, title: current, body, tags, programmes, meetings } = note;
  const plain = { title: current, body, tags, programmes, meetings, purpose: '' };
  const number = Number(params.get('edition'));
  if (Number.isInteger(number) && number > 0 && number < edition) {
    const earlier = await readEdition(db, id, number);
    if (earlier)
      return {
        start: { ...earlier, meetings, purpose: `第${number}版にもどしました` },
        edition,
        hidden: [],
      };
  }
  const suggested = await readSuggestion(db, note.slug, params.get('suggestion') ?? '');
  if (suggested && suggested.status === 'open') {
    const { title: wished, body: text, tags: line, programmes: slugs, purpose } = suggested;
    const conflict = suggested.overtaken
      ? await readConflict(db, id, suggested.edition, { title: wished, body: text, tags: line })
      : undefined;
    const texts = { title: wished, body: text, tags: line, ...conflict?.merged };
    const start = { ...texts, programmes: slugs, meetings, purpose };
    return { start, edition, hidden: [['suggestion', suggested.id]] };
  }
  const gathered = readGathered(params.get('from') ?? '', params.getAll('answer'));
  const thread = gathered && (await readGatherable(db, gathered.questionId));
  if (!gathered || !thread) return { start: plain, edition, hidden: [] };
  const start = {
    ...plain,
    body: `${body}\n\n${gatherText(thread, gathered.answerIds)}`,
    purpose: '質問と回答を加えました',
  };
  return { start, edition, hidden: hiddenOfGathered(gathered) };
}

export async function action(args: ActionFunctionArgs) {
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const kept = { title: form.text('title'), body: form.text('body') };
  const viewer = await requireMember(args, 'note.write', kept);
  const slug = args.params.slug as string;
  const note = await readForEdit(db, slug);
  if (!note) return leadOn(db, slug);
  const composed = await readComposed(db, 'note', form, viewer, null);
  const begun = Number(form.text('edition'));
  const gathered = gatheredOf(form);
  const suggestionId = form.text('suggestion') || null;
  const outcome = await sendComposed(db, composed, viewer, () =>
    editNote(db, viewer, note.id, { ...composed, edition: begun, gathered, suggestionId }, new Date()),
  );
  if (outcome.ok && outcome.value) {
    nudge();
    if (outcome.value.heldId !== null) throw redirect(`/notes/held/${outcome.value.heldId}?posted=edition`);
    throw redirect(`/notes/${note.slug}?posted=${outcome.value.suggested ? 'suggestion' : 'edition'}`);
  }
  const refusal = outcome.ok ? null : outcome.refusal;
  const hidden = hiddenOf(form, gathered);
  const facts = { title: note.title, slug: note.slug };
  if (refusal?.code === 'changed-meanwhile') {
    const conflict = await readConflict(db, note.id, begun, composed);
    if (!conflict) return leadOn(db, slug);
    const merged: Composed = { ...composed, ...conflict.merged };
    const beginning = { start: startOf(merged), edition: conflict.edition, hidden };
    const page = await composerOf(db, viewer, note, beginning, { refusal, composed: merged });
    return data({ ...facts, ...page, conflict: shownConflict(conflict, composed) }, { status: 409 });
  }
  const beginning = { start: startOf(composed), edition: begun, hidden };
  const page = await composerOf(db, viewer, note, beginning, { refusal, composed });
  return data({ ...facts, ...page, conflict: null }, { status: statusOf(refusal) });
}

const startOf = ({ title: typed, body, tags, programmes, meetings, purpose }: Composed): NoteStart => ({
  title: typed,
  body,
  tags,
  programmes,
  meetings,
  purpose,
});

function hiddenOf(form: PostedForm, gathered: ReturnType<typeof gatheredOf>): Array<[string, string]> {
  const suggestion = form.text('suggestion');
  return [
    ...hiddenOfGathered(gathered),
    ...(suggestion ? [['suggestion', suggestion] as [string, string]] : []),
  ];
}

/** Both texts of a conflict as differences from what both began with. */
function shownConflict(
  { base, theirs, merged }: NonNullable<Awaited<ReturnType<typeof readConflict>>>,
  mine: { title: string; body: string },
) {
  const from = base ?? theirs;
  const changes = (text: { title: string; body: string }) => ({
    title: from.title === text.title ? [] : changesBetween(from.title, text.title),
    body: changesBetween(from.body, text.body),
  });
  return {
    author: theirs.author,
    purpose: theirs.purpose,
    theirs: changes(theirs),
    mine: changes(mine),
    conflicts: merged.conflicts,
  };
}

export default function EditNote() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { title: name, slug, suggests, composer, conflict } = refused ?? facts;
  return (
    <>
      <Crumbs
        steps={[
          { label: 'ノート', href: '/notes' },
          { label: name, href: `/notes/${slug}` },
        ]}
      />
      <PageHead title={suggests ? 'ノートの直しを提案する' : 'ノートを直す'} />
      {conflict && <EditConflict {...conflict} />}
      <ComposerIsland {...composer} />
    </>
  );
}
