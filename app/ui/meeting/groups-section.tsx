import { Section } from '../section.tsx';
import { GroupList } from './group-list.tsx';

type GroupsSectionProps = { groups: Array<{ no: number; theme: string; lead: string }> };

/** The groups by their themes. */
export function GroupsSection({ groups }: GroupsSectionProps) {
  if (groups.length === 0) return null;
  return (
    <Section id="groups" title="グループ" count={`${groups.length}つ`}>
      <GroupList
        groups={groups.map(({ no, theme, lead }) => ({
          no,
          theme,
          text: lead || undefined,
          facilitator: null,
        }))}
      />
    </Section>
  );
}
