import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findFile } from '#app/domain/files/find.server.ts';
import { removeFile } from '#app/domain/files/remove.server.ts';
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
  return { name, title: owner.title, href: owner.href };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'file.delete');
  const { db, files, nudge } = args.context;
  const removed = await removeFile(db, files.folder, viewer, args.params.id as string, new Date());
  if (!removed.ok) return notFound();
  nudge();
  return redirect(`${removed.value}#files`);
}

export default function RemoveFile() {
  const { name, title: ownerTitle, href } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: 'ノート', href: '/notes' },
          { label: ownerTitle, href },
        ]}
      />
      <PageHead title="この資料を外しますか" lead="元にはもどせません。ほかの会員も見られなくなります。" />
      <p className="ctx">{name}</p>
      <form method="post" className="mt24">
        <div className="btns">
          <button className="btn btn--danger" type="submit">
            外す
          </button>
          <a className="btn btn--quiet" href={`${href}#files`}>
            やめる
          </a>
        </div>
      </form>
    </div>
  );
}
