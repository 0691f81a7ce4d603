import { Seal } from '../seal.tsx';

type GroupMembersProps = {
  members: Array<{ id: string; organization: string; familyName: string; leads: boolean }>;
};

/** Who is in a group. */
export function GroupMembers({ members }: GroupMembersProps) {
  if (members.length === 0) return <p className="small quiet">まだだれもいません。</p>;
  return (
    <ul className="members">
      {members.map(({ id, organization, familyName, leads }) => (
        <li key={id}>
          <Seal familyName={familyName} />
          <span>
            {organization} <b>{familyName}</b>
            {leads && <span className="small quiet">（進行）</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
