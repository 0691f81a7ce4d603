import { Check } from '../check.tsx';
import { FieldSet, TextField } from '../field.tsx';

type PublishFormProps = {
  slug: string;
  /** the version that is shown beneath */
  version: number;
  /** the one that readers see; null while there is none */
  publishedVersion: number | null;
  audience: 'members' | 'everyone';
  correction: string;
  wrong: string | undefined;
};

/** Above the preview: who is to see it, and since when they see another version, what was corrected. */
export function PublishForm(props: PublishFormProps) {
  const { slug, version, publishedVersion, audience, correction, wrong } = props;
  const isCorrection = publishedVersion !== null && publishedVersion !== version;
  const isOut = publishedVersion === version;
  return (
    <section className="sheet noprint mt16" aria-labelledby="publish-title">
      <h2 id="publish-title">
        {isOut ? '公開しています' : isCorrection ? '直しを公開しますか' : '公開しますか'}
      </h2>
      <p className="quiet">
        {isOut
          ? 'いま読める報告は、下のとおりです。'
          : isCorrection
            ? '読む人には、まだ前の文章が見えています。直したところは、公開すると履歴に残ります。'
            : '下が、できあがりです。いまは事務局だけが見られます。'}
      </p>
      <form method="post" action={`/meetings/${slug}/report/preview`}>
        <input type="hidden" name="version" value={version} />
        <FieldSet name="audience" label="読める人">
          <Check
            type="radio"
            name="audience"
            value="everyone"
            label="だれでも"
            note="ログインしていない人も読め、検索サイトにも出ます"
            defaultChecked={audience === 'everyone'}
          />
          <Check
            type="radio"
            name="audience"
            value="members"
            label="会員だけ"
            defaultChecked={audience === 'members'}
          />
        </FieldSet>
        {isCorrection && (
          <TextField
            name="correction"
            label="何を直したか"
            help="「参加人数を直しました」のように。読む人にも見えます。"
            defaultValue={correction}
            wrong={wrong}
            required
          />
        )}
        <div className="btns mt16">
          <button className="btn" type="submit">
            {isOut ? '読める人を変える' : isCorrection ? '直しを公開する' : '公開する'}
          </button>
          <a className="btn btn--line" href={`/meetings/${slug}/report/edit`}>
            文章を直す
          </a>
          <a className="btn btn--line" href={`/meetings/${slug}/report/handouts`}>
            配った資料
          </a>
          {publishedVersion !== null && (
            <button className="btn btn--quiet" type="submit" name="intent" value="withdraw">
              公開をやめる
            </button>
          )}
        </div>
      </form>
    </section>
  );
}
