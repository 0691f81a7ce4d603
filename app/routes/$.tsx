import { notFound } from '#app/http/require-member.server.ts';

/** Every path that no other route knows: the error page within the site's frame. */
export const loader = () => notFound();
export const action = () => notFound();

export default function Nowhere() {
  return null;
}
