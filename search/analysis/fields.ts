/**
 * The ways in which a query is taken apart. The scores of all are added, because each fails where another does not:
 * bigrams find what no dictionary knows and survive a typing error, words weigh what belongs together,
 * and single kanji find another okurigana or a kana-and-kanji mix.
 */
export const FIELD_WEIGHT = { bigram: 1, word: 1, kanji: 0.5, whole: 1 } as const;

/** What a match in the title counts, where one in the body counts 1. */
export const TITLE_WEIGHT = 4;

/** What a match of a term's other name counts, where one of the word that was typed counts 1. */
export const NAMED_WEIGHT = 1;
