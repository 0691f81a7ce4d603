/** UTF-16 code units checked at once: as long as the longest note, so that nobody waits behind a book. */
const PIECE = 20_000;

/** A text cut between lines where there are any, at least one piece. */
export function* piecesOf(text: string): Iterable<{ start: number; piece: string }> {
  let start = 0;
  do {
    let end = Math.min(text.length, start + PIECE);
    if (end < text.length) {
      const line = text.lastIndexOf('\n', end);
      if (line > start) end = line + 1;
    }
    yield { start, piece: text.slice(start, end) };
    start = end;
  } while (start < text.length);
}
