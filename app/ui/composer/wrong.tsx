import { Icon } from '../icon.tsx';

/** What is wrong with a field, just above it. */
export function Wrong({ id, message }: { id: string; message: string }) {
  return (
    <p className="wrong" id={id}>
      <Icon name="stop" />
      <span>{message}</span>
    </p>
  );
}
