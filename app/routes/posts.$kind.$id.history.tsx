import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadHistory } from '#app/http/history.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { History } from '#app/ui/thread/history.tsx';

export const handle: RouteHandle = { place: 'questions' };
export const meta: MetaFunction = () => title('履歴');

export const loader = (args: LoaderFunctionArgs) => loadHistory(args);

export default function PostHistory() {
  return <History {...useLoaderData<typeof loader>()} />;
}
