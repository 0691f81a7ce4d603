import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { markNoteRead } from '#app/domain/notes/note-notices.server.ts';
import {
  acceptSuggestion,
  declineSuggestion,
  mayDecide,
  readSuggestion,
} from '#app/domain/notes/suggestions.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import { unlessUnchecked } from '#app/http/unless-unchecked.server.ts';
import { REFUSAL_MESSAGE } from '#app/messages.ja.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Changes } from '#app/ui/changes.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction = () => title('ノートへの提案');

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'note.read');
  const { db } = args.context;
  const slug = args.params.slug as string;
  const suggestion = await readSuggestion(db, slug, args.params.id as string);
  if (!suggestion) return notFound();
  const now = new Date();
  await markNoteRead(db, viewer.id, suggestion.noteId, now);
  const { noteTitle, purpose, at, status, author, overtaken, changes, id } = suggestion;
  const open = status === 'open';
  return {
    slug,
    suggestion: { id, noteTitle, purpose, at, status, author, overtaken, changes: open ? changes : null },
    mayDecide: open && (await mayDecide(db, viewer, suggestion, now)),
    now: now.toISOString(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'note.write');
  const { db, nudge } = args.context;
  const { slug = '', id = '' } = args.params;
  const form = await readForm(args.request);
  const accepts = form.text('intent') === 'accept';
  const decide = accepts ? acceptSuggestion : declineSuggestion;
  const outcome = (await unlessUnchecked(decide(db, viewer, slug, id, new Date()))) ?? {
    ok: false as const,
    refusal: { code: 'unchecked' as const },
  };
  if (outcome.ok) {
    nudge();
    throw redirect(`/notes/${slug}?posted=${accepts ? 'accepted' : 'declined'}`);
  }
  const { refusal } = outcome;
  if (refusal.code === 'not-found') return notFound();
  // What the box for edits can show, it shows: findings under the rules of today, or an edition that came meanwhile.
  if (refusal.code === 'changed-meanwhile' || refusal.code === 'not-anonymous' || refusal.code === 'invalid')
    throw redirect(`/notes/${slug}/edit?suggestion=${id}`);
  return data({ message: REFUSAL_MESSAGE[refusal.code] }, { status: statusOf(refusal) });
}

export default function Suggestion() {
  const { slug, suggestion, mayDecide: decides, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { id, noteTitle, purpose, at, status, author, overtaken, changes } = suggestion;
  return (
    <>
      <Crumbs
        steps={[
          { label: 'ノート', href: '/notes' },
          { label: noteTitle, href: `/notes/${slug}` },
        ]}
      />
      <PageHead title="ノートへの提案" lead={purpose || undefined} />
      {refused && <Notice kind="error" title={refused.message} />}
      <p>
        {author.organization} {author.familyName}・<Moment at={at} now={new Date(now)} />
      </p>
      {status !== 'open' && (
        <Notice
          kind="info"
          title={status === 'accepted' ? 'この提案は、ノートに入りました' : 'この提案は、見送られました'}
        />
      )}
      {overtaken && status === 'open' && (
        <Notice kind="warn" title="提案のあとに、ノートが直されています">
          <p>いまの文章との違いを出しています。取り入れるときは、直しながら合わせます。</p>
        </Notice>
      )}
      {changes && (
        <section className="sec" aria-labelledby="changes-title">
          <div className="sec__head">
            <h2 id="changes-title">いまの文章との違い</h2>
          </div>
          <p className="changes__key">
            <del>線を引いた字</del>は消すところ、<ins>下線の字</ins>は足すところです。
          </p>
          {changes.title.length > 0 && <Changes changes={changes.title} />}
          {changes.body.length > 0 && <Changes changes={changes.body} brief />}
          {changes.tags.length > 0 && <Changes changes={changes.tags} />}
        </section>
      )}
      {decides && (
        <form method="post" className="btns mt24">
          {!overtaken && (
            <button className="btn" type="submit" name="intent" value="accept">
              取り入れて公開する
            </button>
          )}
          <a className={overtaken ? 'btn' : 'btn btn--line'} href={`/notes/${slug}/edit?suggestion=${id}`}>
            直しながら取り入れる
          </a>
          <button className="btn btn--quiet" type="submit" name="intent" value="decline">
            見送る
          </button>
        </form>
      )}
    </>
  );
}
