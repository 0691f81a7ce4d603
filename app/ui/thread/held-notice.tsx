import { Notice } from '../notice.tsx';
import type { Held } from './permissions.ts';

const WORDS: Record<Held, { title: string; text: string }> = {
  waiting: {
    title: 'お預かりしました。事務局が確かめています',
    text: 'いまは、書いた人と事務局だけに見えています。公開されるか、公開できずに削除されるか、決まったらお知らせに出ます。',
  },
  hidden: {
    title: '知らせがあり、いったん隠しました',
    text: 'いまは、書いた人と事務局だけに見えています。気になるところは、書いた人が直せます。事務局が公開すると、そのときの文章がみなさんに見えます。公開できないときは、削除されます。どちらになったかは、お知らせに出ます。',
  },
};

/** Above a post that the desk has still to decide on. */
export function HeldNotice({ held }: { held: Held }) {
  const { title, text } = WORDS[held];
  return (
    <Notice kind="warn" title={title}>
      <p>{text}</p>
    </Notice>
  );
}
