import type { SafeHtml } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';

/** No text names nobody: what a column holds until something is said. */
export const NO_TEXT = '' as AnonymizedText;
export const NO_HTML = '' as SafeHtml;
