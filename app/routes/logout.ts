import { type ActionFunctionArgs, redirect } from '@remix-run/node';

export const loader = () => redirect('/');

export async function action({ request, context }: ActionFunctionArgs) {
  const id = context.sessions.readSessionCookie(request.headers.get('cookie') ?? '');
  if (id) await context.sessions.invalidateSession(id);
  context.cookies.push(context.sessions.createBlankSessionCookie().serialize());
  throw redirect('/login');
}
