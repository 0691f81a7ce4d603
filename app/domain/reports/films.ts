/** A recording that lies elsewhere. */
export interface Film {
  /** https */
  url: string;
  title: string;
  /** As it is read, 28:14; blank where not told. */
  length: string;
}

const LENGTH = /^(?:\d{1,2}:)?\d{1,2}:\d{2}$/;

/**
 * Reads films as they are typed, one a line: https://…｜title｜28:14. The length may be left out.
 *
 * @returns undefined where a line is no film
 */
export function readFilms(text: string): Film[] | undefined {
  const films: Film[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [url = '', title = '', length = '', ...rest] = line.split(/[|｜]/).map((part) => part.trim());
    if (!isAddress(url) || title === '' || rest.length > 0) return undefined;
    const plain = length.normalize('NFKC');
    if (plain !== '' && !LENGTH.test(plain)) return undefined;
    films.push({ url: new URL(url).href, title, length: plain });
  }
  return films;
}

function isAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
}

/** The films as they are typed. */
export const writeFilms = (films: readonly Film[]): string =>
  films
    .map(({ url, title, length }) => [url, title, ...(length === '' ? [] : [length])].join('｜'))
    .join('\n');

/** A film that can be shown within a page of ours. */
export interface Player {
  /** Where it is kept, as people call it. */
  name: string;
  src: string;
  /** What the content security policy has to let in. */
  origin: string;
}

/** How a film is shown in a page; undefined where its place is no known one: then there is only the link. */
export function playerOf(url: string): Player | undefined {
  const { hostname, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/^(?:www|m)\./, '');
  const [first = '', second = ''] = pathname.split('/').filter((part) => part !== '');
  const youtube =
    host === 'youtu.be'
      ? first
      : host === 'youtube.com' || host === 'youtube-nocookie.com'
        ? ['embed', 'live', 'shorts'].includes(first)
          ? second
          : first === 'watch'
            ? (searchParams.get('v') ?? '')
            : ''
        : '';
  if (/^[\w-]{11}$/.test(youtube)) {
    const origin = 'https://www.youtube-nocookie.com';
    return { name: 'YouTube', src: `${origin}/embed/${youtube}`, origin };
  }
  const vimeo =
    host === 'vimeo.com' ? [first, second] : host === 'player.vimeo.com' ? [second, ''] : ['', ''];
  const [id = '', key = ''] = vimeo;
  if (!/^\d{5,12}$/.test(id)) return undefined;
  // A film that is not listed has a second part, or ?h=, without which it does not play.
  const secret = /^[0-9a-f]{6,20}$/.test(key) ? key : (searchParams.get('h') ?? '');
  const origin = 'https://player.vimeo.com';
  const query = new URLSearchParams({ dnt: '1', ...(secret === '' ? {} : { h: secret }) });
  return { name: 'Vimeo', src: `${origin}/video/${id}?${query}`, origin };
}
