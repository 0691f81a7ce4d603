/**
 * A number as people type it, in digits: either width, with 第, and with what is counted behind it.
 *
 * @returns the text itself where it is no such number, so that its problem can be told
 */
export function typedNumber(typed: string): string {
  const plain = typed.normalize('NFKC').trim();
  return /^第?(?<digits>\d+) ?[回名人年組分]?$/.exec(plain)?.groups?.digits ?? plain;
}
