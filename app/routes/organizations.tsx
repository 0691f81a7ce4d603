import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { filterOrganizations, NO_AREA } from '#app/domain/organizations/filter.ts';
import { listOrganizations } from '#app/domain/organizations/list.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Folk } from '#app/ui/home/folk.tsx';
import { OrganizationFilters } from '#app/ui/organization-filters.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'members' };
export const meta: MetaFunction = () => title('機関と会員');

const AREA_UNTOLD = '地域の登録がまだの機関';

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'organization.read');
  const { db } = args.context;
  const { searchParams } = new URL(args.request.url);
  const chosen = {
    area: searchParams.get('area') ?? '',
    kind: searchParams.get('kind') ?? '',
    programme: searchParams.get('programme') ?? '',
  };
  const all = await listOrganizations(db);
  const asChoices = (values: string[]) => [...new Set(values)].map((value) => ({ value, label: value }));
  const run = new Set(all.flatMap((organization) => organization.programmes));
  return {
    chosen,
    choices: {
      areas: [
        ...asChoices(all.flatMap(({ area }) => area ?? [])),
        ...(all.some(({ area }) => area === null) ? [{ value: NO_AREA, label: AREA_UNTOLD }] : []),
      ],
      kinds: asChoices(all.map(({ kind }) => kind)),
      programmes: (await programmes.get(db))
        .filter(({ slug }) => run.has(slug))
        .map(({ slug, name }) => ({ value: slug, label: name })),
    },
    organizations: filterOrganizations(all, chosen),
    total: { organizations: all.length, members: all.reduce((sum, { members }) => sum + members.length, 0) },
  };
}

export default function Organizations() {
  const { organizations, chosen, choices, total } = useLoaderData<typeof loader>();
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
        lead={`${total.organizations}の機関、${total.members}名の会員がいます。会員は、機関名と名字で名のります。`}
      />
      <OrganizationFilters {...choices} chosen={chosen} />
      {organizations.length === 0 && (
        <Empty icon="search" title="当てはまる機関はありません">
          条件を一つゆるめてみてください。
        </Empty>
      )}
      {members.length > 0 && (
        <Section id="members" title="会員" count={`${members.length}名`}>
          <Folk newcomers={members} />
        </Section>
      )}
      {areas.map(([area, ofArea], index) => (
        <Section key={area} id={`area-${index}`} title={area ?? AREA_UNTOLD} count={`${ofArea.length}機関`}>
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
