import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNote } from '#app/domain/notes/notes.server.ts';
import { loadAttachments } from '#app/http/attachments.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Attachments } from '#app/ui/files/attachments.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { ProgrammeLink, TagLink } from '#app/ui/label.tsx';
import { Sources } from '#app/ui/note/sources.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Section } from '#app/ui/section.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.note.title ?? 'ノート');

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'note.read');
  const note = await readNote(args.context.db, args.params.slug as string);
  if (!note) return notFound();
  return { note, attachments: await loadAttachments(args.context, `note:${note.id}`, viewer) };
}

export default function Note() {
  const { note, attachments } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs steps={[{ label: 'ノート', href: '/notes' }]} />
      <article aria-labelledby="note-title">
        <header className="ask-head">
          <h1 id="note-title">{note.title}</h1>
          <p className="q__meta">
            <ProgrammeLink programme={note.programme} />
            {note.tags.map((tag) => (
              <TagLink key={tag} tag={tag} />
            ))}
          </p>
          <div className="verify">
            <span>
              <Icon name="shield" />
              最後に確かめた日
              <b>
                <time dateTime={note.verifiedAt}>{showDate(note.verifiedAt)}</time>
              </b>
            </span>
            <span>第{note.edition}版</span>
            <span>
              受け持ち：{note.keeper.organization} {note.keeper.familyName}
            </span>
          </div>
        </header>
        <Prose html={note.html} as="note" />
        <Attachments {...attachments} />
        {note.contributors.length > 0 && (
          <Section id="contributors" title="回答した機関" count={`${note.contributors.length}機関`} narrow>
            <ul className="plainlist">
              {note.contributors.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Section>
        )}
        {note.source && (
          <Section id="sources" title="もとになった質問" narrow>
            <Sources
              sources={[
                {
                  title: note.source.title,
                  href: `/questions/${note.source.id}`,
                  note: `回答 ${note.source.answers}`,
                },
              ]}
            />
          </Section>
        )}
      </article>
    </>
  );
}
