import { resolve } from 'node:path';

export interface Config {
  mode: 'production' | 'demo' | 'test';
  host: string;
  port: number;
  /** Where browsers reach the site, without a trailing slash: for links, the origin check and secure cookies. */
  origin: string;
  database: { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };
  /** The database's own index, or a Meilisearch server with the database's as its stand-in. */
  search: { kind: 'database' } | { kind: 'meilisearch'; url: string; key?: string };
  /** Life of a login session in days. */
  sessionDays: number;
  /** Whether the client's address is the last one of X-Forwarded-For, as a proxy in front writes it. */
  trustProxy: boolean;
  files: {
    /** Where attached files lie. */
    folder: string;
    /** Greatest size of one, in bytes. */
    most: number;
    /** The virus scanner; null when there is none. */
    clamd: Clamd | null;
  };
  /** Where mail goes: into a folder, a file each, or to a mail server. */
  mail: { kind: 'folder'; folder: string; from: string } | { kind: 'smtp'; url: string; from: string };
}

/** Where ClamAV's daemon listens. */
export type Clamd = { path: string } | { host: string; port: number };

export class ConfigError extends Error {}

/**
 * Reads the settings from the environment; every one has a default that works.
 *
 * @param mode decides the data folder when none is named: ./data/demo or ./data/live
 * @throws ConfigError naming every setting at fault
 */
export function readConfig(env: Record<string, string | undefined>, mode: Config['mode']): Config {
  const problems: string[] = [];
  const number = (name: string, fallback: number, least: number, most: number) => {
    const text = env[name];
    if (text === undefined || text === '') return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    problems.push(
      `${name} must be a whole number from ${least} to ${most}, not ${JSON.stringify(text)}`,
      `${name} は ${least} から ${most} までの整数にしてください`,
    );
    return fallback;
  };
  const port = number('PORT', 3000, 0, 65535);
  const sessionDays = number('SESSION_DAYS', 30, 1, 365);

  const origin = (env.ORIGIN || `http://localhost:${port}`).replace(/\/$/, '');
  if (!/^https?:\/\/[^/]+$/.test(origin) || !URL.canParse(origin)) {
    problems.push(
      `ORIGIN must look like https://tsunagari.example, not ${JSON.stringify(origin)}`,
      'ORIGIN は https://tsunagari.example のように書いてください',
    );
  }
  const megabytes = number('FILE_LIMIT_MB', 20, 1, 1000);
  const clamd = env.CLAMD ? readClamd(env.CLAMD) : null;
  if (clamd === undefined) {
    problems.push(
      `CLAMD must be a path or host:port, not ${JSON.stringify(env.CLAMD)}`,
      'CLAMD は /run/clamav/clamd.ctl か 127.0.0.1:3310 のように書いてください',
    );
  }
  const url = env.DATABASE_URL;
  if (url && !/^postgres(ql)?:\/\//.test(url)) {
    problems.push(
      'DATABASE_URL must begin with postgres:// (leave it out for SQLite)',
      'DATABASE_URL は postgres:// で始めてください（SQLite を使うなら書きません）',
    );
  }
  const engine = env.SEARCH_ENGINE || 'auto';
  if (engine !== 'auto' && engine !== 'meilisearch') {
    problems.push(
      `SEARCH_ENGINE must be auto or meilisearch, not ${JSON.stringify(engine)}`,
      'SEARCH_ENGINE は auto か meilisearch です',
    );
  }
  const meiliUrl = (env.MEILI_URL || '').replace(/\/$/, '');
  if (engine === 'meilisearch' && !(/^https?:\/\//.test(meiliUrl) && URL.canParse(meiliUrl))) {
    problems.push(
      'MEILI_URL must be the address of the Meilisearch server, as in http://localhost:7700',
      'MEILI_URL には Meilisearch のアドレスを書いてください（例：http://localhost:7700）',
    );
  }
  const trust = env.TRUST_PROXY ?? 'off';
  if (trust !== 'on' && trust !== 'off') {
    problems.push(
      `TRUST_PROXY must be on or off, not ${JSON.stringify(trust)}`,
      'TRUST_PROXY は on か off です',
    );
  }
  const smtp = env.SMTP_URL || '';
  if (smtp && !(/^smtps?:\/\/[^/]/.test(smtp) && URL.canParse(smtp))) {
    problems.push(
      'SMTP_URL must look like smtps://user:password@mail.example:465 or smtp://localhost:25',
      'SMTP_URL は smtps://利用者:パスワード@mail.example:465 か smtp://localhost:25 のように書いてください',
    );
  }
  const from = env.MAIL_FROM || '';
  if (from === '' ? smtp : !/^[^\s@<>",;:]+@[^\s@<>",;:]+$/.test(from)) {
    problems.push(
      'MAIL_FROM must be the mail address that the site writes from, as in tsunagari@example.jp',
      'MAIL_FROM には差出人のメールアドレスを書いてください（例：tsunagari@example.jp）',
    );
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));

  const folder = resolve(env.DATA_DIR || (mode === 'demo' ? 'data/demo' : 'data/live'));
  return {
    mode,
    host: env.HOST || (mode === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    port,
    origin,
    database: url ? { kind: 'postgres', url } : { kind: 'sqlite', path: resolve(folder, 'tsunagari.db') },
    search:
      engine === 'meilisearch'
        ? { kind: 'meilisearch', url: meiliUrl, key: env.MEILI_KEY || undefined }
        : { kind: 'database' },
    sessionDays,
    trustProxy: trust === 'on',
    files: {
      folder: resolve(env.FILES_DIR || resolve(folder, 'files')),
      most: megabytes * 1024 * 1024,
      clamd: clamd ?? null,
    },
    mail: smtp
      ? { kind: 'smtp', url: smtp, from }
      : {
          kind: 'folder',
          folder: resolve(folder, 'mail'),
          from: from || `tsunagari@${new URL(origin).hostname}`,
        },
  };
}

function readClamd(text: string): Clamd | undefined {
  if (text.startsWith('/')) return { path: text };
  const [, host, port] = /^([^\s:]+|\[[^\s\]]+\]):([0-9]{1,5})$/.exec(text) ?? [];
  if (host === undefined || Number(port) > 65535) return undefined;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}
