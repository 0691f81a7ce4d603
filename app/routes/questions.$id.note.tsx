import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readGatherable } from '#app/domain/notes/gather.server.ts';
import { noteTitles } from '#app/domain/notes/notes.server.ts';
import { firstWords } from '#app/domain/posts/render.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Check } from '#app/ui/check.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { FieldSet, Select } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'questions' };
export const meta: MetaFunction = () => title('ノートにまとめる');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'note.write');
  const { db } = args.context;
  const thread = await readGatherable(db, args.params.id as string);
  if (!thread) return notFound();
  const anyHelpful = thread.answers.some(({ helpful }) => helpful);
  return {
    id: thread.id,
    title: thread.title,
    answers: thread.answers.map(({ id, organization, body, helpful }) => ({
      id,
      organization,
      lead: firstWords(body),
      helpful,
      // Whoever asked has said which helped; where nobody has, all may.
      chosen: helpful || !anyHelpful,
    })),
    notes: await noteTitles(db),
  };
}

export default function GatherNote() {
  const { id, title: asked, answers, notes } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs
        steps={[
          { label: '質問', href: '/questions' },
          { label: asked, href: `/questions/${id}` },
        ]}
      />
      <PageHead
        title="ノートにまとめる"
        lead="ノートに使う回答を選びます。次のページで、文章を整えてから公開します。"
      />
      <form action="/notes/new" method="get" className="narrow">
        <input type="hidden" name="from" value={id} />
        {answers.length > 0 && (
          <FieldSet name="answers" label="使う回答" help="書いた人の名前は出ず、機関の名前が残ります。">
            {answers.map(({ id: answer, organization, lead, helpful, chosen }) => (
              <Check
                key={answer}
                name="answer"
                value={answer}
                defaultChecked={chosen}
                label={helpful ? `${organization}（役に立った）` : organization}
                note={lead}
              />
            ))}
          </FieldSet>
        )}
        {notes.length > 0 && (
          <Select
            name="to"
            label="どこに"
            help="前からあるノートに、続けて加えることもできます。"
            placeholder="新しいノートにする"
            options={notes.map(({ slug, title: label }) => ({ value: slug, label: `加える：${label}` }))}
          />
        )}
        <div className="btns">
          <button className="btn" type="submit">
            下書きを作る
          </button>
          <a className="btn btn--quiet" href={`/questions/${id}`}>
            やめる
          </a>
        </div>
      </form>
    </>
  );
}
