/** The symbols of public/icons.svg. */
export type IconName =
  | 'bell'
  | 'bold'
  | 'bulb'
  | 'cal'
  | 'case'
  | 'clip'
  | 'clock'
  | 'desk'
  | 'done'
  | 'down'
  | 'file'
  | 'flag'
  | 'gear'
  | 'heading'
  | 'heart'
  | 'hide'
  | 'history'
  | 'home'
  | 'info'
  | 'keep'
  | 'list'
  | 'mail'
  | 'meeting'
  | 'next'
  | 'note'
  | 'open'
  | 'out'
  | 'pencil'
  | 'play'
  | 'prev'
  | 'print'
  | 'question'
  | 'quote'
  | 'same'
  | 'search'
  | 'shield'
  | 'stop'
  | 'talk'
  | 'trash'
  | 'try'
  | 'user'
  | 'users'
  | 'warn'
  | 'x';

/** Decoration: the word that tells the meaning stands beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" aria-hidden="true">
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
