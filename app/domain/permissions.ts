import type { Role } from '#db/schema.ts';

/** Someone who is logged in, or a visitor. */
export type Standing = Role | 'visitor';

const MEMBERS = ['counselor', 'officer', 'facilitator', 'secretariat'] as const;
const DESK = ['secretariat'] as const;
const FACILITATORS = ['facilitator', ...DESK] as const;
const ALL = ['visitor', ...MEMBERS] as const;

/** Who may do what: the one table. What depends on whose post it is, the domain function decides in addition. */
const TABLE = {
  'public.read': ALL,
  'question.read': MEMBERS,
  'question.ask': MEMBERS,
  'question.answer': MEMBERS,
  'text.check': MEMBERS,
  'post.edit': MEMBERS,
  'post.delete': MEMBERS,
  'post.react': MEMBERS,
  'post.report': MEMBERS,
  'note.read': MEMBERS,
  'file.read': MEMBERS,
  'file.add': MEMBERS,
  'file.delete': MEMBERS,
  'note.write': MEMBERS,
  'organization.read': MEMBERS,
  'settings.change': MEMBERS,
  'notice.read': MEMBERS,
  'meeting.take-part': MEMBERS,
  /** Meetings that are announced to members only, or whose day is being found. */
  'meeting.read': MEMBERS,
  'meeting.sign-up': MEMBERS,
  'meeting.facilitate': FACILITATORS,
  'meeting.manage': DESK,
  'desk.open': DESK,
  'desk.invite': DESK,
  'desk.moderate': DESK,
  'desk.check': DESK,
  'desk.search': DESK,
  'desk.import': DESK,
} satisfies Record<string, readonly Standing[]>;

export type Action = keyof typeof TABLE;

export function isAllowed(standing: Standing, action: Action): boolean {
  return (TABLE[action] as readonly Standing[]).includes(standing);
}
