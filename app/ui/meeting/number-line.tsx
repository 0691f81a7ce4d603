/** 49名（35機関：…）, with the figure that matters set large. */
export function NumberLine({ figure, rest }: { figure: number; rest: string }) {
  return (
    <p className="numline">
      <b>{figure}</b>
      {rest}
    </p>
  );
}
