/**
 * Version of what the index keeps of a text: raise it when folding, tokens or readings change, and every installation
 * builds its index anew after the upgrade.
 */
export const ANALYSIS = 1;
