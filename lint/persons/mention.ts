/** A name of a person in a text; offsets in UTF-16 code units of the normalized text. */
export interface PersonMention {
  start: number;
  end: number;
  /** End with the honorific. */
  shownEnd: number;
  /** 3: an honorific or a label says so; 2: kinship or a full name; 1: its shape alone. */
  weight: number;
}

/** A name without the spaces, line breaks and dots in it: what makes two spellings the same person. */
export const personKey = (name: string): string => name.replace(/[\s・=.]/g, '').toLowerCase();
