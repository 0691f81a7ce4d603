import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Source files below a folder of the repository, by their path in it. */
function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .toSorted();
}
/** `testing.ts` and `contract.ts` are what several tests of a room share. */
const isTest = (path: string) => /\.test\.tsx?$|\/(?:testing|contract)\.ts$/.test(path);
const withoutTests = (folder: string) => sources(folder).filter((path) => !isTest(path));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Import {
  /** A path in the repository, or a package or Node module by its name. */
  from: string;
  /** Types are gone when the code runs. */
  typeOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?([\w*{][^'";]*?)\sfrom\s'([^']+)'|^import\s'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(path: string, text = textOf(path)): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, names = '', declared, bare, dynamic]) => {
    const name = (declared ?? bare ?? dynamic) as string;
    const listed = names.match(/^\{([^}]*)\}$/)?.[1];
    const allTypes = listed
      ?.split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .every((one) => one.startsWith('type '));
    const from = name.startsWith('.') ? posix.join(dirname(path), name) : name.replace(/^#/, '');
    return { from, typeOnly: type !== undefined || allTypes === true };
  });
}

/** `path → import` for each import that breaks a rule. */
const offences = (paths: readonly string[], breaks: (one: Import, path: string) => boolean) =>
  paths.flatMap((path) =>
    importsOf(path)
      .filter((one) => breaks(one, path))
      .map(({ from }) => `${path} → ${from}`),
  );

test('this test reads imports as they are written', () => {
  const text = `import './a.ts';
import type { A } from '#db/a.ts';
import { type B, type C } from '../b.ts';
import { type D, e } from 'lucia';
import { f, type G } from 'kysely';
import h, { type I } from './h.ts';
import * as j from 'node:fs';
export type { K } from './k.ts';
export { l } from './l.ts';
export const none = 'a';
export type Some = 'b' | 'c';
const m = await import('./m.ts');
import {
  type N,
  o,
} from './o.ts';
`;
  const found = importsOf('app/x/y.ts', text).map(({ from, typeOnly }) => (typeOnly ? `type ${from}` : from));
  expect(found).toEqual([
    'app/x/a.ts',
    'type db/a.ts',
    'type app/b.ts',
    'lucia',
    'kysely',
    'app/x/h.ts',
    'node:fs',
    'type app/x/k.ts',
    'app/x/l.ts',
    'app/x/m.ts',
    'app/x/o.ts',
  ]);
});

describe('dependencies point one way', () => {
  // Run by hand to make word lists and weights from their sources; nothing imports them but their tests.
  const MAKERS = [
    'lint/dictionaries/build.ts',
    'lint/persons/tagger/train.ts',
    'lint/risk/build.ts',
    'morphology/build.ts',
  ];

  test('the engine of lint imports nothing but itself, because it runs in browsers too', () => {
    const engine = withoutTests('lint').filter(
      (path) => !MAKERS.includes(path) && !path.endsWith('.server.ts'),
    );
    expect(engine.length).toBeGreaterThan(50);
    expect(offences(engine, ({ from }) => !from.startsWith('lint/') || from.endsWith('.server.ts'))).toEqual(
      [],
    );
    expect(
      engine.filter((path) => /\b(?:process|Buffer|require|__dirname)\b[.(]/.test(textOf(path))),
    ).toEqual([]);
  });

  test('morphology imports nothing but itself, and lint nothing but morphology', () => {
    const beyond = ({ from }: Import, rooms: string[]) =>
      !from.startsWith('node:') && !rooms.some((room) => from.startsWith(`${room}/`));
    expect(offences(withoutTests('morphology'), (one) => beyond(one, ['morphology']))).toEqual([]);
    expect(offences(withoutTests('lint'), (one) => beyond(one, ['lint', 'morphology']))).toEqual([]);
  });

  test('what is made by hand is not run by the site', () => {
    const paths = ['app', 'db', 'search', 'lint', 'morphology'].flatMap(withoutTests);
    expect(offences(paths, ({ from }) => MAKERS.includes(from))).toEqual([]);
  });

  test('search and db import nothing of app', () => {
    const paths = [...withoutTests('search'), ...withoutTests('db')];
    expect(paths.length).toBeGreaterThan(15);
    expect(offences(paths, ({ from }) => from.startsWith('app/') || from.startsWith('tests/'))).toEqual([]);
  });

  test('the domain knows neither HTTP nor React, and of mail its port alone', () => {
    const paths = withoutTests('app/domain');
    expect(paths.length).toBeGreaterThan(40);
    const elsewhere = /^(?:app\/(?!domain\/|mail\/port\.ts$)|react|hono|@hono|@remix-run|node:http)/;
    expect(offences(paths, ({ from }) => elsewhere.test(from))).toEqual([]);
  });

  test('nothing imports tests but tests', () => {
    const paths = ['app', 'db', 'search', 'lint', 'morphology', 'bin'].flatMap(withoutTests);
    expect(offences(paths, ({ from }) => from.startsWith('tests/') || isTest(from))).toEqual([]);
  });
});

describe('what runs on the server stays there', () => {
  // Remix takes loaders and actions, and what only they use, out of what the browser gets.
  const SPLIT_BY_REMIX = /^app\/(?:routes\/|root\.tsx$|entry\.server\.tsx$)/;
  // Started by Node itself and never part of a page.
  const COMMANDS = /^app\/cli\/main\.ts$|^app\/server\/dev\.ts$/;
  const SERVER =
    /^(?:node:|kysely|pg$|@electric-sql|hono|@hono|lucia|sanitize-html|marked|nodemailer)|\.server\.tsx?$/;

  test('a file that uses Node, the database or another server file says so in its name', () => {
    const paths = ['app', 'search', 'db']
      .flatMap(withoutTests)
      .filter((path) => !/\.server\.tsx?$/.test(path) && !SPLIT_BY_REMIX.test(path) && !COMMANDS.test(path));
    expect(paths.length).toBeGreaterThan(100);
    expect(offences(paths, ({ from, typeOnly }) => !typeOnly && SERVER.test(from))).toEqual([]);
  });

  test('only the configuration and the commands read the environment', () => {
    const readers = ['app', 'db', 'search', 'lint']
      .flatMap(withoutTests)
      .filter((path) => /\bprocess\.env\b/.test(textOf(path)) && !path.startsWith('app/cli/'));
    expect(readers.filter((path) => path !== 'app/config.server.ts' && path !== 'app/server/dev.ts')).toEqual(
      [],
    );
  });
});

test('routes ask the domain and never the database', () => {
  const routes = withoutTests('app/routes');
  expect(routes.length).toBeGreaterThan(25);
  const QUERY = /\b(?:selectFrom|insertInto|updateTable|deleteFrom|transaction)\s*\(/;
  expect(routes.filter((path) => QUERY.test(textOf(path)))).toEqual([]);
  expect(offences(routes, ({ from, typeOnly }) => !typeOnly && /^(?:kysely|db\/|pg$)/.test(from))).toEqual(
    [],
  );
});

test('text is called anonymous by the gate, and elsewhere only where it has passed it', () => {
  const ALLOWED = new Map([
    ['lint/gate.ts', 'the gate itself'],
    ['app/domain/posts/nothing.ts', 'no text names nobody'],
    ['app/domain/posts/render.server.ts', 'a part of a text that passed'],
    [
      'app/domain/posts/edit.server.ts',
      'what a post said, read back from where only passed texts are stored',
    ],
    ['app/domain/questions/ask.server.ts', 'the tags that passed as one text'],
    [
      'app/domain/anonymization/record.server.ts',
      'passages of the text that just passed, and notes that were checked',
    ],
    ['app/domain/files/check.server.ts', 'pieces of a file that passed, joined, and its name'],
    ['app/domain/moderation/agree.server.ts', 'a passage read back from an objection'],
    ['app/domain/notes/check-note.server.ts', 'the tags that passed as one text, as JSON'],
    [
      'app/domain/notes/held.server.ts',
      'a note that waits, read back, and the passages that its author disputes',
    ],
    [
      'app/domain/notes/publish-held.server.ts',
      'an edit that waited, read back from where only passed texts are',
    ],
    [
      'app/domain/meetings/check-meeting.server.ts',
      'the lists that passed as one text, as JSON and in parts',
    ],
    ['app/domain/meetings/sign-up.server.ts', 'the family name of a member, checked when it was given'],
    ['app/domain/reports/check-report.server.ts', 'the texts of the fields that passed, and those in JSON'],
    ['app/domain/surveys/scatter.server.ts', 'answers, read back and stored anew in another order'],
    ['app/domain/search/names.server.ts', 'the meanings that passed as one text, as JSON'],
  ]);
  const CAST = /\bas (?:AnonymizedText|PostText|Record<\w+, AnonymizedText>|\(?typeof )/;
  const casting = ['app', 'db', 'search', 'lint']
    .flatMap(withoutTests)
    // `as typeof` is how a cast would hide; outside the domain nothing is stored.
    .filter(
      (path) => CAST.test(textOf(path)) && /^(?:app\/domain|lint|db|search|app\/demo|app\/http)\//.test(path),
    );
  expect(casting).toEqual([...ALLOWED.keys()].toSorted());
});

test('HTML is called safe where it is made', () => {
  const casting = ['app', 'db'].flatMap(withoutTests).filter((path) => /\bas SafeHtml\b/.test(textOf(path)));
  expect(casting).toEqual([
    // read back from where only safe HTML is stored
    'app/domain/posts/edit.server.ts',
    'app/domain/posts/markdown.server.ts',
    'app/domain/posts/nothing.ts',
    'app/domain/posts/render.server.ts',
  ]);
});
