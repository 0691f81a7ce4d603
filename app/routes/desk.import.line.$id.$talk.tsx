import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { nextOpenTalk, readTalk, type TalkPage } from '#app/domain/line-import/bench.server.ts';
import {
  joinWithNext,
  saveTalk,
  setAside,
  shown,
  splitTalk,
  type TalkDraft,
} from '#app/domain/line-import/change-talk.server.ts';
import { findInTalk, TITLE } from '#app/domain/line-import/check-talk.server.ts';
import { publishTalk } from '#app/domain/line-import/publish-talk.server.ts';
import { listProgrammes } from '#app/domain/network/programmes.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { type PostedForm, readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { TalkForm } from '#app/ui/desk/talk-form.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { Db, LineTalkKind } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('やりとりを確かめる');

const KINDS: readonly LineTalkKind[] = ['thread', 'note', 'out'];

/** What the check finds in the texts as they would be published, by the field that they stand in. */
async function findingsOf(db: Db, talk: TalkPage) {
  const texts = {
    [TITLE]: talk.title,
    ...Object.fromEntries(talk.messages.map(({ id, text }) => [id, text])),
  };
  const out = new Set(talk.messages.filter((one) => one.leftOut).map(({ id }) => id));
  const found = await findInTalk(db, shown(texts, out));
  return found.map(({ field, severity, shown: passage, message, suggestions }) => ({
    field,
    severity,
    passage,
    message,
    replacement: suggestions[0]?.replacement ?? null,
  }));
}

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.import');
  const { db } = args.context;
  const talk = await readTalk(db, args.params.talk as string);
  if (!talk || talk.importId !== args.params.id) return notFound();
  if (talk.published) throw redirect(talk.published);
  const query = new URL(args.request.url).searchParams;
  return {
    talk,
    programmes: await listProgrammes(db),
    findings: await findingsOf(db, talk),
    saved: query.has('saved'),
    refused: query.has('refused'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.import');
  const { db, nudge } = args.context;
  const talk = await readTalk(db, args.params.talk as string);
  if (!talk || talk.importId !== args.params.id) return notFound();
  const form = await readForm(args.request);
  const intent = form.text('intent');
  const bench = `/desk/import/line/${talk.importId}`;
  // Whatever the button, what was typed is kept first.
  const saved = await saveTalk(db, talk.id, await draftOf(db, form, talk), intent === 'rewrite');
  if (!saved.ok) return notFound();
  const here = `${bench}/${talk.id}`;
  if (intent === 'leave') {
    await setAside(db, talk.id, true);
    throw redirect(await onward(db, talk, bench));
  }
  if (intent === 'join') {
    const joined = await joinWithNext(db, talk.id);
    throw redirect(joined.ok ? `${here}?saved=1` : here);
  }
  const splitAt = /^split:(.+)$/.exec(intent)?.[1];
  if (splitAt !== undefined) {
    const split = await splitTalk(db, talk.id, splitAt);
    throw redirect(split.ok ? `${here}?saved=1` : here);
  }
  if (intent !== 'publish') throw redirect(`${here}?saved=1`);
  const harmless = form.text('harmless') === '1';
  const published = await publishTalk(db, viewer, talk.id, harmless, new Date());
  if (published.ok) {
    nudge();
    throw redirect(await onward(db, talk, bench));
  }
  if (published.refusal.code === 'not-found') return notFound();
  return data(formTrouble(published.refusal), { status: statusOf(published.refusal) });
}

async function draftOf(db: Db, form: PostedForm, talk: TalkPage): Promise<TalkDraft> {
  const programmes = await listProgrammes(db);
  const ids = talk.messages.map(({ id }) => id);
  const shownIds = new Set(form.all('shown'));
  return {
    kind: KINDS.find((kind) => kind === form.text('kind')) ?? talk.kind,
    title: form.text('title'),
    programme: programmes.find(({ slug }) => slug === form.text('programme'))?.slug ?? talk.programme,
    texts: Object.fromEntries(ids.filter((id) => form.raw.has(id)).map((id) => [id, form.text(id)])),
    leftOut: new Set(ids.filter((id) => !shownIds.has(id))),
  };
}

/** The next talk that waits, or the bench when none does. */
async function onward(db: Db, talk: TalkPage, bench: string): Promise<string> {
  const next = await nextOpenTalk(db, talk.importId, talk.id);
  return next ? `${bench}/${next}` : bench;
}

export default function Talk() {
  const { talk, programmes, findings, saved, refused } = useLoaderData<typeof loader>();
  const trouble = useActionData<typeof action>();
  const bench = `/desk/import/line/${talk.importId}`;
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '事務局デスク', href: '/desk' },
          { label: 'LINEのトークを取り込む', href: '/desk/import/line' },
          { label: '取り込みのとちゅう', href: bench },
        ]}
      />
      <PageHead
        title="やりとりを確かめる"
        lead="この画面は事務局にだけ見えています。「のせる」を押すと、やりとりのあった日の日付で、会員に見えるようになります。元の文は、そのとき消えます。"
      />
      {saved && findings.length === 0 && (
        <Notice kind="ok" title="保存しました">
          <p>直すところは、もうありません。</p>
        </Notice>
      )}
      {refused && findings.length > 0 && (
        <Notice kind="warn" title="まだのせていません">
          <p>下の、しるしのあるところを直してください。</p>
        </Notice>
      )}
      {trouble && trouble.errors.length > 0 && (
        <ErrorSummary
          title="まだのせていません"
          errors={trouble.errors.map(({ message }) => ({ field: 'talk', message }))}
        />
      )}
      <TalkForm talk={talk} programmes={programmes} findings={findings} />
    </div>
  );
}
