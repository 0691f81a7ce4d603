import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A server in this process that follows Meilisearch's documented HTTP API as far as the adapter uses it: keys,
 * tenant tokens, indexes, settings, documents, tasks, placeholder search with filters, multi-search, swap-indexes, and errors in its form.
 */
export async function openStandIn(masterKey?: string) {
  const engine = new Engine(masterKey);
  const server = createServer((request, response) => void engine.serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    engine,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Document = Record<string, unknown>;
type Settings = Record<string, unknown>;

interface Index {
  primaryKey: string;
  createdAt: string;
  settings: Settings;
  documents: Map<string, Document>;
}

interface Task {
  uid: number;
  indexUid: string | null;
  type: string;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  error: Failure | null;
  perform: () => void;
}

interface Failure {
  message: string;
  code: string;
  type: string;
  link: string;
}

interface Key {
  uid: string;
  key: string;
  name: string;
  description: string;
  actions: string[];
  indexes: string[];
  expiresAt: string | null;
}

class ApiError extends Error {
  readonly status: number;
  readonly body: Failure;

  constructor(status: number, code: string, message: string, type = 'invalid_request') {
    super(message);
    this.status = status;
    this.body = { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` };
  }
}

class Engine {
  readonly indexes = new Map<string, Index>();
  readonly keys: Key[] = [];
  readonly tasks: Task[] = [];
  /** Every request, as `POST /multi-search`, with the words that the key may do it by. */
  readonly requests: Array<{ line: string; key: string | undefined; body: unknown }> = [];
  /** Statuses to answer with before anything else is done, one request each; 0 ends the connection. */
  readonly trouble: number[] = [];
  private readonly masterKey: string | undefined;

  constructor(masterKey?: string) {
    this.masterKey = masterKey;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const url = new URL(request.url ?? '/', 'http://engine');
    const key = request.headers.authorization?.replace(/^Bearer /, '');
    const line = `${request.method} ${url.pathname}`;
    this.requests.push({ line, key, body });
    const status = this.trouble.shift();
    if (status === 0) {
      request.socket.destroy();
      return;
    }
    try {
      if (status !== undefined)
        throw new ApiError(status, 'internal', 'An internal error has occurred.', 'internal');
      send(response, ...this.answer(line, url, key, body));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      send(response, error.status, error.body);
    }
  }

  private answer(line: string, url: URL, key: string | undefined, body: unknown): [number, unknown] {
    const [, root, uid = '', part, detail] = url.pathname.split('/');
    if (line === 'GET /health') return [200, { status: 'available' }];
    if (root === 'keys') return this.answerKeys(line, key, body as Key);
    if (line.startsWith('GET /tasks/')) {
      this.allow(key, 'tasks.get');
      const task = this.tasks[Number(uid)];
      // A key that is limited to indexes sees the tasks of these indexes; a swap's belongs to none.
      const isLimited = this.keys.some((one) => one.key === key && !one.indexes.includes('*'));
      if (!task || (isLimited && task.indexUid === null))
        throw new ApiError(404, 'task_not_found', `Task \`${uid}\` not found.`);
      this.advance();
      const { perform: _, ...view } = task;
      return [200, view];
    }
    if (line === 'POST /indexes') {
      const { uid: name, primaryKey } = body as { uid: string; primaryKey: string };
      this.allow(key, 'indexes.create', name);
      return this.enqueue('indexCreation', name, () => {
        if (this.indexes.has(name))
          throw new ApiError(409, 'index_already_exists', `Index \`${name}\` already exists.`);
        // Two indexes are never as old as each other.
        const createdAt = new Date(this.tasks.length * 1000).toISOString();
        this.indexes.set(name, { primaryKey, createdAt, settings: {}, documents: new Map() });
      });
    }
    if (line === 'POST /swap-indexes') {
      const swaps = body as Array<{ indexes: [string, string]; rename?: boolean }>;
      for (const { indexes } of swaps) for (const name of indexes) this.allow(key, 'indexes.swap', name);
      return this.enqueue('indexSwap', null, () => {
        for (const { indexes } of swaps) {
          const [a, b] = indexes.map((name) => this.index(name)) as [Index, Index];
          this.indexes.set(indexes[0], b);
          this.indexes.set(indexes[1], a);
        }
      });
    }
    if (line === 'POST /multi-search') {
      const { queries } = body as { queries: Array<SearchRequest & { indexUid: string }> };
      const results = queries.map((query) => ({
        indexUid: query.indexUid,
        ...this.search(query.indexUid, query, this.allow(key, 'search', query.indexUid)),
      }));
      return [200, { results }];
    }
    if (root !== 'indexes') throw new ApiError(404, 'not_found', 'Not found.');
    if (request(line, 'GET', part, undefined)) {
      this.allow(key, 'indexes.get', uid);
      const { primaryKey, createdAt } = this.index(uid);
      return [200, { uid, primaryKey, createdAt, updatedAt: new Date().toISOString() }];
    }
    if (request(line, 'DELETE', part, undefined)) {
      this.allow(key, 'indexes.delete', uid);
      return this.enqueue('indexDeletion', uid, () => {
        this.index(uid);
        this.indexes.delete(uid);
      });
    }
    if (request(line, 'GET', part, 'documents') && detail !== undefined) {
      this.allow(key, 'documents.get', uid);
      const document = this.index(uid).documents.get(detail);
      if (!document) throw new ApiError(404, 'document_not_found', `Document \`${detail}\` not found.`);
      return [200, document];
    }
    if (request(line, 'PATCH', part, 'settings')) {
      this.allow(key, 'settings.update', uid);
      return this.enqueue('settingsUpdate', uid, () => Object.assign(this.index(uid).settings, body));
    }
    if (request(line, 'POST', part, 'search')) {
      return [200, this.search(uid, body as SearchRequest, this.allow(key, 'search', uid))];
    }
    if (request(line, 'POST', part, 'documents') && detail === undefined) {
      this.allow(key, 'documents.add', uid);
      return this.enqueue('documentAdditionOrUpdate', uid, () => this.add(uid, body as Document[]));
    }
    if (request(line, 'POST', part, 'documents') && detail === 'delete-batch') {
      this.allow(key, 'documents.delete', uid);
      return this.enqueue('documentDeletion', uid, () => {
        for (const one of body as string[]) this.index(uid).documents.delete(one);
      });
    }
    if (request(line, 'DELETE', part, 'documents')) {
      this.allow(key, 'documents.delete', uid);
      return this.enqueue('documentDeletion', uid, () => this.index(uid).documents.clear());
    }
    throw new ApiError(404, 'not_found', 'Not found.');
  }

  private answerKeys(line: string, key: string | undefined, body: Key): [number, unknown] {
    if (this.masterKey === undefined) {
      throw new ApiError(401, 'missing_master_key', 'Meilisearch is running without a master key.', 'auth');
    }
    this.allow(key, line === 'GET /keys' ? 'keys.get' : 'keys.create');
    if (line === 'GET /keys') {
      return [200, { results: this.keys, offset: 0, limit: 1000, total: this.keys.length }];
    }
    const uid = randomUUID();
    const made = { ...body, uid, key: createHmac('sha256', this.masterKey).update(uid).digest('hex') };
    this.keys.push(made);
    return [201, made];
  }

  /** @returns the filter that a tenant token adds */
  private allow(given: string | undefined, action: string, index?: string): string | null {
    if (this.masterKey === undefined || given === this.masterKey) return null;
    if (given === undefined) {
      throw new ApiError(401, 'missing_authorization_header', 'The Authorization header is missing.', 'auth');
    }
    const parts = given.split('.');
    const token = parts.length === 3 ? readToken(parts as [string, string, string]) : null;
    const key = this.keys.find((one) => (token ? one.uid === token.apiKeyUid : one.key === given));
    const rule = token && index !== undefined ? token.searchRules[index] : null;
    const may =
      key?.actions.some(
        (one) => one === action || one === '*' || (one.endsWith('.*') && action.startsWith(one.slice(0, -1))),
      ) &&
      (index === undefined || key.indexes.includes(index) || key.indexes.includes('*')) &&
      (!token || (rule !== undefined && token.exp * 1000 > Date.now() && isSigned(parts, key.key)));
    if (!may) throw new ApiError(403, 'invalid_api_key', 'The provided API key is invalid.', 'auth');
    return rule?.filter ?? null;
  }

  private enqueue(type: string, indexUid: string | null, perform: () => void): [number, unknown] {
    const uid = this.tasks.length;
    this.tasks.push({ uid, indexUid, type, status: 'enqueued', error: null, perform });
    return [202, { taskUid: uid, indexUid, status: 'enqueued', type, enqueuedAt: new Date().toISOString() }];
  }

  /** One step for the oldest task: from the queue into work, from work to its end. */
  private advance(): void {
    const task = this.tasks.find(({ status }) => status === 'enqueued' || status === 'processing');
    if (!task) return;
    if (task.status === 'enqueued') {
      task.status = 'processing';
      return;
    }
    try {
      task.perform();
      task.status = 'succeeded';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      task.status = 'failed';
      task.error = error.body;
    }
  }

  private index(uid: string): Index {
    const index = this.indexes.get(uid);
    if (!index) throw new ApiError(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  }

  private add(uid: string, documents: Document[]): void {
    const { primaryKey, documents: kept } = this.index(uid);
    for (const document of documents) {
      const id = document[primaryKey];
      if (typeof id !== 'string' || !/^[a-zA-Z0-9_-]{1,511}$/.test(id)) {
        throw new ApiError(400, 'invalid_document_id', 'Document identifier is invalid.');
      }
    }
    for (const document of documents) kept.set(String(document[primaryKey]), document);
  }

  private search(uid: string, asked: SearchRequest, rule: string | null) {
    const { settings, documents } = this.index(uid);
    const filterable = (settings.filterableAttributes ?? []) as Filterable[];
    const sortable = (settings.sortableAttributes ?? []) as string[];
    const most = (settings.pagination as { maxTotalHits?: number } | undefined)?.maxTotalHits ?? 1000;
    const conditions = [rule, asked.filter].flatMap((text) =>
      text ? [new FilterReader(text, filterable).read()] : [],
    );
    const found = [...documents.values()].filter((document) => conditions.every((holds) => holds(document)));
    for (const order of asked.sort ?? []) {
      const [name = '', direction] = order.split(':');
      if (!sortable.includes(name)) {
        throw new ApiError(400, 'invalid_search_sort', `Attribute \`${name}\` is not sortable.`);
      }
      const sign = direction === 'desc' ? -1 : 1;
      found.sort((a, b) => sign * (Number(a[name]) - Number(b[name])));
    }
    const { offset = 0, limit = 20 } = asked;
    const names = asked.attributesToRetrieve;
    const shown = (document: Document) =>
      names ? Object.fromEntries(names.map((name) => [name, document[name]])) : document;
    return {
      hits: found.slice(offset, offset + Math.min(limit, most)).map(shown),
      query: asked.q ?? '',
      processingTimeMs: 0,
      offset,
      limit,
      estimatedTotalHits: Math.min(found.length, most),
    };
  }
}

interface Filterable {
  attributePatterns: string[];
  features: { filter: { equality: boolean; comparison: boolean } };
}

interface SearchRequest {
  q?: string;
  filter?: string;
  sort?: string[];
  offset?: number;
  limit?: number;
  attributesToRetrieve?: string[];
}

const request = (line: string, method: string, part: string | undefined, wanted: string | undefined) =>
  line.startsWith(`${method} `) && part === wanted;

type Condition = (document: Document) => boolean;

/** Reads a filter expression: `=`, `!=`, `>=`, `<`, `IN [ ]`, NOT, AND, OR and parentheses. */
class FilterReader {
  private rest: string;
  private readonly filterable: readonly Filterable[];

  constructor(text: string, filterable: readonly Filterable[]) {
    this.rest = text.trim();
    this.filterable = filterable;
  }

  read(): Condition {
    const condition = this.either();
    if (this.rest !== '') throw refusedFilter('Found unexpected characters at the end of the filter.');
    return condition;
  }

  private either(): Condition {
    const parts = [this.both()];
    while (this.take(/^OR\b/)) parts.push(this.both());
    return (document) => parts.some((holds) => holds(document));
  }

  private both(): Condition {
    const parts = [this.one()];
    while (this.take(/^AND\b/)) parts.push(this.one());
    return (document) => parts.every((holds) => holds(document));
  }

  private one(): Condition {
    if (this.take(/^NOT\b/)) {
      const holds = this.one();
      return (document) => !holds(document);
    }
    if (this.take(/^\(/)) {
      const condition = this.either();
      if (!this.take(/^\)/)) throw refusedFilter('Expression is missing the closing delimiter `)`.');
      return condition;
    }
    return this.comparison();
  }

  private comparison(): Condition {
    const name = this.take(/^\w+/) ?? '';
    const operator = this.take(/^(?:IN\b|>=|<=|=|<|>)/) ?? '';
    const rule = this.filterable.find(({ attributePatterns }) => attributePatterns.includes(name));
    const { equality, comparison } = rule?.features.filter ?? { equality: false, comparison: false };
    if (operator === '=' || operator === 'IN' ? !equality : !comparison) {
      throw refusedFilter(`Attribute \`${name}\` is not filterable by \`${operator}\`.`);
    }
    const valuesOf = (document: Document) =>
      [document[name]].flat().filter((one) => one !== null && one !== undefined);
    if (operator === 'IN') {
      const wanted: string[] = [];
      this.take(/^\[/);
      while (!this.take(/^\]/)) {
        wanted.push(this.value());
        this.take(/^,/);
      }
      return (document) => valuesOf(document).some((one) => wanted.includes(String(one)));
    }
    const wanted = this.value();
    if (operator === '=') return (document) => valuesOf(document).some((one) => String(one) === wanted);
    const compare = { '>=': atLeast, '<=': atMost, '<': below, '>': above }[operator] ?? atLeast;
    return (document) => valuesOf(document).some((one) => compare(Number(one), Number(wanted)));
  }

  private value(): string {
    const taken = this.take(/^"(?:[^"\\]|\\.)*"|^[\w.-]+/);
    if (taken === undefined) throw refusedFilter('Was expecting a value.');
    return taken.startsWith('"') ? (JSON.parse(taken) as string) : taken;
  }

  private take(pattern: RegExp): string | undefined {
    const match = this.rest.match(pattern)?.[0];
    if (match !== undefined) this.rest = this.rest.slice(match.length).trim();
    return match?.trim();
  }
}

const atLeast = (a: number, b: number) => a >= b;
const atMost = (a: number, b: number) => a <= b;
const below = (a: number, b: number) => a < b;
const above = (a: number, b: number) => a > b;
const refusedFilter = (message: string) => new ApiError(400, 'invalid_search_filter', message);

interface Token {
  apiKeyUid: string;
  exp: number;
  searchRules: Record<string, { filter?: string } | undefined>;
}

function readToken([, payload]: [string, string, string]): Token {
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Token;
}

function isSigned([header, payload, signature]: string[], key: string): boolean {
  return createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url') === signature;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
