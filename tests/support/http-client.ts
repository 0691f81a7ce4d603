import type { Account } from './accounts.ts';

export interface Answer {
  status: number;
  html: string;
  headers: Headers;
  /** Path that the answer redirects to; null when it does not. */
  location: string | null;
}

type Fields = Record<string, string>;

/** Talks to the site without a browser, so that it can send what no browser would. Keeps its cookie. */
export class HttpClient {
  readonly #url: string;
  readonly #origin: string;
  #cookie = '';

  /** @param origin what the site takes for its own pages */
  constructor(url: string, origin: string) {
    this.#url = url;
    this.#origin = origin;
  }

  get(path: string): Promise<Answer> {
    return this.#ask(path, { method: 'GET' });
  }

  /** Sends a form. A string is taken as a body that is percent-encoded already. */
  post(path: string, fields: Fields | string, headers: Fields = {}): Promise<Answer> {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return this.#ask(path, { method: 'POST', body, headers: { ...type, Origin: this.#origin, ...headers } });
  }

  /** The same without the Origin header that browsers add. */
  postWithoutOrigin(path: string, fields: Fields, headers: Fields = {}): Promise<Answer> {
    return this.#ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  async logIn({ email, password }: Pick<Account, 'email' | 'password'>): Promise<Answer> {
    const answer = await this.post('/login', { email, password, stay: '1' });
    if (answer.status !== 302) throw new Error(`The login answered ${answer.status}`);
    return answer;
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const headers = { Cookie: this.#cookie, ...(init.headers as Fields) };
    const response = await fetch(this.#url + path, { ...init, headers, redirect: 'manual' });
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.#cookie = cookie.split(';', 1)[0] as string;
    const { status } = response;
    return {
      status,
      html: await response.text(),
      headers: response.headers,
      location: response.headers.get('location'),
    };
  }
}
