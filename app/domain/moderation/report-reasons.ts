/** Why a member reports a post. A choice and no words: words would name whom the post names. */
export const REPORT_REASONS = ['named', 'recognizable', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
