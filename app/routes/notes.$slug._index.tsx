import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isNewcomer } from '#app/domain/notes/newcomer.server.ts';
import { markNoteRead } from '#app/domain/notes/note-notices.server.ts';
import { relatedNotes } from '#app/domain/notes/notes.server.ts';
import { foundUseful, readNote, readPublicNote } from '#app/domain/notes/read-note.server.ts';
import { currentSlug, maySet } from '#app/domain/notes/settings.server.ts';
import { openSuggestions } from '#app/domain/notes/suggestions.server.ts';
import { markUseful } from '#app/domain/notes/useful.server.ts';
import { isStale, verifyNote } from '#app/domain/notes/verify.server.ts';
import { loadAttachments } from '#app/http/attachments.server.ts';
import { leadOn } from '#app/http/find-note.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { AsideSection } from '#app/ui/aside-section.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Attachments } from '#app/ui/files/attachments.tsx';
import { ProgrammeLink, TagLink } from '#app/ui/label.tsx';
import { NoteActs } from '#app/ui/note/note-acts.tsx';
import { NotePosted } from '#app/ui/note/note-posted.tsx';
import { Sources } from '#app/ui/note/sources.tsx';
import { TableOfContents } from '#app/ui/note/table-of-contents.tsx';
import { Verified } from '#app/ui/note/verified.tsx';
import { noteAbout } from '#app/ui/note/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Section } from '#app/ui/section.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.note.title ?? 'ノート');

const RELATED = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer: findViewer } = args.context;
  const slug = args.params.slug as string;
  const now = new Date();
  if (!(await findViewer())) {
    const note = await readPublicNote(db, slug);
    // Visitors are shown the way in whether there is such a note or not.
    if (!note) {
      const now = await currentSlug(db, slug);
      if (now !== undefined && (await readPublicNote(db, now))) throw redirect(`/notes/${now}`, 301);
      throw await requireMember(args, 'note.read');
    }
    const related = await relatedNotes(db, note, RELATED, 'everyone');
    const stale = isStale(note.verifiedAt, now);
    const attachments = await loadAttachments(args.context, `note:${note.id}`, null);
    return { note, audience: note.audience, attachments, related, stale, posted: null, reader: null };
  }
  const viewer = await requireMember(args, 'note.read');
  const note = await readNote(db, slug);
  if (!note) return leadOn(db, slug);
  await markNoteRead(db, viewer.id, note.id, now);
  const keeps = note.keeper.id === viewer.id;
  return {
    note,
    audience: note.audience,
    attachments: await loadAttachments(args.context, `note:${note.id}`, viewer),
    related: await relatedNotes(db, note, RELATED),
    stale: isStale(note.verifiedAt, now),
    posted: new URL(args.request.url).searchParams.get('posted'),
    reader: {
      keeps,
      foundUseful: await foundUseful(db, note.id, viewer.id),
      suggests: !keeps && (await isNewcomer(db, viewer, now)),
      maySet: maySet(viewer, { keeperId: note.keeper.id }),
      suggestions: await openSuggestions(db, note.id),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const slug = args.params.slug as string;
  const form = await readForm(args.request);
  const viewer = await requireMember(args, 'note.read');
  const intent = form.text('intent');
  const now = new Date();
  const outcome =
    intent === 'verify'
      ? await verifyNote(db, viewer.id, slug, now)
      : await markUseful(db, viewer.id, slug, intent === 'useful', now);
  if (!outcome.ok && outcome.refusal.code === 'not-found') return notFound();
  throw redirect(`/notes/${slug}${outcome.ok && intent === 'verify' ? '?posted=verified' : '#acts'}`);
}

export default function Note() {
  const { note, attachments, related, stale, posted, reader } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs steps={[{ label: 'ノート', href: '/notes' }]} />
      {posted && <NotePosted posted={posted} />}
      <Columns
        aside={
          <>
            <TableOfContents headings={note.headings} />
            <p className="noprint">
              <button className="btn btn--line" type="button" data-print hidden>
                印刷する
              </button>
            </p>
            {related.length > 0 && (
              <AsideSection id="related" title="関係するノート">
                <PlainList
                  items={related.map((other) => ({
                    href: `/notes/${other.slug}`,
                    title: other.title,
                    note: noteAbout(other),
                  }))}
                />
              </AsideSection>
            )}
            {reader && (
              <AsideSection id="export" title="手もとに取っておく">
                <PlainList
                  items={[
                    { href: `/notes/${note.slug}/export?as=html`, title: 'HTML（印刷や共有に）' },
                    { href: `/notes/${note.slug}/export?as=md`, title: 'Markdown' },
                  ]}
                />
              </AsideSection>
            )}
          </>
        }
      >
        <article aria-labelledby="note-title">
          <header className="ask-head">
            <h1 id="note-title">{note.title}</h1>
            <p className="q__meta">
              {note.programmes.map((programme) =>
                reader ? (
                  <ProgrammeLink key={programme.slug} programme={programme} place="/notes" />
                ) : (
                  <span key={programme.slug} className="prog">
                    {programme.name}
                  </span>
                ),
              )}
              {reader && note.tags.map((tag) => <TagLink key={tag} tag={tag} place="/notes" />)}
            </p>
            <Verified
              verifiedAt={note.verifiedAt}
              edition={note.edition}
              keeper={note.keeper}
              isPublic={reader !== null && note.audience === 'everyone'}
              historyHref={reader && `/notes/${note.slug}/history`}
              editHref={reader && `/notes/${note.slug}/edit`}
              editLabel={reader?.suggests ? '直しを提案' : '直す'}
            />
            {stale && (
              <Notice kind="warn" title="1年以上、確かめられていません">
                <p>制度や窓口が変わっているかもしれません。使う前に確かめてください。</p>
              </Notice>
            )}
          </header>
          {reader && reader.suggestions.length > 0 && (
            <Section id="suggestions" title="届いている提案" count={`${reader.suggestions.length}件`} narrow>
              <PlainList
                items={reader.suggestions.map(({ id, purpose, organization, familyName }) => ({
                  href: `/notes/${note.slug}/suggestions/${id}`,
                  title: purpose || '文章の直し',
                  note: `${organization} ${familyName}`,
                }))}
              />
            </Section>
          )}
          <Prose html={note.html} as="note" />
          <Attachments {...attachments} />
          {note.contributors.length > 0 && (
            <Section id="contributors" title="書いた機関" count={`${note.contributors.length}機関`} narrow>
              <ul className="plainlist">
                {note.contributors.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </Section>
          )}
          {note.sources.length > 0 && (
            <Section id="sources" title="もとになったもの" narrow>
              <Sources
                sources={note.sources.map(({ kind, title: from, href, at, answers }) => ({
                  title: kind === 'question' ? `質問「${from}」` : from,
                  href,
                  note: kind === 'question' ? `${showDate(at)}・回答 ${answers}` : showDate(at),
                }))}
              />
            </Section>
          )}
          {reader && (
            <NoteActs
              slug={note.slug}
              useful={{ count: note.useful, mine: reader.foundUseful }}
              keeps={reader.keeps}
              settingsHref={reader.maySet ? `/notes/${note.slug}/settings` : null}
            />
          )}
        </article>
      </Columns>
    </>
  );
}
