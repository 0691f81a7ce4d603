import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type SearchResult, searchArchive } from '#app/domain/search/search.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { SearchForm } from '#app/ui/search/search-form.tsx';
import { SearchResultRow } from '#app/ui/search/search-result.tsx';

export const handle: RouteHandle = { place: 'search' };
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  title(data?.words ? `「${data.words}」の検索` : '検索');

const MOST = 30;
/** Longer words are cut: nobody types them, and a pasted page is no search. */
const LONGEST = 200;

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'question.read');
  const words = (new URL(args.request.url).searchParams.get('q') ?? '').trim().slice(0, LONGEST);
  const results: SearchResult[] =
    words === '' ? [] : await searchArchive(args.context.db, args.context.search, words, MOST);
  return { words, results, now: new Date().toISOString() };
}

export default function Search() {
  const { words, results, now } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="検索" />
      <SearchForm words={words} />
      {words !== '' && results.length > 0 && (
        <>
          <p className="small quiet mt24" role="status">
            「{words}」に近いもの {results.length}件{results.length === MOST && '（ほかにもあります）'}
          </p>
          <ol>
            {results.map((result) => (
              <SearchResultRow
                key={result.kind === 'question' ? result.question.id : result.slug}
                result={result}
                now={new Date(now)}
              />
            ))}
          </ol>
        </>
      )}
      {words !== '' && results.length === 0 && (
        <div className="mt24">
          <Empty
            icon="search"
            title={`「${words}」は見つかりませんでした`}
            act={{
              href: `/questions/new?title=${encodeURIComponent(words)}`,
              label: 'このことばで質問する',
              icon: 'pencil',
            }}
          >
            ことばを減らすか、別の言い方で探してみてください。だれもまだ聞いていないのかもしれません。
          </Empty>
        </div>
      )}
    </>
  );
}
