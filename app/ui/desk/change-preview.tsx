import type { Severity } from '#lint/rule.ts';
import { Notice } from '../notice.tsx';
import { Section } from '../section.tsx';
import { LEVEL_NAME } from './check-words.ts';

type ChangedPost = {
  href: string;
  title: string;
  /** `was` where the passage is found as before, and taken heavier or lighter. */
  passages: Array<{ rule: string; passage: string; severity: Severity; was: Severity | null }>;
};

type ChangePreviewProps = {
  /** How many posts were looked at. */
  texts: number;
  more: ChangedPost[];
  fewer: ChangedPost[];
  otherwise: ChangedPost[];
  /** Names of rules for names and numbers that would stop nobody any more. */
  silenced: string[];
  /** The change, to be sent again when it is saved. */
  fields: Array<[name: string, value: string]>;
  /** Where giving it up leads. */
  back: string;
};

const passagesIn = (posts: ChangedPost[]) => posts.reduce((sum, { passages }) => sum + passages.length, 0);

/** What a change would do to the newest posts, and the button that saves it. */
export function ChangePreview(props: ChangePreviewProps) {
  const { texts, more, fewer, otherwise, silenced, fields, back } = props;
  const [gained, lost, changed] = [passagesIn(more), passagesIn(fewer), passagesIn(otherwise)];
  const counts = [
    gained > 0 && `指摘が${gained}件ふえ`,
    lost > 0 && `${lost}件なくなり`,
    changed > 0 && `${changed}件の重さが変わり`,
  ].filter(Boolean);
  return (
    <>
      {silenced.length > 0 && (
        <Notice kind="warn" title="名前や番号のある投稿が、止まらなくなります">
          <p>
            {`「${silenced.join('」「')}」は、書かれても投稿されるようになります。変える理由とあなたの名前を、記録に残します。`}
          </p>
        </Notice>
      )}
      <p>
        {counts.length === 0
          ? `新しい投稿${texts}件で試しました。変わるところはありません。`
          : `新しい投稿${texts}件で試しました。${counts.join('、')}ます。`}
      </p>
      {more.length > 0 && <Posts id="more" title="新しく指摘するところ" count={gained} posts={more} />}
      {fewer.length > 0 && <Posts id="fewer" title="指摘しなくなるところ" count={lost} posts={fewer} />}
      {otherwise.length > 0 && (
        <Posts id="otherwise" title="重さが変わるところ" count={changed} posts={otherwise} />
      )}
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
              <small>{passages.map(wordsOf).join('、')}</small>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function wordsOf({ rule, passage, severity, was }: ChangedPost['passages'][number]): string {
  const change = was === null ? '' : `：${LEVEL_NAME[was]} → ${LEVEL_NAME[severity]}`;
  return `「${passage}」（${rule}${change}）`;
}
