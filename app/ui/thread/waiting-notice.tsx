import { Notice } from '../notice.tsx';

/** Above a post that the desk has still to let through. */
export function WaitingNotice() {
  return (
    <Notice kind="warn" title="事務局が確かめています">
      <p>いまは、書いた人と事務局だけに見えています。確かめおわると、みなさんに公開されます。</p>
    </Notice>
  );
}
