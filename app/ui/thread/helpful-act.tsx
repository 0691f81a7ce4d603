import { Icon } from '../icon.tsx';
import type { PostRef } from './permissions.ts';
import { PostFields } from './post-fields.tsx';

/** The asker's own mark; pressing it again takes it back. */
export function HelpfulAct({ post, helpful }: { post: PostRef; helpful: boolean }) {
  return (
    <form method="post">
      <PostFields intent="mark-helpful" post={post} />
      <input type="hidden" name="on" value={helpful ? '0' : '1'} />
      <button className="act" type="submit" aria-pressed={helpful}>
        <Icon name="bulb" />
        役に立った
      </button>
    </form>
  );
}
