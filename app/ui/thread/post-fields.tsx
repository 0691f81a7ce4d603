import type { PostRef } from './permissions.ts';

export type Intent = 'react' | 'mark-helpful' | 'delete' | 'report';

/** What every act of a thread posts to its page: intent, kind and id. */
export function PostFields({ intent, post }: { intent: Intent; post: PostRef }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="kind" value={post.kind} />
      <input type="hidden" name="id" value={post.id} />
    </>
  );
}
