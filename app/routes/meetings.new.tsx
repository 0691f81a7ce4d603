import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { nextNumber, readBaton } from '#app/domain/meetings/baton.server.ts';
import { planMeeting } from '#app/domain/meetings/save-meeting.server.ts';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { organizationChoices } from '#app/domain/organizations/list.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { blankMeetingForm, readMeetingForm } from '#app/http/meeting-form.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { MeetingFields } from '#app/ui/meeting/meeting-fields.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('会を案内する');

const SERIES = '情報交換会';

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'meeting.manage');
  const { db } = args.context;
  const { offers } = await readBaton(db);
  return {
    blank: { ...blankMeetingForm(SERIES, await nextNumber(db, SERIES)), host: offers[0]?.id ?? '' },
    organizations: await organizationChoices(db),
    programmes: await programmes.get(db),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const typed = readMeetingForm(form);
  const viewer = await requireMember(args, 'meeting.manage', { title: typed.title, body: typed.lead });
  const outcome = await planMeeting(db, viewer, typed, NO_DECISIONS, new Date());
  if (!outcome.ok)
    return data({ typed, ...formTrouble(outcome.refusal) }, { status: statusOf(outcome.refusal) });
  nudge();
  throw redirect(`/meetings/${outcome.value}`);
}

export default function NewMeeting() {
  const { blank, organizations, programmes: fields } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '情報交換会', href: '/meetings' }]} />
      <PageHead title="会を案内する" />
      {result && <ErrorSummary title="まだ案内していません" errors={result.errors} />}
      <form method="post">
        <MeetingFields
          values={result?.typed ?? blank}
          wrong={result?.wrong ?? {}}
          organizations={organizations}
          programmes={fields}
        />
        <div className="btns mt24">
          <button className="btn" type="submit">
            この内容で案内する
          </button>
        </div>
      </form>
    </div>
  );
}
