import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { newestNotes } from '#app/domain/notes/notes.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Papers } from '#app/ui/home/papers.tsx';
import { notePaper } from '#app/ui/note/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction = () => title('ノート');

const MOST = 60;

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'note.read');
  return { notes: await newestNotes(args.context.db, MOST) };
}

export default function Notes() {
  const { notes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="ノート" lead="質問と回答から分かったことを、あとから来る人のために残した記事です。" />
      {notes.length === 0 && (
        <Empty
          icon="note"
          title="まだノートはありません"
          act={{ href: '/questions?state=solved', label: '解決した質問を見る' }}
        >
          ノートを書くしくみは、準備をしているところです。それまでは、解決した質問の「その後」が手がかりになります。
        </Empty>
      )}
      {notes.length > 0 && (
        <Section id="newest" title="新しい順" count={`${notes.length}本`}>
          <Papers papers={notes.map(notePaper)} />
        </Section>
      )}
    </>
  );
}
