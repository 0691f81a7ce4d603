import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listOrganizations } from '#app/domain/organizations/list.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Folk } from '#app/ui/home/folk.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'members' };
export const meta: MetaFunction = () => title('機関と会員');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'organization.read');
  return { organizations: await listOrganizations(args.context.db) };
}

export default function Organizations() {
  const { organizations } = useLoaderData<typeof loader>();
  const areas = [...Map.groupBy(organizations, ({ area }) => area)].sort(
    // Where the area is not told yet comes last; the others stay as they are.
    ([a], [b]) => Number(a === null) - Number(b === null),
  );
  const members = organizations.flatMap(({ label, members: people }) =>
    people.map(({ id, familyName, introduction }) => ({
      id,
      author: { organization: label, familyName },
      introduction,
    })),
  );
  return (
    <>
      <PageHead
        title="機関と会員"
        lead={`${organizations.length}の機関、${members.length}名の会員がいます。会員は、機関名と名字で名のります。`}
      />
      <Section id="members" title="会員" count={`${members.length}名`}>
        <Folk newcomers={members} />
      </Section>
      {areas.map(([area, ofArea], index) => (
        <Section
          key={area}
          id={`area-${index}`}
          title={area ?? '地域の登録がまだの機関'}
          count={`${ofArea.length}機関`}
        >
          <ul className="plainlist">
            {ofArea.map(({ id, name, kind, members: people }) => (
              <li key={id}>
                {name}
                <small>
                  {kind}
                  {people.length > 0 && `・会員 ${people.map(({ familyName }) => familyName).join('、')}`}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
