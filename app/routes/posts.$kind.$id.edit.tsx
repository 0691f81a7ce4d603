import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actOnEditPage, loadEditPage } from '#app/http/edit-page.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { EditPage } from '#app/ui/edit-page.tsx';

export const handle: RouteHandle = { place: 'questions', composing: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => title(`${data?.noun ?? ''}を直す`);

export const loader = (args: LoaderFunctionArgs) => loadEditPage(args);
export const action = (args: ActionFunctionArgs) => actOnEditPage(args);

export default function Edit() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <EditPage {...facts} {...refused} />;
}
