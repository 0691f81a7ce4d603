import { Icon } from '../icon.tsx';
import type { PostPermissions, PostRef } from './permissions.ts';

type OwnerActsProps = {
  post: PostRef;
  can: PostPermissions;
};

/** The quiet acts at the end of a post: edit, delete, report. */
export function OwnerActs({ post, can }: OwnerActsProps) {
  if (!can.canEdit && !can.canDelete && !can.canReport) return null;
  return (
    <div className="acts__rest">
      {can.canEdit && (
        <a className="act act--bare" href={`/posts/${post.kind}/${post.id}/edit`}>
          <Icon name="pencil" />
          直す
        </a>
      )}
      {can.canDelete && (
        <a className="act act--bare" href={`/posts/${post.kind}/${post.id}/delete`}>
          <Icon name="trash" />
          削除
        </a>
      )}
      {can.canReport && (
        <a className="act act--bare" href={`/posts/${post.kind}/${post.id}/report`}>
          <Icon name="flag" />
          報告
        </a>
      )}
    </div>
  );
}
