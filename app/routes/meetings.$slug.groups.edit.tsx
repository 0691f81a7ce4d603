import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editGroups } from '#app/domain/meetings/groups/edit-groups.server.ts';
import { facilitatorChoices } from '#app/domain/meetings/groups/facilitators.server.ts';
import { findGrouped, groupsOf } from '#app/domain/meetings/groups/read-groups.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { groupRows, readGroupRows, toDrafts } from '#app/http/group-forms.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import { unlessUnchecked } from '#app/http/unless-unchecked.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { GroupFields } from '#app/ui/meeting/group-fields.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('グループのテーマと人数');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'meeting.manage');
  const { db } = args.context;
  const slug = args.params.slug as string;
  const meeting = await findGrouped(db, slug);
  if (!meeting) return notFound();
  const choices = await facilitatorChoices(db, slug);
  return {
    slug,
    name: meetingName(meeting),
    version: meeting.version,
    rows: groupRows(await groupsOf(db, slug)),
    facilitators: choices.map(({ id, organization, familyName }) => ({
      value: id,
      label: `${organization} ${familyName}`,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'meeting.manage');
  const { db, nudge } = args.context;
  const slug = args.params.slug as string;
  const form = await readForm(args.request);
  const rows = readGroupRows(form);
  const version = Number(form.text('version'));
  const outcome = (await unlessUnchecked(
    editGroups(db, viewer, slug, toDrafts(rows), version, new Date()),
  )) ?? { ok: false as const, refusal: { code: 'unchecked' as const } };
  if (outcome.ok) {
    nudge();
    throw redirect(`/meetings/${slug}/groups?done=edited`);
  }
  const { refusal } = outcome;
  if (refusal.code === 'not-found') return notFound();
  const overtaken = refusal.code === 'changed-meanwhile';
  return data(
    { rows, overtaken, now: overtaken ? await changedRows(args, rows) : {}, ...formTrouble(refusal) },
    { status: statusOf(refusal) },
  );
}

/** What stands now in the rows that somebody else has changed, in words. */
async function changedRows({ context, params }: ActionFunctionArgs, rows: ReturnType<typeof readGroupRows>) {
  const current = groupRows(await groupsOf(context.db, params.slug as string));
  const words = ({ theme, lead, least, most }: (typeof current)[number]) =>
    `${theme || '（なし）'}${lead && `／${lead}`}（${least}–${most}名）`;
  return Object.fromEntries(
    current.flatMap((row) => {
      const typed = rows.find(({ no }) => no === row.no);
      return typed && words(typed) !== words(row) ? [[row.no, words(row)]] : [];
    }),
  ) as Record<number, string>;
}

export default function EditGroups() {
  const { slug, name, version, rows, facilitators } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const wrong: Record<string, string> = refused?.wrong ?? {};
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: name, href: `/meetings/${slug}` },
          { label: 'グループ', href: `/meetings/${slug}/groups` },
        ]}
      />
      <PageHead
        title="グループのテーマと人数"
        lead="テーマを消して保存すると、そのグループはなくなります。進行役は、自分のグループに入ります。"
      />
      {refused?.overtaken ? (
        <Notice kind="warn" title="ほかの画面で、先に直されていました">
          <p>書いたものは下に残っています。いまの内容と見くらべて、もう一度保存してください。</p>
        </Notice>
      ) : (
        refused &&
        refused.errors.length > 0 && <ErrorSummary title="まだ保存していません" errors={refused.errors} />
      )}
      <form method="post" action={`/meetings/${slug}/groups/edit`}>
        <input type="hidden" name="version" value={version} />
        <GroupFields
          rows={refused?.rows ?? rows}
          facilitators={facilitators}
          wrong={wrong}
          now={refused?.now ?? {}}
        />
        <div className="btns mt24">
          <button className="btn" type="submit">
            保存する
          </button>
          <a className="btn btn--quiet" href={`/meetings/${slug}/groups`}>
            やめる
          </a>
        </div>
      </form>
    </div>
  );
}
