import { Icon } from '../icon.tsx';
import type { PostKind, PostPermissions, PostRef } from './permissions.ts';
import { Sure } from './sure.tsx';

type OwnerActsProps = {
  post: PostRef;
  can: PostPermissions;
};

const NOUN: Record<PostKind, string> = { question: '質問', answer: '回答', comment: '返信' };

/** The quiet acts at the end of a post: edit, print, delete, report. */
export function OwnerActs({ post, can }: OwnerActsProps) {
  if (!can.canEdit && !can.canDelete && !can.canReport) return null;
  const noun = NOUN[post.kind];
  return (
    <div className="acts__rest">
      {can.canEdit && (
        <a className="act act--bare" href={`/${post.kind}s/${post.id}/edit`}>
          <Icon name="pencil" />
          直す
        </a>
      )}
      {can.canDelete && (
        <Sure
          intent="delete"
          post={post}
          icon="trash"
          label="削除"
          question={`この${noun}を削除します。元にはもどせません。`}
          button="削除する"
        />
      )}
      {can.canReport && (
        <Sure
          intent="report"
          post={post}
          icon="flag"
          label="報告"
          question={`個人が分かりそうなことが書かれていたら、知らせてください。この${noun}はすぐに隠され、事務局が確かめます。`}
          button="隠して、事務局に知らせる"
        />
      )}
    </div>
  );
}
