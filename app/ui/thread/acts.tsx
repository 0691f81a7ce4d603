import type { ReactNode } from 'react';
import type { PostRef } from './permissions.ts';

/** The acts of one post: a single form in which each button says by `intent` what it does. */
export function Acts({ post, children }: { post: PostRef; children: ReactNode }) {
  return (
    <form method="post" className="acts">
      <input type="hidden" name="kind" value={post.kind} />
      <input type="hidden" name="id" value={post.id} />
      {children}
    </form>
  );
}
