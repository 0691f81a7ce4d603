import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findFile } from '#app/domain/files/find.server.ts';
import { hideFile, removeFile } from '#app/domain/files/remove.server.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction = () => title('資料を外す');

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'file.delete');
  const file = await findFile(args.context.db, args.params.id as string, viewer);
  if (!file?.mayDelete) return notFound();
  const { name, owner } = file;
  const mayHide = isAllowed(viewer.role, 'desk.moderate');
  return { name, title: owner.title, href: owner.href, room: owner.room, mayHide };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'file.delete');
  const { db, files, nudge } = args.context;
  const id = args.params.id as string;
  const form = await readForm(args.request);
  if (form.text('intent') === 'hide') await requireMember(args, 'desk.moderate');
  const removed =
    form.text('intent') === 'hide'
      ? await hideFile(db, viewer, id, new Date())
      : await removeFile(db, files.folder, viewer, id, new Date());
  if (!removed.ok) return notFound();
  nudge();
  return redirect(`${removed.value}#files`);
}

export default function RemoveFile() {
  const { name, title: ownerTitle, href, room, mayHide } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <Crumbs steps={[room, { label: ownerTitle, href }]} />
      <PageHead title="この資料を外しますか" lead="元にはもどせません。ほかの会員も見られなくなります。" />
      <p className="ctx">{name}</p>
      {mayHide && (
        <p className="mt16">
          いったん隠すと、だれにも見えなくなります。事務局デスクの
          <a href="/desk/anonymization/hits">「隠しているもの」</a>から、また見せられます。
        </p>
      )}
      <form method="post" className="mt24">
        <div className="btns">
          <button className="btn btn--danger" type="submit">
            外す
          </button>
          {mayHide && (
            <button className="btn btn--line" type="submit" name="intent" value="hide">
              外さずに、いったん隠す
            </button>
          )}
          <a className="btn btn--quiet" href={`${href}#files`}>
            やめる
          </a>
        </div>
      </form>
    </div>
  );
}
