/**
 * Version of what the index keeps: raise it when folding, tokens, readings or tables change, and every installation
 * builds its index anew after the upgrade.
 */
export const ANALYSIS = 3;
