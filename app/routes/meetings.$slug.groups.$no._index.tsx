import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { advanceQuestions } from '#app/domain/meetings/advance-questions.server.ts';
import { readGroupText, readTextConflict } from '#app/domain/meetings/groups/group-text.server.ts';
import { GROUP_LIMITS } from '#app/domain/meetings/groups/limits.ts';
import { participantsOf } from '#app/domain/meetings/groups/read-groups.server.ts';
import { loadAttachments } from '#app/http/attachments.server.ts';
import { refusalOf, statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { groupFor } from '#app/http/group-page.server.ts';
import { takeGroupText } from '#app/http/group-text.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { REFUSAL_MESSAGE } from '#app/messages.ja.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { RefusedFindings } from '#app/ui/composer/refused-findings.tsx';
import { numbered } from '#app/ui/composer/standing.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Attachments } from '#app/ui/files/attachments.tsx';
import { AdvanceSection } from '#app/ui/meeting/advance-section.tsx';
import { GroupMembers } from '#app/ui/meeting/group-members.tsx';
import { SharedBox } from '#app/ui/meeting/shared-box.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Moment } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data: facts }) =>
  title(facts ? `グループ${facts.group.no}` : 'グループ');

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, slug, meeting, group } = await groupFor(args);
  const { db } = args.context;
  const text = await readGroupText(db, slug, group.no);
  if (!text) return notFound();
  const isDesk = viewer.role === 'secretariat';
  const leads = group.facilitator?.id === viewer.id;
  // Until the desk has shown who is where, only who leads the group may know.
  const people = isDesk || leads || meeting.shownAt !== null ? await participantsOf(db, slug) : null;
  return {
    now: new Date().toISOString(),
    slug,
    name: meetingName(meeting),
    group,
    members:
      people
        ?.filter((person) => person.group === group.no)
        .map(({ id, organization, familyName, memberId }) => ({
          id,
          organization,
          familyName,
          leads: memberId !== null && memberId === group.facilitator?.id,
        })) ?? null,
    // What was asked of all is this group's to answer, too.
    questions: (await advanceQuestions(db, slug)).filter(
      ({ groupNo }) => groupNo === null || groupNo === group.no,
    ),
    text,
    saved: new URL(args.request.url).searchParams.has('saved'),
    attachments: await loadAttachments(args.context, `meeting-group:${slug}:${group.no}`, viewer),
  };
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request);
  const { viewer, slug, group } = await groupFor(args, { body: form.text('text') });
  const { db } = args.context;
  const { sent, outcome } = await takeGroupText(args.context, viewer, slug, group.no, form);
  if (outcome.ok) throw redirect(`/meetings/${slug}/groups/${group.no}?saved=1#notes`);
  const { refusal } = outcome;
  // What others wrote meanwhile is in the box, too: the next time it is sent it is written over what stands now.
  const conflict = await readTextConflict(db, slug, group.no, sent);
  if (!conflict) return notFound({ body: sent.text });
  // It has readers all the time, so it cannot wait for the desk, as a note cannot.
  const found = refusalOf({ refusal, composed: { raw: sent.raw } });
  const isTheirs = refusal.code === 'changed-meanwhile' || conflict.conflicts > 0;
  return data(
    {
      conflict,
      isTheirs,
      found: isTheirs ? null : found,
      message: refusal.code === 'unchecked' ? REFUSAL_MESSAGE.unchecked : null,
      ...formTrouble(isTheirs ? null : refusal),
    },
    { status: statusOf(refusal) },
  );
}

export default function Group() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { slug, name, group, members, questions, text, saved, attachments } = facts;
  const here = `/meetings/${slug}/groups/${group.no}`;
  const now = new Date(facts.now);
  const found = refused?.found;
  const { written } = text;
  return (
    <>
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: name, href: `/meetings/${slug}` },
          { label: 'グループ', href: `/meetings/${slug}/groups` },
        ]}
      />
      <PageHead dateline={`グループ${group.no}`} title={group.theme} lead={group.lead || undefined} />
      {group.facilitator && (
        <p>
          進行：{group.facilitator.organization} <b>{group.facilitator.familyName}</b>
        </p>
      )}
      {members && (
        <Section id="members" title="このグループの人" count={`${members.length}名`} narrow>
          <GroupMembers members={members} />
        </Section>
      )}
      {questions.length > 0 && (
        <AdvanceSection slug={slug} questions={questions} voted={[]} viewerId={null} isDesk={false} />
      )}
      <Section id="notes" title="グループの記録" link={{ href: `${here}/history`, label: '履歴' }} narrow>
        {refused?.isTheirs && (
          <Notice kind="warn" title="同じところを、ほかの人も直していました">
            <p>
              両方の文章を、印をつけて下に並べました。残すほうを選び、【　】の行を消して、もう一度保存してください。何も失われていません。
            </p>
          </Notice>
        )}
        {refused && !refused.isTheirs && refused.errors.length > 0 && (
          <ErrorSummary
            title="まだ保存していません"
            lead="書いた文章は下に残っています。サーバーには残していません。"
            errors={refused.errors}
          />
        )}
        {saved && !refused && <Notice kind="ok" title="保存しました" />}
        <form method="post" action={`${here}?index#notes`}>
          {found && found.findings.length > 0 && (
            <RefusedFindings
              submissionKey="group-text"
              as="h3"
              items={numbered(found.findings, found.decisions)}
              decisions={found.decisions}
              unfit={found.unfit}
              noObjections
              texts={{ text: refused?.conflict.text }}
            >
              <button className="btn" type="submit">
                言い換えを当てて、保存する
              </button>
            </RefusedFindings>
          )}
          <SharedBox
            endpoint={`${here}/text`}
            text={refused?.conflict.text ?? text.text}
            version={refused?.conflict.version ?? text.version}
            base={refused?.conflict.current ?? text.text}
            limit={GROUP_LIMITS.text}
            wrong={refused?.message ?? undefined}
          />
          <div className="btns mt16">
            <button className="btn" type="submit">
              保存する
            </button>
            {written && (
              <span className="small quiet">
                さいごに書いた人：{written.organization} {written.familyName}　
                <Moment at={written.at} now={now} />
              </span>
            )}
          </div>
        </form>
      </Section>
      <Attachments {...attachments} />
    </>
  );
}
