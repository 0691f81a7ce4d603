import { Composer } from './composer.tsx';
import type { ComposerProps } from './props.ts';

/** No `<` survives, so no text of a member can end the script element. */
function toScript(props: ComposerProps): string {
  return JSON.stringify(props).replaceAll('<', '\\u003c');
}

/**
 * The composer as a page holds it: the form, and beside it the same props for `mountComposers`. Render pages with
 * `renderToString` or a stream; static markup lacks the text boundaries that hydration looks for.
 */
export function ComposerIsland(props: ComposerProps) {
  return (
    <>
      <div data-composer>
        <Composer {...props} />
      </div>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: toScript(props) }} />
    </>
  );
}
