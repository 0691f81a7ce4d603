import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  figuresArePublic,
  figuresOverTime,
  publishFigures,
} from '#app/domain/meeting-figures/meeting-figures.server.ts';
import { readerOf } from '#app/domain/meetings/reader.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { BarPairs } from '#app/ui/bar-pairs.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Figure } from '#app/ui/figure.tsx';
import { AreaTable } from '#app/ui/figures/area-table.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { showEraMonth, tokyoDay } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('参加のうつりかわり');

/** For the desk; for everybody else where the desk allows it, of the meetings that they may know of. */
export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const standing = viewer?.role ?? 'visitor';
  const manages = isAllowed(standing, 'meeting.manage');
  const isPublic = await figuresArePublic(context.db);
  if (!manages && !isPublic) return notFound();
  const figures = await figuresOverTime(context.db, readerOf(standing), tokyoDay(new Date()));
  return { ...figures, manages, isPublic };
}

/** The desk shows the figures to everybody, or to itself alone. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'meeting.manage');
  const form = await readForm(args.request);
  await publishFigures(args.context.db, viewer.id, form.text('intent') === 'publish', new Date());
  throw redirect('/figures');
}

export default function Figures() {
  const { meetings, areas, recorded, recordedSince, manages, isPublic } = useLoaderData<typeof loader>();
  const never = areas.filter(({ came }) => came === 0).map(({ area }) => area);
  const faces = meetings.flatMap(({ name, day, newcomers, returners }) =>
    newcomers === null || returners === null
      ? []
      : [{ label: labelOf({ name, day }), values: [returners, newcomers] as [number, number] }],
  );
  const since = recordedSince === null ? '' : showEraMonth(recordedSince);
  return (
    <>
      <Crumbs steps={[{ label: '情報交換会', href: '/meetings' }]} />
      <PageHead title="参加のうつりかわり" lead="会ごとの参加者と機関、来た地域、はじめての人の数です。" />
      {manages && (
        <form method="post" className="btns">
          <button
            className="btn btn--line"
            type="submit"
            name="intent"
            value={isPublic ? 'withdraw' : 'publish'}
          >
            {isPublic ? '事務局だけに見せる' : 'だれにでも見せる'}
          </button>
          <span className="small quiet">
            {isPublic
              ? 'いまは、だれでも見られます。会員だけの会は、会員にだけ数えて見せます。'
              : 'いまは、事務局だけに見えます。'}
          </span>
        </form>
      )}
      {meetings.length === 0 ? (
        <Empty icon="meeting" title="まだ、終わった会がありません">
          会が終わると、参加者と機関の数をここに図で出します。
        </Empty>
      ) : (
        <Section id="meetings" title="会ごとの参加者と機関" count={`${meetings.length}回`}>
          <Figure title="参加者と機関の数" note="古い会から">
            <BarPairs
              meetings
              rowLabel="会"
              series={['参加者', '機関']}
              rows={meetings.map(({ name, day, participants, organizations }) => ({
                label: labelOf({ name, day }),
                values: [participants, organizations ?? 0],
              }))}
            />
          </Figure>
        </Section>
      )}
      {recorded > 0 && (
        <Section
          id="areas"
          title="来た地域"
          note={`だれが来たかの記録がある${recorded}回（${since}から）で数えました。全道の機関と、ネットワークにない機関は入っていません。`}
        >
          <p>
            {never.length === 0
              ? 'どの振興局からも、一度は来ています。'
              : `まだ来ていないところ：${never.join('、')}`}
          </p>
          <Figure title="振興局ごとの、一度でも来た機関" note="来た機関の数／ネットワークの機関の数">
            <AreaTable areas={areas} />
          </Figure>
        </Section>
      )}
      {faces.length > 0 && (
        <Section
          id="faces"
          title="はじめての人と、また来た人"
          note={`だれが来たかの記録がある会だけで数えました。記録のはじまった${since}の会は、くらべる会がないので入っていません。`}
        >
          <Figure title="参加者のうちわけ" note="人数">
            <BarPairs meetings rowLabel="会" series={['また来た人', 'はじめて']} rows={faces} />
          </Figure>
        </Section>
      )}
    </>
  );
}

/** Two lines. */
const labelOf = ({ name, day }: { name: string; day: string }) => `${name}\n${showEraMonth(day)}`;
