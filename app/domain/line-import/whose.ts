/** Whom a name of the chat stands for: a member, somebody of an organization, or just a member (会員). */
export type Whose = { member: string } | { organization: string } | 'anybody';

/** As a form carries it. */
export const whoseValue = (whose: Whose): string =>
  whose === 'anybody'
    ? ''
    : 'member' in whose
      ? `member:${whose.member}`
      : `organization:${whose.organization}`;

/** What a form has chosen; who is not there counts as nobody in particular. */
export function readWhose(
  value: string,
  members: ReadonlySet<string>,
  organizations: ReadonlySet<string>,
): Whose {
  const [kind, id = ''] = value.split(':');
  if (kind === 'member' && members.has(id)) return { member: id };
  if (kind === 'organization' && organizations.has(id)) return { organization: id };
  return 'anybody';
}
