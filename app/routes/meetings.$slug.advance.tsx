import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { newId } from '#app/domain/ids.server.ts';
import {
  advanceQuestions,
  askInAdvance,
  deleteQuestion,
  voteForQuestion,
  votesOf,
} from '#app/domain/meetings/advance-questions.server.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { LIMITS } from '#app/domain/posts/limits.ts';
import { KEY, statusOf } from '#app/http/compose.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { Pace } from '#app/http/pace.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Select, TextArea } from '#app/ui/field.tsx';
import { AdvanceSection } from '#app/ui/meeting/advance-section.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('事前質問');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting, viewer } = await requireMeeting(args, 'meeting.read');
  const { db } = args.context;
  return {
    meeting,
    key: newId(),
    viewerId: viewer.id,
    isDesk: isAllowed(viewer.role, 'meeting.manage'),
    questions: await advanceQuestions(db, meeting.slug),
    voted: await votesOf(db, meeting.slug, viewer.id),
  };
}

/** Times a member may ask or say what they want to hear of, in ten minutes. */
const pace = new Pace(40, 600_000);

export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const form = await readForm(args.request);
  const { meeting, viewer } = await requireMeeting(args, 'meeting.sign-up');
  if (!pace.allows(viewer.id, performance.now())) throw data({}, { status: 429 });
  const { slug } = meeting;
  const id = form.text('id');
  const group = form.text('group');
  const body = form.text('body');
  const act = async () => {
    switch (form.text('intent')) {
      case 'vote':
        return voteForQuestion(db, slug, id, viewer.id, true);
      case 'unvote':
        return voteForQuestion(db, slug, id, viewer.id, false);
      case 'delete':
        return deleteQuestion(db, slug, id, {
          memberId: viewer.id,
          isDesk: isAllowed(viewer.role, 'meeting.manage'),
        });
      default: {
        const draft = {
          body,
          groupNo: /^\d{1,2}$/.test(group) ? Number(group) : null,
          submissionKey: KEY.test(form.text('key')) ? form.text('key') : newId(),
          decisions: NO_DECISIONS,
        };
        return askInAdvance(db, viewer, slug, draft, new Date());
      }
    }
  };
  const outcome = await act();
  if (!outcome.ok)
    return data({ body, group, ...formTrouble(outcome.refusal) }, { status: statusOf(outcome.refusal) });
  throw redirect(`/meetings/${slug}#advance`);
}

export default function Advance() {
  const { meeting, key, ...view } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: meetingName(meeting), href: `/meetings/${meeting.slug}` },
        ]}
      />
      <PageHead title="事前質問" lead="会で取り上げてほしいことを、前もって書いておけます。" />
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ送っていません" errors={result.errors} />
      )}
      <form method="post">
        <input type="hidden" name="key" value={key} />
        <TextArea
          name="body"
          label="あなたの事前質問"
          help={`名前や住所がないかを、送る前に確かめます。${LIMITS.introduction}字まで。`}
          wrong={result?.wrong.body}
          defaultValue={result?.body}
          rows={4}
        />
        <Select
          name="group"
          label="どのグループへ"
          placeholder="全体へ"
          options={meeting.groups.map(({ no, theme }) => ({ value: String(no), label: `${no}　${theme}` }))}
          defaultValue={result?.group}
        />
        <button className="btn" type="submit">
          事前質問を送る
        </button>
      </form>
      <AdvanceSection slug={meeting.slug} {...view} />
    </div>
  );
}
