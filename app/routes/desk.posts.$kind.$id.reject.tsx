import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadRejectPage } from '#app/http/sure-page.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { SurePage } from '#app/ui/thread/sure-page.tsx';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('公開せずに削除');

export const loader = (args: LoaderFunctionArgs) => loadRejectPage(args);

export default function Sure() {
  return <SurePage {...useLoaderData<typeof loader>()} />;
}
