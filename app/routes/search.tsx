import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type Programme, programmes } from '#app/domain/network/programmes.server.ts';
import { listAreas } from '#app/domain/organizations/list.server.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { topicCounts } from '#app/domain/questions/tally.server.ts';
import {
  type ArchiveQuery,
  PERIODS,
  type Period,
  RESULTS_PER_PAGE,
  type ResultKind,
} from '#app/domain/search/query.ts';
import { kindsFor, type SearchPage, searchArchive } from '#app/domain/search/search.server.ts';
import { Pace } from '#app/http/pace.server.ts';
import { readSearch, writeSearch } from '#app/http/search-filter.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { type Chip, Chips } from '#app/ui/chips.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { SearchBar } from '#app/ui/search/search-bar.tsx';
import { SearchFilters, type SearchFiltersProps } from '#app/ui/search/search-filters.tsx';
import { SearchForm } from '#app/ui/search/search-form.tsx';
import { SearchResultRow } from '#app/ui/search/search-result.tsx';
import { SearchStart } from '#app/ui/search/search-start.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import type { Db } from '#db/schema.ts';
import { MOST_FOUND } from '#search/port.ts';

export const handle: RouteHandle = { place: 'search' };
export const meta: MetaFunction<typeof loader> = ({ data: facts }) =>
  title(facts?.words ? `「${facts.words}」の検索` : '検索');

/** Searches of one address in a minute by whoever is not logged in. */
const pace = new Pace(60, 60_000);

const KINDS: Record<ResultKind, string> = {
  question: '質問',
  note: 'ノート',
  report: '報告',
  organization: '機関',
};
const PERIOD_NAMES: Record<Period, string> = {
  month: '1か月以内',
  'half-year': '半年以内',
  year: '1年以内',
  'three-years': '3年以内',
};
const ORDERS = [
  { value: 'relevance', label: '関連度順' },
  { value: 'newest', label: '新しい順' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context;
  const reader = (await context.viewer())?.role ?? 'visitor';
  const now = new Date();
  const query = readSearch(new URL(request.url).searchParams);
  const known = await programmes.get(db);
  const facts = {
    words: query.words,
    kind: query.kind,
    now: now.toISOString(),
    isMember: reader !== 'visitor',
    mayAsk: isAllowed(reader, 'question.ask'),
  };
  if (query.words === '') return { ...facts, start: await startOf(db, known), found: null };
  if (reader === 'visitor' && !pace.allows(context.address, performance.now()))
    throw data({}, { status: 429 });
  const page = await searchArchive(db, context.search, reader, query, now);
  // A visitor has one kind of results, which needs no tabs.
  const tabs = kindsFor(reader).length > 1 ? tabsOf(query, page) : [];
  return {
    ...facts,
    start: null,
    found: {
      ...page,
      tabs,
      chips: chipsOf(query, known),
      filters: await filtersOf(db, query, known),
      order: query.order,
      // The index counts so far.
      isMore: page.total >= MOST_FOUND,
      suggestion: page.suggestion && {
        words: page.suggestion,
        href: writeSearch(query, { words: page.suggestion }),
      },
      firstHref: writeSearch(query, { kind: null, ...NO_CONDITIONS }),
      previousHref: query.page > 1 ? writeSearch(query, { page: query.page - 1 }) : null,
      nextHref:
        query.page * RESULTS_PER_PAGE < page.total && page.results.length > 0
          ? writeSearch(query, { page: query.page + 1 })
          : null,
      from: (query.page - 1) * RESULTS_PER_PAGE,
    },
  };
}

const NO_CONDITIONS = { programmes: [], area: null, period: null, solved: false };

async function startOf(db: Db, known: readonly Programme[]) {
  const { tags, programmes: counts } = await topicCounts.get(db);
  return {
    tags: tags.map(({ tag }) => ({ label: tag, href: `/search?q=${encodeURIComponent(tag)}` })),
    programmes: known.flatMap(({ slug, name }) => {
      const count = counts[slug] ?? 0;
      return count > 0 ? [{ label: name, href: `/questions?programme=${slug}`, count }] : [];
    }),
  };
}

function tabsOf(query: ArchiveQuery, { counts }: SearchPage) {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return [
    { label: 'すべて', href: writeSearch(query, { kind: null }), count: all, current: query.kind === null },
    ...counts.map(({ kind, count }) => ({
      label: KINDS[kind],
      href: writeSearch(query, { kind }),
      count,
      current: query.kind === kind,
    })),
  ];
}

function chipsOf(query: ArchiveQuery, known: readonly Programme[]): Chip[] {
  const { programmes: chosen, area, period, solved } = query;
  return [
    ...known
      .filter(({ slug }) => chosen.includes(slug))
      .map(({ slug, name }) => ({
        label: name,
        href: writeSearch(query, { programmes: chosen.filter((one) => one !== slug) }),
      })),
    ...(area === null ? [] : [{ label: area, href: writeSearch(query, { area: null }) }]),
    ...(period ? [{ label: PERIOD_NAMES[period], href: writeSearch(query, { period: null }) }] : []),
    ...(solved ? [{ label: '解決済み', href: writeSearch(query, { solved: false }) }] : []),
  ];
}

async function filtersOf(
  db: Db,
  query: ArchiveQuery,
  known: readonly Programme[],
): Promise<SearchFiltersProps> {
  return {
    programmes: known.map(({ slug, name }) => ({
      value: slug,
      label: name,
      chosen: query.programmes.includes(slug),
    })),
    areas: (await listAreas(db)).map((area) => ({ value: area, label: area })),
    area: query.area ?? '',
    periods: (Object.keys(PERIODS) as Period[]).map((value) => ({ value, label: PERIOD_NAMES[value] })),
    period: query.period ?? '',
    solved: query.kind === null || query.kind === 'question' ? query.solved : null,
    clearHref: writeSearch(query, NO_CONDITIONS),
  };
}

export default function Search() {
  const { words, kind, isMember, mayAsk, start, found, now } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="検索" />
      <SearchForm
        words={words}
        kind={kind}
        help={
          isMember
            ? '質問・回答・ノート・報告・機関の中から探します。略語でも見つかります。'
            : '公開している開催報告の中から探します。質問やノートは、ログインすると探せます。'
        }
      />
      {start && isMember && <SearchStart {...start} />}
      {found && <Found words={words} found={found} mayAsk={mayAsk} now={new Date(now)} />}
    </>
  );
}

type FoundFacts = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['found']>;

function Found({
  words,
  found,
  mayAsk,
  now,
}: {
  words: string;
  found: FoundFacts;
  mayAsk: boolean;
  now: Date;
}) {
  const { results, total, from, suggestion, chips } = found;
  return (
    <>
      {found.fromStandIn && (
        <div className="mt16">
          <Notice kind="info" title="いまは、予備の検索でお答えしています。">
            検索のしくみにつながらないためです。いつもと同じように探せます。
          </Notice>
        </div>
      )}
      {suggestion && (
        <p className="mt16">
          もしかして：
          <a href={suggestion.href}>{suggestion.words}</a>
        </p>
      )}
      {found.tabs.length > 0 && <Tabs label="種類で分ける" tabs={found.tabs} />}
      <div className="cols cols--filter">
        <SearchFilters {...found.filters} />
        <div>
          {chips.length > 0 && (
            <div className="mb">
              <Chips chips={chips} />
            </div>
          )}
          {results.length > 0 ? (
            <>
              <SearchBar total={total} isMore={found.isMore} order={found.order} orders={ORDERS} />
              <ol data-results>
                {results.map((result) => (
                  <SearchResultRow key={keyOf(result)} result={result} now={now} />
                ))}
              </ol>
            </>
          ) : (
            <Nothing
              words={words}
              narrowed={chips.length > 0 ? found.filters.clearHref : null}
              mayAsk={mayAsk}
            />
          )}
          <Pager
            previousHref={found.previousHref}
            nextHref={found.nextHref}
            label={`${total}件のうち ${from + 1}–${from + results.length}件`}
          />
        </div>
      </div>
    </>
  );
}

function keyOf(result: FoundFacts['results'][number]): string {
  if (result.kind === 'question') return `question:${result.question.id}`;
  return result.kind === 'organization' ? `organization:${result.id}` : `${result.kind}:${result.slug}`;
}

/** What to do when nothing was found: take the conditions off, or ask. */
function Nothing({ words, narrowed, mayAsk }: { words: string; narrowed: string | null; mayAsk: boolean }) {
  return (
    <div className="mt24">
      <Empty
        icon="search"
        title={`「${words}」は見つかりませんでした`}
        act={
          mayAsk
            ? {
                href: `/questions/new?title=${encodeURIComponent(words)}`,
                label: 'このことばで質問する',
                icon: 'pencil',
              }
            : undefined
        }
      >
        {narrowed ? (
          <>
            <a href={narrowed}>条件を外して探す</a>と、見つかるかもしれません。
          </>
        ) : (
          'ことばを減らすか、別の言い方で探してみてください。'
        )}
        {mayAsk && 'だれもまだ聞いていないのかもしれません。'}
      </Empty>
    </div>
  );
}
