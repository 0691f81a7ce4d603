/** A programme with the words that speak of it. */
export interface ProgrammeWords {
  slug: string;
  name: string;
  aliases: readonly string[];
}

/** The programme whose name and other names a text uses most; the last one (その他) where it uses none. */
export function programmeOf(text: string, programmes: readonly ProgrammeWords[]): string {
  let best = { slug: programmes.at(-1)?.slug ?? '', score: 0 };
  for (const { slug, name, aliases } of programmes) {
    const score = [name, ...aliases]
      .filter((word) => word.length > 1)
      .reduce((sum, word) => sum + (text.split(word).length - 1) * word.length, 0);
    if (score > best.score) best = { slug, score };
  }
  return best.slug;
}
