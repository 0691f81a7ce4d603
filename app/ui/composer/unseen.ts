import type { ComposerProps, FieldTexts } from './props.ts';
import { type Numbered, numbered } from './standing.ts';

/**
 * What the server refused and this browser does not show: the form keeps it, with its fields.
 *
 * @param shown what the boxes hold, and the findings that the browser shows in them; null while it shows none
 */
export function unseenOf(
  refusal: ComposerProps['refusal'],
  shown: { texts: FieldTexts; items: readonly Numbered[] } | null,
): Numbered[] {
  const refused = refusal ? numbered(refusal.findings, refusal.decisions) : [];
  if (shown === null) return refused;
  return refused.filter(({ group }) => {
    const stillThere = Object.values(shown.texts).some((text) => text.includes(group.text));
    return stillThere && !shown.items.some((item) => item.group.key === group.key);
  });
}
