import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadSurePage } from '#app/http/sure-page.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { SurePage } from '#app/ui/thread/sure-page.tsx';

export const handle: RouteHandle = { place: 'questions' };
export const meta: MetaFunction = () => title('報告');

export const loader = (args: LoaderFunctionArgs) => loadSurePage(args, 'report');

export default function Sure() {
  return <SurePage {...useLoaderData<typeof loader>()} />;
}
