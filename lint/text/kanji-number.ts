const DIGITS = '〇一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** The number that a numeral stands for (43, 1万1,620, 十一万三千四百二十, 元); NaN for anything else. */
export function numberOf(numeral: string): number {
  if (numeral === '元') return 1;
  let total = 0;
  let section = 0;
  let current = 0;
  for (const char of numeral.replace(/[, ]/g, '')) {
    const digit = /[0-9]/.test(char) ? Number(char) : DIGITS.indexOf(char === '零' ? '〇' : char);
    if (digit >= 0) current = current * 10 + digit;
    else if (char in UNITS) {
      section += (current || 1) * (UNITS[char] as number);
      current = 0;
    } else if (char === '万') {
      total += (section + current || 1) * 10_000;
      section = 0;
      current = 0;
    } else return Number.NaN;
  }
  return total + section + current;
}

/** Source of an expression for a numeral in digits or kanji. */
export const NUMERAL = '[0-9〇一二三四五六七八九十百元]{1,5}';
