import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  readHeldNote,
  releaseHeldNote,
  returnHeldNote,
  withdrawHeldNote,
} from '#app/domain/notes/held.server.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { DisputedWords } from '#app/ui/desk/pending-note.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { HeldNotice } from '#app/ui/thread/held-notice.tsx';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction = () => title('確かめを待っているノート');

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'note.read');
  const held = await readHeldNote(args.context.db, viewer, args.params.id as string);
  if (!held) return notFound();
  return {
    held,
    posted: new URL(args.request.url).searchParams.get('posted') ?? undefined,
    mayDecide: isAllowed(viewer.role, 'desk.moderate'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'note.write');
  const { db, nudge } = args.context;
  const id = args.params.id as string;
  const held = await readHeldNote(db, viewer, id);
  if (!held) return notFound();
  const intent = (await readForm(args.request)).text('intent');
  const now = new Date();
  if (intent === 'withdraw') {
    const outcome = await withdrawHeldNote(db, viewer.id, id, now);
    if (!outcome.ok) return notFound();
    throw redirect('/notes');
  }
  await requireMember(args, 'desk.moderate');
  const outcome =
    intent === 'return'
      ? await returnHeldNote(db, viewer.id, id, now)
      : intent === 'release' || intent === 'allow'
        ? await releaseHeldNote(db, viewer.id, id, intent === 'allow', now)
        : notFound();
  if (!outcome.ok) return notFound();
  nudge();
  throw redirect(`/desk?done=${intent === 'return' ? 'rejected' : 'released'}`);
}

export default function HeldNote() {
  const { held, posted, mayDecide } = useLoaderData<typeof loader>();
  const { isEdit, slug, title: name, author, disputed, allowable, html, mine } = held;
  return (
    <>
      <Crumbs
        steps={mayDecide ? [{ label: '事務局デスク', href: '/desk' }] : [{ label: 'ノート', href: '/notes' }]}
      />
      <div data-posted={posted}>
        <HeldNotice held="waiting" />
      </div>
      <PageHead title={name} lead={`${author.organization} ${author.familyName}`} />
      {isEdit && (
        <p>
          <a href={`/notes/${slug}`}>いまのノート</a>を直したものです。公開されるまで、ノートは前のままです。
        </p>
      )}
      <DisputedWords disputed={disputed} />
      <article className="mt24">
        <Prose html={html} as="note" />
      </article>
      {mayDecide && (
        <form method="post" className="mt24">
          {allowable && (
            <p className="small quiet" id="allow-note">
              「これからも認めて公開する」を選ぶと、だれの投稿でも、このことばを指摘しなくなります。
            </p>
          )}
          <div className="btns">
            <button className="btn btn--line" type="submit" name="intent" value="release">
              今回だけ認めて公開する
            </button>
            {allowable && (
              <button
                className="btn btn--line"
                type="submit"
                name="intent"
                value="allow"
                aria-describedby="allow-note"
              >
                これからも認めて公開する
              </button>
            )}
          </div>
          <Fold summary="公開せずに削除する">
            <p>元にはもどせません。書いた人には、公開できなかったことをお知らせします。</p>
            <button className="btn btn--danger mt16" type="submit" name="intent" value="return">
              公開せずに削除する
            </button>
          </Fold>
        </form>
      )}
      {mine && (
        <form method="post" className="mt24">
          <Fold summary="取り下げる">
            <p>書いた文章は消えます。要るところは、先に写しておいてください。</p>
            <button className="btn btn--danger mt16" type="submit" name="intent" value="withdraw">
              取り下げる
            </button>
          </Fold>
        </form>
      )}
    </>
  );
}
