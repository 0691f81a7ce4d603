import type { Author } from '../author.ts';
import { Section } from '../section.tsx';
import { GroupList } from './group-list.tsx';

type GroupsSectionProps = {
  groups: Array<{ no: number; theme: string; lead: string }>;
  /** what members see besides */
  wished: Array<{ no: number; facilitator: Author | null; wishes: number }>;
  /** wishes say nothing any more */
  past: boolean;
};

/** The groups by their themes; what was said in each stands in the report. */
export function GroupsSection({ groups, wished, past }: GroupsSectionProps) {
  if (groups.length === 0) return null;
  const isWished = !past && wished.some(({ wishes }) => wishes > 0);
  return (
    <Section id="groups" title="グループ" count={`${groups.length}つ`}>
      <GroupList
        groups={groups.map(({ no, theme, lead }) => {
          const more = wished.find((group) => group.no === no);
          return {
            no,
            theme,
            text: lead || undefined,
            facilitator: more?.facilitator ?? null,
            wishes: isWished ? more?.wishes : undefined,
          };
        })}
      />
    </Section>
  );
}
