import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { onlineAddress } from '#app/domain/meetings/entry.server.ts';
import { formOf, MEETING_FIELDS } from '#app/domain/meetings/meeting-form.ts';
import { editMeeting } from '#app/domain/meetings/save-meeting.server.ts';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { organizationChoices } from '#app/domain/organizations/list.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { mergeForms, readMeetingForm } from '#app/http/meeting-form.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Changes } from '#app/ui/changes.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FIELD_NAMES, MeetingFields } from '#app/ui/meeting/meeting-fields.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('会の案内を直す');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  const { db } = args.context;
  return {
    slug: meeting.slug,
    name: meetingName(meeting),
    version: meeting.version,
    current: formOf(meeting, await onlineAddress(db, meeting.slug)),
    organizations: await organizationChoices(db),
    programmes: await programmes.get(db),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const { meeting, viewer } = await requireMeeting(args, 'meeting.manage');
  const { slug } = meeting;
  const typed = readMeetingForm(form);
  const begun = readMeetingForm(form, 'begun-');
  const version = Number(form.text('version'));
  const outcome = await editMeeting(db, viewer, slug, version, typed, NO_DECISIONS, new Date());
  if (outcome.ok) {
    nudge();
    throw redirect(`/meetings/${slug}`);
  }
  const { refusal } = outcome;
  if (refusal.code !== 'changed-meanwhile')
    return data(
      { typed, begun, version, changed: null, conflicts: 0, ...formTrouble(refusal) },
      { status: statusOf(refusal) },
    );
  // The meeting may have changed once more since it was found above.
  const { meeting: now } = await requireMeeting(args, 'meeting.manage');
  const theirs = formOf(now, await onlineAddress(db, slug));
  const { merged, changed, conflicts } = mergeForms(begun, theirs, typed);
  return data(
    { typed: merged, begun: theirs, version: now.version, changed, conflicts, ...formTrouble(null) },
    { status: 409 },
  );
}

export default function EditMeeting() {
  const { slug, name, version, current, organizations, programmes: fields } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const begun = result?.begun ?? current;
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: name, href: `/meetings/${slug}` },
        ]}
      />
      <PageHead title="会の案内を直す" />
      {result?.changed && (
        <Notice kind="warn" title="書いているあいだに、ほかの人が先に直しました">
          <p>
            まだ保存していません。どちらの直しも消えていません。
            {result.conflicts > 0
              ? '同じところを直しているので、下の欄を確かめてから、もう一度保存してください。'
              : '下の欄に両方を入れました。よければ、もう一度保存してください。'}
          </p>
          <dl className="facts">
            {result.changed.map(({ field, changes }) => (
              <div key={field}>
                <dt>{FIELD_NAMES[field]}</dt>
                <dd>
                  <Changes changes={changes} />
                </dd>
              </div>
            ))}
          </dl>
        </Notice>
      )}
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ保存していません" errors={result.errors} />
      )}
      <form method="post">
        <input type="hidden" name="version" value={result?.version ?? version} />
        {MEETING_FIELDS.map((field) => (
          <input key={field} type="hidden" name={`begun-${field}`} value={begun[field]} />
        ))}
        <MeetingFields
          values={result?.typed ?? current}
          wrong={result?.wrong ?? {}}
          organizations={organizations}
          programmes={fields}
        />
        <div className="btns mt24">
          <button className="btn" type="submit">
            保存する
          </button>
          <a className="btn btn--quiet" href={`/meetings/${slug}/manage`}>
            やめる
          </a>
        </div>
        <p className="small quiet mt8">日時か場所を変えると、申し込んだ方にメールで知らせます。</p>
      </form>
    </div>
  );
}
