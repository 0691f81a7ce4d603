import { describe, expect, test } from 'vitest';
import { cleanStem, endingOf, nameOf } from './clean-name.ts';

describe('the name of a file', () => {
  test.each([
    ['案内.pdf', '案内'],
    ['C:\\Users\\me\\案内.pdf', '案内'],
    ['../../etc/passwd', 'passwd'],
    ['/etc/cron.d/案内.txt', '案内'],
    ['..', '添付'],
    ['.htaccess', '添付'],
    ['', '添付'],
    ['   .pdf', '添付'],
    ['案内\u0000.pdf', '案内'],
    ['案内\r\nSet-Cookie: a=b.txt', '案内Set-Cookie a=b'],
    ['案\u202efdp.内.pdf', '案fdp.内'],
    ['a"b<c>|?*.pdf', 'abc'],
    ['か\u3099いよう.docx', 'がいよう'],
    ['第1回 　資料.pdf', '第1回 資料'],
    ['archive.tar.pdf', 'archive.tar'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(cleanStem(sent)).toBe(kept);
  });

  test('is cut where it is long, between characters', () => {
    const stem = cleanStem(`${'𠮟'.repeat(300)}.pdf`);
    expect([...stem]).toHaveLength(72);
    expect(stem.isWellFormed()).toBe(true);
  });

  test('ends as what the file is', () => {
    expect(endingOf('写真.JPEG')).toBe('jpeg');
    expect(endingOf('写真')).toBe('');
    expect(endingOf('写真.png/')).toBe('');
    expect(nameOf('写真', 'jpeg')).toBe('写真.jpg');
  });
});
