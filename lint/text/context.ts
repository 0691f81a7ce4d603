const ENDS = /[。\n\u2029!?]/;

/** What stands before `at` in the same sentence or line, at most `most` characters. */
export function before(text: string, at: number, most: number): string {
  let from = at;
  while (from > 0 && at - from < most && !ENDS.test(text[from - 1] as string)) from--;
  return text.slice(from, at);
}

/** What stands from `at` on in the same sentence or line, at most `most` characters. */
export function after(text: string, at: number, most: number): string {
  let until = at;
  while (until < text.length && until - at < most && !ENDS.test(text[until] as string)) until++;
  return text.slice(at, until);
}

/** The sentence or line around a span, at most `most` characters to either side. */
export function around(text: string, start: number, end: number, most = 80): string {
  return before(text, start, most) + text.slice(start, end) + after(text, end, most);
}
