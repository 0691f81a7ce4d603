/** A file that is neither UTF-8 nor Shift JIS. */
export class NoTextError extends Error {}

/**
 * The text of an export: UTF-8 with or without a byte order mark, else Windows' Shift JIS (CP932).
 *
 * @throws NoTextError for bytes that are no text in either
 */
export function decodeExport(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // The next encoding is tried.
    }
  }
  throw new NoTextError('The file is neither UTF-8 nor Shift JIS');
}
