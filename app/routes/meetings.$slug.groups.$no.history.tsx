import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readGroupHistory } from '#app/domain/meetings/groups/group-history.server.ts';
import { groupFor } from '#app/http/group-page.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Changes } from '#app/ui/changes.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('グループの記録の履歴');

export async function loader(args: LoaderFunctionArgs) {
  const { slug, group } = await groupFor(args);
  const steps = await readGroupHistory(args.context.db, slug, group.no);
  return { now: new Date().toISOString(), slug, group, steps };
}

export default function GroupHistory() {
  const { now, slug, group, steps } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: 'グループ', href: `/meetings/${slug}/groups` },
          { label: group.theme, href: `/meetings/${slug}/groups/${group.no}` },
        ]}
      />
      <PageHead title="グループの記録の履歴" lead="だれが、いつ、どこを書いたか。新しい順です。" />
      {steps.length === 0 && <p>まだだれも書いていません。</p>}
      {steps.map(({ version, at, author, changes }) => (
        <Section
          key={version}
          id={`version-${version}`}
          title={`${author.organization} ${author.familyName}`}
          note={<Moment at={at} now={new Date(now)} />}
        >
          <Changes changes={changes} brief />
        </Section>
      ))}
    </div>
  );
}
