import { Check } from '../check.tsx';
import { CopyLink } from '../desk/copy-link.tsx';
import { Section } from '../section.tsx';
import { showDate } from '../time.ts';

/** The member's own feed: its address is shown once, when it is made. */
export function FeedForm({
  feed,
  links,
}: {
  feed: { madeAt: string; withText: boolean } | null;
  /** The addresses that were made just now. */
  links: { atom: string; rss: string } | null;
}) {
  return (
    <Section
      id="feed"
      title="新着を読むためのリンク（RSS・Atom）"
      note="フィードリーダーやOutlookに入れると、新しいノートと、回答のあった質問の題名が届きます。"
    >
      {links && (
        <>
          <p>リンクを作りました。今だけ表示します。あなた専用なので、ほかの人には渡さないでください。</p>
          <CopyLink label="Atom" href={links.atom} />
          <CopyLink label="RSS" href={links.rss} />
        </>
      )}
      {feed && !links && (
        <p>
          {showDate(feed.madeAt)}に作ったリンクが使えます（{feed.withText ? '本文も載ります' : '題名だけ'}
          ）。分からなくなったら、作りなおしてください。
        </p>
      )}
      <form method="post" action="/settings#feed">
        <Check
          name="withText"
          value="1"
          label="本文も載せる"
          note="質問とノートの文章が、フィードリーダーに残ります。"
          defaultChecked={feed?.withText ?? false}
        />
        <div className="btns mt16">
          <button className="btn btn--line" type="submit" name="intent" value="feed">
            {feed ? '作りなおす（前のリンクは使えなくなります）' : 'リンクを作る'}
          </button>
          {feed && (
            <button className="btn btn--quiet" type="submit" name="intent" value="feed-end">
              使えなくする
            </button>
          )}
        </div>
      </form>
    </Section>
  );
}
