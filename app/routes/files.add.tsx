import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ACCEPTED } from '#app/domain/files/kinds.ts';
import { findOwner, maySeeOwner } from '#app/domain/files/owner.server.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import { takeUpload } from '#app/http/uploads.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { UploadForm } from '#app/ui/files/upload-form.tsx';
import { UploadTold } from '#app/ui/files/upload-told.tsx';
import { describeOutcome } from '#app/ui/files/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction = () => title('資料を付ける');

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'file.add');
  const { db, files } = args.context;
  const owner = await findOwner(db, new URL(args.request.url).searchParams.get('owner') ?? '');
  if (!owner || !(await maySeeOwner(db, viewer, owner))) return notFound();
  if (!isAllowed(viewer.role, owner.adding)) throw data({}, { status: 403 });
  const { key, title: name, href, room } = owner;
  return { key, name, href, room, accept: ACCEPTED, most: files.most };
}

export async function action(args: ActionFunctionArgs) {
  const { owner, outcomes } = await takeUpload(args);
  const isPlain = outcomes.every((outcome) => outcome.ok && outcome.warnings.length === 0);
  if (outcomes.length > 0 && isPlain) return redirect(`${owner.href}#files`);
  const told = outcomes.map((outcome) => describeOutcome(outcome, args.context.files.most));
  return data({ told }, { status: outcomes.every(({ ok }) => ok) && outcomes.length > 0 ? 200 : 422 });
}

export default function AddFiles() {
  const { key, name, href, room, accept, most } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>()?.told;
  return (
    <div className="narrow">
      <Crumbs steps={[room, { label: name, href }]} />
      <PageHead title="資料を付ける" />
      {told && told.length > 0 && <UploadTold told={told} />}
      {told?.length === 0 && <p className="wrong">ファイルを選んでから、押してください。</p>}
      <div className="mt24">
        <UploadForm owner={key} accept={accept} most={most} />
      </div>
      <p className="mt24">
        <a href={`${href}#files`}>「{name}」にもどる</a>
      </p>
    </div>
  );
}
