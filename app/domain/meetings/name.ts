/** A meeting as its own papers name it. */
export type MeetingTitle = { series: string; number: number | null; title: string };

/** 第4回情報交換会, with the title where it says more. */
export function meetingName({ series, number, title }: MeetingTitle): string {
  const ordinal = number === null ? series : `第${number}回${series}`;
  if (title === ordinal || title.includes(ordinal)) return title;
  return `${number === null ? '' : `第${number}回`}「${title}」`;
}

const WEEKDAYS = '日月火水木金土';

/** 12月11日（金）13:30–16:00; without the hours where they are not set. */
export function meetingTime({
  day,
  startsAt,
  endsAt,
}: {
  day: string;
  startsAt: string | null;
  endsAt: string | null;
}): string {
  const at = new Date(`${day}T00:00:00Z`);
  const date = `${at.getUTCMonth() + 1}月${at.getUTCDate()}日（${WEEKDAYS[at.getUTCDay()]}）`;
  return startsAt === null ? date : `${date}${startsAt}${endsAt === null ? '' : `–${endsAt}`}`;
}
