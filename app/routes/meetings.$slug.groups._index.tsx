import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readReasons } from '#app/domain/meetings/grouping/explain.ts';
import { feasibleLimits } from '#app/domain/meetings/grouping/limits.ts';
import { mayOpenGroups } from '#app/domain/meetings/groups/may-open.server.ts';
import {
  movePerson,
  proposeGroups,
  showGroups,
  unpinPerson,
} from '#app/domain/meetings/groups/place.server.ts';
import {
  findGrouped,
  groupsOf,
  type Participant,
  participantsOf,
  problemOf,
} from '#app/domain/meetings/groups/read-groups.server.ts';
import { markMeetingRead } from '#app/domain/meetings/meeting-notices.server.ts';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { GroupBoard } from '#app/ui/meeting/group-board.tsx';
import { GroupMembers } from '#app/ui/meeting/group-members.tsx';
import { brokenWords, EXPERIENCE_CHOICES, reasonWords } from '#app/ui/meeting/grouping-words.ts';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  title(data ? `グループ：${data.name}` : 'グループ');

const DONE: Record<string, string | undefined> = {
  edited: 'テーマと人数を保存しました。',
  proposed: 'グループ分けを提案しました。一人ずつの理由を添えています。',
  moved: '移しました。この人は、次に組み直しても動きません。',
  unpinned: '次に組み直すとき、この人も自動で決めます。',
  shown: '参加者に見せました。それぞれに、お知らせが届きました。',
  hidden: '参加者から見えなくしました。',
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'meeting.take-part');
  const { db } = args.context;
  const slug = args.params.slug as string;
  const meeting = await findGrouped(db, slug);
  if (!meeting || !(await mayOpenGroups(db, viewer, slug))) return notFound();
  const isDesk = viewer.role === 'secretariat';
  const shown = meeting.shownAt !== null;
  const groups = await groupsOf(db, slug);
  const people = await participantsOf(db, slug);
  if (shown) await markMeetingRead(db, viewer.id, slug, new Date());
  const programmeOf = new Map((await programmes.get(db)).map(({ slug: key, name }) => [key, name]));
  const leads = new Set(groups.flatMap(({ facilitator }) => (facilitator ? [facilitator.id] : [])));
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  const { broken } = feasibleLimits(
    groups.map(({ no, least, most }) => ({ no, min: least, max: most })),
    problemOf(meeting, groups, people).people,
  );
  const mine = people.find(({ memberId }) => memberId === viewer.id)?.group ?? null;
  return {
    slug,
    name: meetingName(meeting),
    experience: meeting.experience,
    isDesk,
    shown,
    mine: shown ? mine : null,
    done: isDesk ? (DONE[done] ?? null) : null,
    broken: isDesk && people.length > 0 ? broken.map(brokenWords) : [],
    groups: groups.map(({ facilitator, ...group }) => ({
      ...group,
      facilitator: facilitator && `${facilitator.organization} ${facilitator.familyName}`,
    })),
    people:
      isDesk || shown
        ? people.map((person) => ({
            ...shownPerson(person, isDesk, programmeOf),
            leads: leads.has(person.memberId ?? ''),
          }))
        : [],
    counts: { people: people.length, placed: people.filter(({ group }) => group !== null).length },
    summary: isDesk ? summaryOf(people) : null,
  };
}

/** Wishes and reasons are the desk's to know. */
function shownPerson(
  { id, organization, familyName, group, ...person }: Participant,
  isDesk: boolean,
  programmeOf: ReadonlyMap<string, string>,
) {
  const facts = [
    person.years === null ? '' : `経験${person.years}年`,
    programmeOf.get(person.programme ?? '') ?? '',
    person.area === null ? '' : person.area,
  ];
  return {
    id,
    organization,
    familyName,
    group,
    facts: isDesk ? facts.filter(Boolean).join('・') : '',
    wishes: isDesk ? person.wishes : [],
    pinned: isDesk && person.pinned,
    why: isDesk && group !== null ? reasonWords(readReasons(person.reasons)) : '',
  };
}

/** How many came where they wished. */
function summaryOf(people: readonly Participant[]) {
  const wishing = people.filter(({ wishes, group }) => wishes.length > 0 && group !== null);
  const ranks = wishing.map(({ wishes, group }) => wishes.indexOf(group as number) + 1);
  return {
    wishing: wishing.length,
    ranks: [1, 2, 3].map((rank) => ranks.filter((one) => one === rank).length),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'meeting.manage');
  const { db, nudge } = args.context;
  const slug = args.params.slug as string;
  const form = await readForm(args.request);
  const now = new Date();
  const person = form.text('person');
  const to = (outcome: { ok: boolean }, done: string, anchor = '') => {
    if (!outcome.ok) return notFound();
    nudge();
    throw redirect(`/meetings/${slug}/groups?done=${done}${anchor}`);
  };
  switch (form.text('intent')) {
    case 'propose': {
      const chosen = EXPERIENCE_CHOICES.find(({ value }) => value === form.text('experience'));
      if (!chosen) return notFound();
      return to(await proposeGroups(db, viewer.id, slug, chosen.value, now), 'proposed');
    }
    case 'move':
      return to(await movePerson(db, slug, person, Number(form.text('group'))), 'moved');
    case 'unpin':
      return to(await unpinPerson(db, slug, person), 'unpinned');
    case 'show':
      return to(await showGroups(db, viewer.id, slug, true, now), 'shown');
    case 'hide':
      return to(await showGroups(db, viewer.id, slug, false, now), 'hidden');
    default:
      return notFound();
  }
}

export default function Groups() {
  const facts = useLoaderData<typeof loader>();
  const { slug, name, isDesk, shown, mine, done, groups, people } = facts;
  return (
    <div className={isDesk ? undefined : 'narrow'}>
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: name, href: `/meetings/${slug}` },
        ]}
      />
      <PageHead
        title="グループ"
        lead={
          isDesk ? `申し込み${facts.counts.people}名、決まっている人${facts.counts.placed}名。` : undefined
        }
        act={
          isDesk && (
            <a className="btn btn--line" href={`/meetings/${slug}/groups/edit`}>
              テーマと人数を直す
            </a>
          )
        }
      />
      {done && <Notice kind="ok" title={done} />}
      {isDesk ? (
        <Desk {...facts} />
      ) : (
        <Shown slug={slug} shown={shown} mine={mine} groups={groups} people={people} />
      )}
    </div>
  );
}

type Facts = ReturnType<typeof useLoaderData<typeof loader>>;

function Shown({
  slug,
  shown,
  mine,
  groups,
  people,
}: Pick<Facts, 'slug' | 'shown' | 'mine' | 'groups' | 'people'>) {
  const own = groups.find(({ no }) => no === mine);
  if (!shown)
    return (
      <Empty icon="users" title="グループは、これから決まります">
        事務局が、みなさんの希望を見て組んでいます。決まると、お知らせが届きます。
      </Empty>
    );
  return (
    <>
      {own && (
        <Notice kind="info" title={`あなたは、グループ${own.no}です`}>
          <p>
            <a href={`/meetings/${slug}/groups/${own.no}`}>{own.theme}</a>
          </p>
        </Notice>
      )}
      {groups.map(({ no, theme, facilitator }) => (
        <Section
          key={no}
          id={`group-${no}`}
          title={`${no}　${theme}`}
          count={`${people.filter(({ group }) => group === no).length}名`}
          link={{ href: `/meetings/${slug}/groups/${no}`, label: 'このグループのページ' }}
          note={facilitator ? `進行：${facilitator}` : undefined}
        >
          <GroupMembers members={people.filter(({ group }) => group === no)} />
        </Section>
      ))}
    </>
  );
}

function Desk({ slug, shown, experience, groups, people, broken, counts, summary }: Facts) {
  const action = `/meetings/${slug}/groups?index`;
  if (groups.length === 0)
    return (
      <Empty
        icon="users"
        title="グループはまだありません"
        act={{ href: `/meetings/${slug}/groups/edit`, label: 'テーマを書く', icon: 'pencil' }}
      >
        テーマを書くと、申し込む人が入りたいグループを選べます。
      </Empty>
    );
  return (
    <>
      {broken.map((words) => (
        <Notice key={words} kind="warn" title={words.split('。')[0] ?? ''}>
          <p>{words.split('。').slice(1).join('。')}</p>
        </Notice>
      ))}
      <Section
        id="propose"
        title="グループ分けを提案"
        note="希望をいちばんに、人数、同じ機関の人を分けること、地域のかたより、経験の順に見て組みます。手で決めた人は動きません。"
      >
        <form method="post" action={action}>
          <input type="hidden" name="intent" value="propose" />
          <div className="half">
            <label className="field__label" htmlFor="experience">
              経験の長さ
            </label>
            <select id="experience" name="experience" defaultValue={experience}>
              {EXPERIENCE_CHOICES.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <div className="btns mt16">
            <button className={counts.placed > 0 ? 'btn btn--line' : 'btn'} type="submit">
              {counts.placed > 0 ? '残りを組み直す' : 'グループ分けを提案する'}
            </button>
            {shown && <span className="small quiet">組み直すと、参加者からはいったん見えなくなります</span>}
          </div>
        </form>
      </Section>
      <Section id="board" title="だれが、どこに" count={`${counts.placed}名`}>
        {summary && counts.placed > 0 && (
          <p className="sec__note">
            希望のある{summary.wishing}名のうち、第1希望{summary.ranks[0]}名、第2希望{summary.ranks[1]}
            名、第3希望
            {summary.ranks[2]}
            名。人を移すには、グループを選んで「移す」を押します（引いて動かすこともできます）。
          </p>
        )}
        <GroupBoard action={action} groups={groups} people={people} />
        {counts.placed > 0 && (
          <form method="post" action={action} className="btns mt24">
            {shown ? (
              <>
                <span>参加者に見えています。</span>
                <button className="btn btn--quiet" type="submit" name="intent" value="hide">
                  見えなくする
                </button>
              </>
            ) : (
              <button className="btn" type="submit" name="intent" value="show">
                参加者に見せる
              </button>
            )}
          </form>
        )}
      </Section>
    </>
  );
}
