import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { notFound } from '#app/http/require-member.server.ts';
import { title } from '#app/titles.ts';
import { Gallery } from '#app/ui/gallery.tsx';

export const meta: MetaFunction = () => title('部品の一覧');

/** All parts of the look in all their states, for whoever works on it; not there in production. */
export function loader({ context }: LoaderFunctionArgs) {
  return context.config.mode === 'production' ? notFound() : null;
}

export default function Parts() {
  return <Gallery />;
}
