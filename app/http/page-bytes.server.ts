/** HTML that is ready to be sent: UTF-8, in chunks that other pages share. */
export type Piece = readonly Uint8Array[];

/** @returns the HTML as a piece; kept as bytes it lies outside of the JavaScript heap and is never encoded again */
export function toPiece(html: string): Piece {
  return [Buffer.from(html)];
}

/**
 * Puts a page together from the frame that React renders for each reader and pieces that are at hand.
 *
 * The pieces are most of a page. React only sees a comment in the place of each, so that they are neither joined to
 * other strings nor encoded for each page anew.
 */
export class PageBytes {
  readonly #pieces: Piece[] = [];
  readonly #start: string;

  /** @param secret no text of a member may contain it: the page's nonce */
  constructor(secret: string) {
    this.#start = `<!--${secret}#`;
  }

  /** @returns HTML that holds the piece's place */
  stand(piece: Piece): string {
    return `${this.#start}${this.#pieces.push(piece) - 1}-->`;
  }

  /** @param frame the rendered page, with all places that were given out */
  join(frame: string): Uint8Array<ArrayBuffer> {
    const [head = '', ...rest] = frame.split(this.#start);
    const chunks: Uint8Array[] = [Buffer.from(head)];
    for (const part of rest) {
      const end = part.indexOf('-->');
      chunks.push(...(this.#pieces[Number(part.slice(0, end))] ?? []), Buffer.from(part.slice(end + 3)));
    }
    return Buffer.concat(chunks);
  }
}
