import { Icon } from '../icon.tsx';

/** The asker's own mark; pressing it again takes it back. */
export function HelpfulAct({ helpful }: { helpful: boolean }) {
  return (
    <button
      className="act"
      type="submit"
      name="intent"
      value={helpful ? 'helpful-off' : 'helpful'}
      aria-pressed={helpful}
    >
      <Icon name="bulb" />
      役に立った
    </button>
  );
}
