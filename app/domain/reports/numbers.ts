/** What a printed line of numbers says. */
export interface Figures {
  participants: number;
  organizations: number | null;
  /** People by side, in the order of the line; empty where it tells none. */
  sides: Array<{ name: string; people: number }>;
}

/**
 * Reads the network's line of numbers, as it was printed or typed: 49名（35機関：団体27（31）・自治体7（8）・厚労省（10））.
 *
 * @returns undefined where it does not begin with a number of people
 */
export function readNumberLine(line: string): Figures | undefined {
  const plain = line.normalize('NFKC').replace(/\s/g, '');
  const [, participants] = /^(\d{1,6})[名人]/.exec(plain) ?? [];
  if (participants === undefined) return undefined;
  const [, organizations] = /(\d{1,6})機関/.exec(plain) ?? [];
  const sides = plain.replace(/^.*?機関:?/, '').matchAll(/([^\d()・、:]+)\d*\((\d+)\)/g);
  return {
    participants: Number(participants),
    organizations: organizations === undefined ? null : Number(organizations),
    sides: [...sides].map(([, name = '', people]) => ({ name, people: Number(people) })),
  };
}
