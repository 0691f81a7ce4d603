import type { ReportReason } from '#app/domain/moderation/report-reasons.ts';

/** Why a post is reported, as members choose it and the desk reads it. */
export const REPORT_REASONS: Record<ReportReason, string> = {
  named: '名前や連絡先など、個人の情報が書かれている',
  recognizable: '名前はないけれど、だれのことか分かりそう',
  other: 'そのほか、困ることが書かれている',
};
