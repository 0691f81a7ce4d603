import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.server.ts';

describe('the settings', () => {
  test('all have a default that works', () => {
    expect(readConfig({}, 'production')).toEqual({
      mode: 'production',
      host: '0.0.0.0',
      port: 3000,
      origin: 'http://localhost:3000',
      database: { kind: 'sqlite', path: resolve('data/live/tsunagari.db') },
      search: { kind: 'database' },
      files: { folder: resolve('data/live/files'), most: 20 * 1024 * 1024, clamd: null },
      mail: { kind: 'folder', folder: resolve('data/live/mail'), from: 'tsunagari@localhost' },
      sessionDays: 30,
      trustProxy: false,
    });
  });

  test('of the demo keep it to this machine and its data apart', () => {
    expect(readConfig({}, 'demo')).toMatchObject({
      host: '127.0.0.1',
      database: { kind: 'sqlite', path: resolve('data/demo/tsunagari.db') },
    });
  });

  test('are read from the environment', () => {
    const env = {
      PORT: '8080',
      HOST: '::1',
      ORIGIN: 'https://tsunagari.example/',
      DATA_DIR: '/srv/tsunagari',
      SESSION_DAYS: '7',
      TRUST_PROXY: 'on',
    };
    expect(readConfig(env, 'production')).toEqual({
      mode: 'production',
      host: '::1',
      port: 8080,
      origin: 'https://tsunagari.example',
      database: { kind: 'sqlite', path: '/srv/tsunagari/tsunagari.db' },
      search: { kind: 'database' },
      files: { folder: '/srv/tsunagari/files', most: 20 * 1024 * 1024, clamd: null },
      mail: { kind: 'folder', folder: '/srv/tsunagari/mail', from: 'tsunagari@tsunagari.example' },
      sessionDays: 7,
      trustProxy: true,
    });
    const url = 'postgresql://tsunagari@db/tsunagari';
    expect(readConfig({ DATABASE_URL: url }, 'production').database).toEqual({ kind: 'postgres', url });
    const meili = { SEARCH_ENGINE: 'meilisearch', MEILI_URL: 'http://localhost:7700/', MEILI_KEY: 'k' };
    expect(readConfig(meili, 'production').search).toEqual({
      kind: 'meilisearch',
      url: 'http://localhost:7700',
      key: 'k',
    });
    const smtp = { SMTP_URL: 'smtps://user:pass@mail.example:465', MAIL_FROM: 'tsunagari@example.jp' };
    expect(readConfig(smtp, 'production').mail).toEqual({
      kind: 'smtp',
      url: smtp.SMTP_URL,
      from: smtp.MAIL_FROM,
    });
  });

  test('left blank count as left out', () => {
    const blank = { PORT: '', HOST: '', ORIGIN: '', DATA_DIR: '', SESSION_DAYS: '', DATABASE_URL: '' };
    expect(readConfig(blank, 'production')).toEqual(readConfig({}, 'production'));
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PORT', '3000; rm -rf'],
    ['ORIGIN', 'tsunagari.example'],
    ['ORIGIN', 'ftp://tsunagari.example'],
    ['ORIGIN', 'https://tsunagari.example/path'],
    ['ORIGIN', 'https://'],
    ['ORIGIN', 'https://tsunagari.example:port'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', './file.db'],
    ['SESSION_DAYS', '0'],
    ['SESSION_DAYS', '366'],
    ['TRUST_PROXY', 'yes'],
    ['SEARCH_ENGINE', 'elasticsearch'],
    ['SMTP_URL', 'mail.example:25'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'つながり <tsunagari@example.jp>'],
    ['MAIL_FROM', 'tsunagari'],
  ])('refuse %s=%s and name it', (name, value) => {
    const read = () => readConfig({ [name]: value }, 'production');
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(name);
  });

  test('ask for the address of a search engine that is chosen', () => {
    for (const MEILI_URL of [undefined, '', 'localhost:7700', 'http://']) {
      expect(() => readConfig({ SEARCH_ENGINE: 'meilisearch', MEILI_URL }, 'production')).toThrow(
        'MEILI_URL',
      );
    }
  });

  test('ask for the sender of mail that goes to a server', () => {
    expect(() => readConfig({ SMTP_URL: 'smtp://localhost' }, 'production')).toThrow('MAIL_FROM');
  });

  test('name all problems together', () => {
    const wrong = { PORT: 'x', ORIGIN: 'y', DATABASE_URL: 'z', SESSION_DAYS: '0', TRUST_PROXY: 'maybe' };
    const read = () => readConfig(wrong, 'production');
    for (const name of Object.keys(wrong)) expect(read).toThrow(name);
  });

  test('do not repeat the passwords of addresses in the message', () => {
    const addresses = { DATABASE_URL: 'mysql://admin:geheim@db/x', SMTP_URL: 'imap://admin:geheim@mail' };
    const read = () => readConfig(addresses, 'production');
    expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining('geheim') }));
  });
});
