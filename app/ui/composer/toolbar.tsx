import { Icon } from '../icon.tsx';
import { type Edit, insertCaseTemplate, toggleAround, toggleLinePrefix } from './edits.ts';

type Change = (text: string, from: number, to: number) => Edit;

const TOOLS = [
  { label: '見出し', icon: 'heading', change: (text, from, to) => toggleLinePrefix(text, from, to, '## ') },
  { label: '太字', icon: 'bold', change: (text, from, to) => toggleAround(text, from, to, '**') },
  { label: '箇条書き', icon: 'list', change: (text, from, to) => toggleLinePrefix(text, from, to, '- ') },
  { label: '引用', icon: 'quote', change: (text, from, to) => toggleLinePrefix(text, from, to, '> ') },
] as const satisfies ReadonlyArray<{ label: string; icon: string; change: Change }>;

export function Toolbar(props: { boxId: string; withCase: boolean; onEdit(change: Change): void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a group of fields, and these are buttons
    <div className="toolbar" role="group" aria-label="書式">
      {props.withCase && (
        <button type="button" aria-controls={props.boxId} onClick={() => props.onEdit(insertCaseTemplate)}>
          <Icon name="case" />
          ケースの型
        </button>
      )}
      {TOOLS.map(({ label, icon, change }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={label}
          aria-controls={props.boxId}
          onClick={() => props.onEdit(change)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
