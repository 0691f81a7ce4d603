import type { Schema } from '#db/schema.ts';

export type NoticeKind = Schema['notice']['kind'];

interface Noticed {
  kind: NoticeKind;
  anchor: string;
  at: string;
  readAt: string | null;
  questionId: string;
  title: string;
  gone: boolean;
  actor: { organization: string; familyName: string } | null;
}

/** What a member is told of one thread. */
export interface ThreadNotices {
  questionId: string;
  title: string;
  /** Nobody can open it any more. */
  gone: boolean;
  /** What happened and how often, newest first. */
  happened: Array<{ kind: NoticeKind; times: number }>;
  /** Who did it, newest first, each once. */
  actors: Array<{ organization: string; familyName: string }>;
  at: string;
  unread: boolean;
  /** Where to begin reading: the oldest that is unread, else the newest. */
  start: { kind: NoticeKind; anchor: string };
}

/**
 * Notices of the same thread together. What is unread does not mix with what was read: it would be told again.
 *
 * @param notices newest first; the threads come in the order of their newest
 */
export function byThread(notices: readonly Noticed[]): ThreadNotices[] {
  const threads = Map.groupBy(notices, ({ questionId, readAt }) => `${questionId} ${readAt === null}`);
  return [...threads.values()].map((group) => {
    const [newest] = group as [Noticed];
    const unread = newest.readAt === null;
    const kinds = Map.groupBy(group, ({ kind }) => kind);
    const actors = new Map(
      group.flatMap(({ actor }) => (actor ? [[`${actor.organization} ${actor.familyName}`, actor]] : [])),
    );
    const { kind, anchor } = unread ? (group.at(-1) as Noticed) : newest;
    return {
      questionId: newest.questionId,
      title: newest.title,
      gone: newest.gone,
      happened: [...kinds].map(([what, { length }]) => ({ kind: what, times: length })),
      actors: [...actors.values()],
      at: newest.at,
      unread,
      start: { kind, anchor },
    };
  });
}
