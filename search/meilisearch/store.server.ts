import type { Meilisearch } from 'meilisearch';
import type { Candidate, Filters, Store } from '../engine.ts';
import { type Signs, written } from '../expression.ts';
import { lookBy } from '../look.ts';
import type { Clients } from './keys.server.ts';
import type { Stored } from './settings.ts';
import { asciiWord } from './words.ts';

const SIGNS: Signs = { token: (token) => `tokens = ${asciiWord(token)}`, and: ' AND ', or: ' OR ' };

/** Documents whose lengths stand for all. */
const SAMPLE = 500;

const ATTRIBUTES = ['id', 'kind', 'group', 'at', 'title', 'body'];

/** What the engine of search asks, answered by a Meilisearch index. */
export function storeIn(index: string, clients: () => Promise<Clients>): Store {
  const reader = async () => (await clients()).reader.index<Stored>(index);
  return {
    async collection() {
      const found = await (await reader()).search('', { limit: SAMPLE, attributesToRetrieve: ['length'] });
      const lengths = found.hits.reduce((sum, { length }) => sum + length, 0);
      return {
        documents: found.estimatedTotalHits ?? 0,
        meanLength: Math.max(1, lengths / Math.max(1, found.hits.length)),
      };
    },

    async holding(tokens) {
      const { reader: client } = await clients();
      const queries = tokens.map((token) => ({
        indexUid: index,
        q: '',
        filter: SIGNS.token(token),
        limit: 0,
      }));
      const { results } = await client.multiSearch({ queries });
      return new Map(tokens.map((token, at) => [token, results[at]?.estimatedTotalHits ?? 0]));
    },

    look: (filters, unwanted) =>
      lookBy(async (wanted, limit) => {
        const match = written(wanted, SIGNS);
        const without = unwanted && written(unwanted, SIGNS);
        if (match === undefined) return [];
        const filter = [match, without && `NOT ${without}`, ...conditions(filters)]
          .filter(Boolean)
          .join(' AND ');
        const { hits } = await (await clientFor(await clients(), filters))
          .index<Candidate>(index)
          .search('', { filter, limit, sort: ['time:desc'], attributesToRetrieve: ATTRIBUTES });
        return hits;
      }),
  };
}

function clientFor(clients: Clients, { audience }: Filters): Meilisearch | Promise<Meilisearch> {
  return audience === 'everyone' ? clients.visitors() : clients.reader;
}

function conditions({ kinds, programmes, areas, from, until, solved, audience }: Filters) {
  const oneOf = (name: string, values: readonly string[] | undefined) =>
    values && `${name} IN [${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  return [
    oneOf('kind', kinds),
    oneOf('programmes', programmes),
    oneOf('area', areas),
    from !== undefined && `time >= ${Date.parse(from)}`,
    until !== undefined && `time < ${Date.parse(until)}`,
    solved !== undefined && `solved = ${solved}`,
    audience && `audience = ${audience}`,
  ];
}
