import { Section } from '../section.tsx';

type ChangedPost = { href: string; title: string; passages: Array<{ rule: string; passage: string }> };

type ChangePreviewProps = {
  /** How many posts were looked at. */
  texts: number;
  more: ChangedPost[];
  fewer: ChangedPost[];
  /** The change, to be sent again when it is saved. */
  fields: Array<[name: string, value: string]>;
  /** Where giving it up leads. */
  back: string;
};

const passagesIn = (posts: ChangedPost[]) => posts.reduce((sum, { passages }) => sum + passages.length, 0);

/** What a change would do to the newest posts, and the button that saves it. */
export function ChangePreview({ texts, more, fewer, fields, back }: ChangePreviewProps) {
  const [gained, lost] = [passagesIn(more), passagesIn(fewer)];
  return (
    <>
      <p>
        {gained + lost === 0
          ? `新しい投稿${texts}件で試しました。変わるところはありません。`
          : `新しい投稿${texts}件で試しました。指摘が${gained}件ふえ、${lost}件なくなります。`}
      </p>
      {more.length > 0 && <Posts id="more" title="新しく指摘するところ" count={gained} posts={more} />}
      {fewer.length > 0 && <Posts id="fewer" title="指摘しなくなるところ" count={lost} posts={fewer} />}
      <p className="mt24">
        保存すると、これまでの投稿すべてを裏で確かめ直し、新しく見つかったところを一覧にします。投稿がひとりでに隠れることはありません。
      </p>
      <form method="post" className="mt16">
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="btns">
          <button className="btn" type="submit" name="intent" value="save">
            この内容で保存する
          </button>
          <a className="btn btn--quiet" href={back}>
            やめる
          </a>
        </div>
      </form>
    </>
  );
}

function Posts({
  id,
  title,
  count,
  posts,
}: {
  id: string;
  title: string;
  count: number;
  posts: ChangedPost[];
}) {
  return (
    <Section id={id} title={title} count={`${count}件`}>
      <ul className="plainlist">
        {posts.map(({ href, title: post, passages }) => (
          <li key={href}>
            <a href={href}>
              {post}
              <small>{passages.map(({ rule, passage }) => `「${passage}」（${rule}）`).join('、')}</small>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
