import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { decodeCursor, listQuestions } from '#app/domain/questions/list.server.ts';
import { countQuestions, topicCounts } from '#app/domain/questions/tally.server.ts';
import { keptPiece } from '#app/http/kept-piece.server.ts';
import { readQuestionFilter, topicOf, writeQuestionFilter } from '#app/http/question-filter.server.ts';
import { rowsPiece } from '#app/http/question-rows-piece.server.tsx';
import { requireMember } from '#app/http/require-member.server.ts';
import { Fragment } from '#app/page-context.tsx';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { type FilterProps, QuestionFilters } from '#app/ui/question-filters.tsx';
import { ListBar, ListTop } from '#app/ui/question-list.tsx';
import { Posted } from '#app/ui/thread/posted.tsx';

export const handle: RouteHandle = { place: 'questions' };
export const meta: MetaFunction = () => title('質問');

const PAGE = 20;

const STATES = [
  { state: null, label: 'すべて', count: 'total' },
  { state: 'open', label: '未回答', count: 'open' },
  { state: 'answered', label: '回答あり', count: 'answered' },
  { state: 'solved', label: '解決済み', count: 'solved' },
] as const;

const ORDERS = [
  { value: 'new', label: '新しい順' },
  { value: 'active', label: '動きがあった順' },
  { value: 'unanswered', label: '未回答を先に' },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'question.read');
  const { db } = args.context;
  const { searchParams } = new URL(args.request.url);
  const words = searchParams.get('q')?.trim();
  if (words) throw redirect(`/search?q=${encodeURIComponent(words)}`);
  const filter = readQuestionFilter(searchParams, viewer.id);
  const { rows, next } = await listQuestions(db, filter, decodeCursor(searchParams.get('after')), PAGE);
  const href = (change: Parameters<typeof writeQuestionFilter>[1]) => writeQuestionFilter(filter, change);
  const topic = topicOf(filter);
  const counts = topic === null ? null : await countQuestions(db, topic);
  const topics = await topicCounts.get(db);
  const isChosenTagShown = topics.tags.some(({ tag }) => tag === filter.tag);
  const filters: FilterProps = {
    words: '',
    programmes: (await programmes.get(db)).map(({ slug, name }) => ({
      value: slug,
      label: name,
      count: topics.programmes[slug] ?? 0,
      chosen: filter.programmes.includes(slug),
    })),
    tags: [
      ...(filter.tag !== null && !isChosenTagShown
        ? [{ tag: filter.tag, questions: counts?.total ?? 0 }]
        : []),
      ...topics.tags,
    ].map(({ tag, questions }) => ({ value: tag, label: tag, count: questions, chosen: tag === filter.tag })),
    mine: filter.authorId !== null,
    keep: [
      ...(filter.state ? [{ name: 'state', value: filter.state }] : []),
      ...(filter.order === 'new' ? [] : [{ name: 'order', value: filter.order }]),
    ],
  };
  args.context.fragments.set('filters', keptPiece(QuestionFilters, filters));
  args.context.fragments.set('rows', await rowsPiece(db, rows, new Date()));
  const tabs = STATES.map(({ state, label, count }) => ({
    href: href({ state }),
    label,
    count: counts?.[count],
    current: filter.state === state,
  }));
  const keep = [
    ...filter.programmes.map((value) => ({ name: 'programme', value })),
    ...(filter.tag === null ? [] : [{ name: 'tag', value: filter.tag }]),
    ...(filter.state ? [{ name: 'state', value: filter.state as string }] : []),
    ...(filter.authorId ? [{ name: 'mine', value: '1' }] : []),
  ];
  const total = counts ? (filter.state ? counts[filter.state] : counts.total) : null;
  args.context.fragments.set('top', keptPiece(ListTop, { tabs }));
  args.context.fragments.set('bar', keptPiece(ListBar, { total, order: filter.order, orders: ORDERS, keep }));
  return {
    posted: searchParams.get('posted'),
    shown: rows.length,
    filtered:
      filter.programmes.length > 0 ||
      filter.tag !== null ||
      filter.state !== null ||
      filter.authorId !== null,
    firstHref: searchParams.has('after') ? href({}) : null,
    nextHref: next ? href({ after: next }) : null,
  };
}

export default function Questions() {
  const facts = useLoaderData<typeof loader>();
  return (
    <>
      {facts.posted && <Posted posted={facts.posted} />}
      <Fragment name="top" />
      <div className="cols cols--filter">
        <Fragment name="filters" />
        <div>
          <Fragment name="bar" className="bar" />
          {facts.shown > 0 ? <Fragment as="ol" name="rows" /> : <NoQuestions filtered={facts.filtered} />}
          <Pager previousHref={facts.firstHref} nextHref={facts.nextHref} />
        </div>
      </div>
    </>
  );
}

function NoQuestions({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty
      icon="search"
      title="当てはまる質問はありません"
      act={{ href: '/questions/new', label: '質問する', icon: 'pencil' }}
    >
      条件をゆるめるか、聞いてみてください。同じことで困っている人がいます。
    </Empty>
  ) : (
    <Empty
      icon="question"
      title="まだ質問はありません"
      act={{ href: '/questions/new', label: 'はじめの質問をする', icon: 'pencil' }}
    >
      ちょっとしたことでもかまいません。聞いた人のあとに、同じことで困っている人がいます。
    </Empty>
  );
}
