import { ComposerIsland } from './composer/composer-island.tsx';
import type { ComposerProps } from './composer/props.ts';
import { Notice } from './notice.tsx';
import { PageHead } from './page-head.tsx';

type EditPageProps = {
  /** 質問, 回答, 返信 */
  noun: string;
  /** Somebody was faster: what stands there now is `current`. */
  changed: boolean;
  current?: string | null;
  composer: ComposerProps;
};

export function EditPage({ noun, changed, current, composer }: EditPageProps) {
  return (
    <>
      <PageHead title={`${noun}を直す`} />
      {changed && (
        <Notice kind="warn" title="ほかの画面で、先に直されていました">
          <p>いまの文章は次のとおりです。下の文章で置きかえてよければ、もう一度送ってください。</p>
          <blockquote className="ctx">{current}</blockquote>
        </Notice>
      )}
      <ComposerIsland {...composer} />
    </>
  );
}
