import { describe, expect, test } from 'vitest';
import { playerOf, readFilms, writeFilms } from './films.ts';

describe('films as they are typed', () => {
  test('are read line by line and written back', () => {
    const films = readFilms(
      'https://youtu.be/abcdefghijk | 話題提供 | 28:14\n\nhttps://example.jp/a｜全体の共有',
    );
    expect(films).toEqual([
      { url: 'https://youtu.be/abcdefghijk', title: '話題提供', length: '28:14' },
      { url: 'https://example.jp/a', title: '全体の共有', length: '' },
    ]);
    expect(readFilms(writeFilms(films ?? []))).toEqual(films);
  });

  test.each([
    'http://youtu.be/abcdefghijk｜話題提供',
    'javascript:alert(1)｜話題提供',
    'https://a:b@example.jp/｜話題提供',
    'https://youtu.be/abcdefghijk',
    'https://youtu.be/abcdefghijk｜題｜長い',
    'https://youtu.be/abcdefghijk｜題｜1:00｜4',
    '話題提供',
  ])('are refused where a line is none: %s', (line) => {
    expect(readFilms(line)).toBeUndefined();
  });
});

describe('a player', () => {
  test.each([
    [
      'https://www.youtube.com/watch?v=abcdefghijk&t=10',
      'https://www.youtube-nocookie.com/embed/abcdefghijk',
    ],
    ['https://youtu.be/abcdefghijk?si=x', 'https://www.youtube-nocookie.com/embed/abcdefghijk'],
    ['https://youtube.com/live/abcdefghijk', 'https://www.youtube-nocookie.com/embed/abcdefghijk'],
    ['https://vimeo.com/123456789', 'https://player.vimeo.com/video/123456789?dnt=1'],
    ['https://vimeo.com/123456789/abcdef0123', 'https://player.vimeo.com/video/123456789?dnt=1&h=abcdef0123'],
    ['https://player.vimeo.com/video/123456789', 'https://player.vimeo.com/video/123456789?dnt=1'],
  ])('is known of %s', (url, src) => {
    expect(playerOf(url)?.src).toBe(src);
  });

  test.each([
    'https://example.jp/watch?v=abcdefghijk',
    'https://youtube.com.example.jp/watch?v=abcdefghijk',
    'https://www.youtube.com/@channel',
    'https://vimeo.com/channels/staffpicks',
  ])('is not guessed for %s', (url) => {
    expect(playerOf(url)).toBeUndefined();
  });
});
