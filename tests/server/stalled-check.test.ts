import type { Worker } from 'node:worker_threads';
import type { ActionFunction } from '@remix-run/node';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '#app/config.server.ts';
import { servicesOver } from '#app/server/services.server.ts';
import { Composer } from '#app/ui/composer/composer.tsx';
import type { ComposerProps } from '#app/ui/composer/props.ts';
import type { Request as CheckRequest } from '#lint/check-thread.server.ts';
import type { Finding } from '#lint/rule.ts';
import { answer, ask, openNetwork } from '../support/builders.server.ts';
import { DIALECT } from '../support/database.server.ts';
import { contextOf } from '../support/route-context.server.ts';

type How = 'well' | 'stalled' | 'dying';
const thread = vi.hoisted((): { how: How } => ({ how: 'well' }));

// The real thread, in three states: as it is, with no time to answer in, and dying as soon as it is asked.
vi.mock('#lint/check-thread.server.ts', async (original) => {
  const real = await original<typeof import('#lint/check-thread.server.ts')>();
  const threads = await import('node:worker_threads');
  const dying = () =>
    new threads.Worker("require('node:worker_threads').parentPort.on('message', () => process.exit(1))", {
      eval: true,
    });
  class CheckThread {
    readonly #threads: Record<How, InstanceType<typeof real.CheckThread>>;
    constructor(start: () => Worker, deadline: number) {
      this.#threads = {
        well: new real.CheckThread(start, deadline),
        stalled: new real.CheckThread(start, 0),
        dying: new real.CheckThread(dying, deadline),
      };
    }
    ask(request: CheckRequest): Promise<Finding[]> {
      return this.#threads[thread.how].ask(request);
    }
  }
  return { ...real, CheckThread };
});

/** Longer than what is checked in place; it names nobody. */
const BODY = `${'面談のたびに話がそれてしまいます。みなさんの進め方を教えてください。\n'.repeat(60)}`.trim();
const AGED = `43歳の方です。${BODY}`;

/** A thread by the member who writes, and the ways to write there. */
async function openWorld() {
  const { db, asker } = await openNetwork();
  const id = await ask(db, asker, {}, new Date());
  const answered = await answer(db, asker, id, {}, new Date());
  const services = await servicesOver(readConfig({}, 'test'), db, DIALECT);
  const modules = import.meta.glob<{ action: ActionFunction }>('../../app/routes/*.{ts,tsx}');
  const send = async (file: string, params: Record<string, string>, fields: Record<string, string>) => {
    const { action } = await modules[`../../app/routes/${file}`]!();
    const body = new URLSearchParams({ intent: 'post', ...fields });
    const request = new Request('http://localhost:3000/page', { method: 'POST', body });
    return action({ request, params, context: contextOf(services, asker) });
  };
  const stored = async () => {
    const counts = (['question', 'answer', 'comment', 'revision'] as const).map(async (table) => {
      const rows = await db.selectFrom(table).selectAll().execute();
      return rows.length;
    });
    return Promise.all(counts);
  };
  return { send, stored, id, answered };
}
type World = Awaited<ReturnType<typeof openWorld>>;

const PLACES: Array<[string, (world: World) => [file: string, params: Record<string, string>]]> = [
  ['a question', () => ['questions.new.tsx', {}]],
  ['an answer', ({ id }) => ['questions.$id._index.tsx', { id }]],
  ['an edit', ({ answered }) => ['posts.$kind.$id.edit.tsx', { kind: 'answer', id: answered }]],
];

beforeEach(() => {
  thread.how = 'well';
});

describe.each(['stalled', 'dying'] as const)('when the thread of the check is %s', (how) => {
  test.each(PLACES)('%s comes back with its text, and nothing is posted', async (_what, place) => {
    const world = await openWorld();
    const before = await world.stored();
    thread.how = how;
    const fields = { title: '家賃のこと', body: BODY, programme: 'soudan', editCount: '0' };
    const { data, init } = (await world.send(...place(world), fields)) as Sent;
    expect(init.status).toBe(503);
    const html = renderToString(createElement(Composer, data.composer));
    expect(html).toContain('確認に時間がかかっています');
    expect(html).not.toContain('指摘はありません');
    expect(html).toMatch(new RegExp(`<textarea[^>]*name="body"[^>]*>${BODY}</textarea>`));
    expect(await world.stored()).toEqual(before);

    // The same form, sent again, is posted.
    thread.how = 'well';
    const again = await thrownBy(() => world.send(...place(world), fields));
    expect(again).toMatchObject({ status: 302 });
  });

  test('rewrites that were chosen are still chosen, and made when the form is sent again', async () => {
    const world = await openWorld();
    thread.how = how;
    const fields = { title: '家賃のこと', body: AGED, programme: 'soudan', fix: 'exact-age:43歳' };
    const { data } = (await world.send('questions.new.tsx', {}, fields)) as Sent;
    expect(data.composer.values.body).toBe(AGED);
    expect(data.composer.refusal?.decisions.fixes).toEqual(['exact-age:43歳']);
    expect(renderToString(createElement(Composer, data.composer))).toContain('value="exact-age:43歳"');
  });

  test('what is asked while somebody writes is turned away for the moment', async () => {
    const world = await openWorld();
    thread.how = how;
    const asked = world.send('findings.ts', {}, { profile: 'question', title: '', body: BODY, tags: '' });
    await expect(asked).rejects.toMatchObject({ init: { status: 503 } });
  });
});

interface Sent {
  data: { composer: ComposerProps };
  init: { status: number };
}

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}
