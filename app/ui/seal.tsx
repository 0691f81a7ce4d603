type SealProps = { familyName: string; small?: boolean };

/** The name seal (認印). Decoration: the name itself stands beside it. */
export function Seal({ familyName, small = false }: SealProps) {
  // A longer name would leave the circle; a real seal is cut with its first characters then too.
  const characters = [...familyName].slice(0, 3);
  const classes = ['seal', characters.length === 3 ? 'seal--3' : '', small ? 'seal--s' : ''];
  return (
    <span className={classes.filter(Boolean).join(' ')} aria-hidden="true">
      {characters.join('')}
    </span>
  );
}
