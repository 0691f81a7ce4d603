const REACH = 12;

/** A passage with a little of what stands around it, on one line; `…` where the text goes on. */
export function quote(text: string, start: number, end: number) {
  const from = whole(text, Math.max(0, start - REACH));
  const to = whole(text, Math.min(text.length, end + REACH));
  return {
    before: `${from > 0 ? '…' : ''}${oneLine(text.slice(from, start))}`,
    passage: text.slice(start, end),
    after: `${oneLine(text.slice(end, to))}${to < text.length ? '…' : ''}`,
  };
}

/** Does not cut a character that takes two code units. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
