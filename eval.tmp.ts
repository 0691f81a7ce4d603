import { readFileSync, writeFileSync } from 'node:fs';
import { evaluate } from '#search/evaluate.ts';
import { meilisearchIndex } from '#search/meilisearch/index.server.ts';
import { openStandIn } from '#search/meilisearch/testing.ts';
const [set, url] = process.argv.slice(2);
const at = url ? { url } : await openStandIn();
const index = meilisearchIndex({ url: at.url, key: process.env.MEILI_KEY, index: `eval-${set.replace('.', '-')}` });
const q = { ...index, query: async (x: any) => index.query(x), put: async (d: any) => index.put(d.map((x: any) => ({ group: x.id, programmes: [], area: null, at: '2026-01-01T00:00:00.000Z', solved: null, audience: 'members', ...x }))) };
const lines = (f: string) => readFileSync(`/work/shared/bench/search/${set}.${f}.jsonl`, 'utf8').split('\n');
const start = performance.now();
const old = { ...q, query: async (x: any) => (await index.query(x)).hits } as any;
let ranks;
await index.prepare(); await index.clear();
try { ranks = await evaluate(q as any, lines('docs'), lines('queries')); } catch { ranks = await evaluate(old, lines('docs'), lines('queries')); }
writeFileSync(`/tmp/find/ranks.${set}.jsonl`, ranks.map((r) => JSON.stringify(r) + '\n').join(''));
console.log(Math.round(performance.now() - start), 'ms');
process.exit(0);
