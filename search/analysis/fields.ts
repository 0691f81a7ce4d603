/**
 * The analyses of a text. Each is indexed by itself and the scores are added, because each fails where another does
 * not: bigrams find what no dictionary knows and survive a typing error, words keep 東京都 apart from 京都,
 * and single kanji find another okurigana or a kana-and-kanji mix.
 */
export const FIELDS = ['bigram', 'word', 'kanji'] as const;

export type Field = (typeof FIELDS)[number];

/** What a field's score counts in the sum. */
export const FIELD_WEIGHT: Readonly<Record<Field, number>> = { bigram: 1, word: 1, kanji: 0.5 };

/** What a match in the title counts, where one in the body counts 1. */
export const TITLE_WEIGHT = 4;

/** What a match of a term's other name counts, where one of the word that was typed counts 1. */
export const NAMED_WEIGHT = 1;
