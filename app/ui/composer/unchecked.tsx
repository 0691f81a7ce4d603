import { Notice } from '../notice.tsx';

/** Says why a form came back although nothing is wrong with it, and what to do. */
export function Unchecked() {
  return (
    <Notice kind="error" title="確認に時間がかかっています">
      <p>
        まだ送れていません。書いた文章は下に残っています。少し待ってから、もう一度送ってください。続くときは、文章を二つに分けると早く終わります。
      </p>
    </Notice>
  );
}
