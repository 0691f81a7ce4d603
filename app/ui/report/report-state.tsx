import { Mark } from '../mark.tsx';
import { dayOf, type Instant } from '../time.ts';

type ReportStateProps = {
  slug: string;
  audience: 'members' | 'everyone';
  publishedAt: Instant | null;
  correctedAt: Instant | null;
  now: Date;
};

/** 開催報告　10月6日に公開・だれでも読めます, and since when it says what it says. */
export function ReportState({ slug, audience, publishedAt, correctedAt, now }: ReportStateProps) {
  return (
    <>
      <Mark kind="plain" icon="file">
        開催報告
      </Mark>
      {publishedAt && (
        <span>
          {dayOf(publishedAt, now)}に公開・{audience === 'everyone' ? 'だれでも読めます' : '会員が読めます'}
        </span>
      )}
      {correctedAt && <a href={`/meetings/${slug}/report/history`}>{dayOf(correctedAt, now)}に直しました</a>}
    </>
  );
}
