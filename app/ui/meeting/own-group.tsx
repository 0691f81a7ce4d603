import { Notice } from '../notice.tsx';

type OwnGroupProps = { slug: string; own: { no: number; theme: string } | null };

/** On a meeting's page, for those who take part: the way to the groups, and to one's own. */
export function OwnGroup({ slug, own }: OwnGroupProps) {
  if (!own)
    return (
      <p className="mt8">
        <a href={`/meetings/${slug}/groups`}>グループ分けを見る</a>
      </p>
    );
  return (
    <Notice kind="info" title={`あなたは、グループ${own.no}です`}>
      <p>
        <a href={`/meetings/${slug}/groups/${own.no}`}>{own.theme}</a>・
        <a href={`/meetings/${slug}/groups`}>ほかのグループ</a>
      </p>
    </Notice>
  );
}
