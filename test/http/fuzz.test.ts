/** Requests generated from the OpenAPI document, many of them spoilt: no 5xx, no crash, every refusal is problem details. */
import { expect, test } from 'vitest';
import { problem } from '../../src/contract/index.ts';
import { ROUTES } from '../../src/http/index.ts';
import { fuzzCount, Random, runSeed } from '../support/random.ts';
import { SchemaSampler } from '../support/schema-sampler.ts';
import { type TestServer, testServer } from '../support/server.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    name: string;
    in: string;
    required: boolean;
    schema: Record<string, unknown>;
  }[];
  readonly requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, Record<string, unknown>> };
}

interface Case {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: Record<string, string>;
}

const LIMITS = {
  HEAPLAB_MAX_REPEAT_ITERATIONS: '500',
  HEAPLAB_MAX_OBJECTS: '5000',
  HEAPLAB_MAX_HEAP_BYTES: '8000000',
  HEAPLAB_MAX_BODY_BYTES: '100000',
  HEAPLAB_MAX_SESSIONS: '300',
  HEAPLAB_MAX_PROGRAM_STEPS: '20000',
};

const PYTHONS = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'];

/** What every session begins with, so that requests find something. */
const PRELUDE = [
  { op: 'define_class', as: 'Node' },
  { op: 'new', type: 'list', as: 'a' },
  { op: 'new', type: 'dict', as: 'b' },
  { op: 'new', type: 'instance', class: 'Node', as: 'n' },
  { op: 'new', type: 'set', as: 'c' },
  { op: 'append', list: 'a', item: 'b' },
  { op: 'set_item', of: 'b', key: 'k', value: 'a' },
  { op: 'set_attr', of: 'n', name: 'next', value: 'n' },
  { op: 'define_function', as: 'f', params: ['x'] },
];

/** They leave all kinds of objects behind, pause, print, fail and never end. */
const PROGRAMS = [
  'import gc\nclass Pair:\n    pass\np = Pair()\np.me = p\ndel p\nprint(gc.collect())\n',
  'def gen():\n    x = [1, 2]\n    while True:\n        yield x\ng = gen()\na = next(g)\n',
  'import weakref\nclass Node:\n    __slots__ = ("next", "__weakref__")\nn = Node()\nr = weakref.ref(n, print)\nn.next = n\n',
  'import tracemalloc\ntracemalloc.start(3)\na = [str(i) * 9 for i in range(200)]\ns = tracemalloc.take_snapshot()\n',
  'try:\n    b["nope"].x\nexcept Exception as e:\n    kept = e\nf = lambda y=[]: (y, kept)\n',
  'import sys, collections, functools, itertools\nd = collections.deque([a, b], 5)\nc = collections.Counter("abca")\nprint(sys.getrefcount(d), c)\n@functools.lru_cache\ndef f(x):\n    return x\nf(1)\nit = itertools.chain([1], d)\n',
  'class A:\n    def __del__(self):\n        global b\n        b = self\na = A()\ndel a\nb.self = b\n',
  'while True:\n    a = [a]\n',
  'def f(n):\n    return f(n + 1)\nf(0)\n',
  'x = input()\nraise SystemExit(x)\n',
  'def f(:\n',
];

async function newSession(server: TestServer, python: string | undefined): Promise<string> {
  const { id } = await server.session({ python });
  await server.apply(id, PRELUDE);
  return id;
}

class RequestMaker {
  readonly #random: Random;
  readonly #operations: readonly (readonly [path: string, method: string, operation: Operation])[];
  readonly #apply: readonly [path: string, method: string, operation: Operation];
  readonly #sampler: SchemaSampler;

  constructor(random: Random, document: Document, sessions: readonly string[]) {
    this.#random = random;
    this.#operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [path, method, operation] as const),
    );
    const apply = this.#operations.find(([, , { operationId }]) => operationId === 'apply_operations');
    if (apply === undefined) throw new Error('there is a route for operations');
    this.#apply = apply;
    this.#sampler = new SchemaSampler(random, document.components.schemas, {
      SessionId: () => random.pick(sessions),
      ObjectId: () => `#${1 + random.below(30)}`,
      Name: () => random.pick(['a', 'b', 'c', 'n', 'f', 'Node']),
      source: () => random.pick(PROGRAMS),
      Reference: () => random.pick(['a', 'b', 'c', 'n', '#1', '#7', 'a[0]', "b['k']", 'n.next']),
    });
  }

  next(): Case {
    const random = this.#random;
    const [path, method, operation] = random.chance(0.4) ? this.#apply : random.pick(this.#operations);
    const parameters = operation.parameters ?? [];
    const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => this.#pathValue(parameters, name));
    const query = parameters.filter((one) => one.in === 'query' && random.chance(0.4));
    const search = query.map(
      ({ name, schema }) => `${name}=${this.#text(this.#sampler.nearly(schema, 0.2))}`,
    );
    if (random.chance(0.03)) search.push(`extra=${random.below(9)}`);
    const type = random.pick(Object.keys(operation.requestBody?.content ?? { none: 0 }));
    const body = type === 'none' ? undefined : this.#body(type, operation);
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': type };
    if (random.chance(0.1)) headers['if-match'] = random.pick(['"0"', '"1"', '*', 'W/"1"', 'x', '"']);
    const url = search.length === 0 ? filled : `${filled}?${search.join('&')}`;
    return { operationId: operation.operationId, method: method.toUpperCase(), path: url, body, headers };
  }

  #pathValue(parameters: NonNullable<Operation['parameters']>, name: string): string {
    const found = parameters.find((one) => one.in === 'path' && one.name === name);
    return this.#text(this.#sampler.nearly(found?.schema ?? {}, 0.1));
  }

  #body(type: string, operation: Operation): string {
    const schema = operation.requestBody?.content[type]?.schema ?? {};
    const value = () => JSON.stringify(this.#sampler.nearly(schema, 0.3)) ?? 'null';
    const text = type === 'application/x-ndjson' ? [value(), value()].join('\n') : value();
    if (!this.#random.chance(0.05)) return text;
    return this.#random.pick([text.slice(0, -1), `${text}]`, '', '\u0000', text.replace('"', "'")]);
  }

  #text(value: unknown): string {
    return encodeURIComponent(typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value)).slice(
      0,
      2000,
    );
  }
}

/** What is wrong with the answer; the sessions that requests are about are kept in number. */
async function verdict(server: TestServer, request: Case, sessions: string[]): Promise<string | undefined> {
  const answer = await server.call<unknown>(request.method, request.path, request.body, request.headers);
  if (answer.status === 204 && request.method === 'DELETE') {
    const gone = sessions.findIndex((id) => request.path.includes(id));
    if (gone >= 0) sessions[gone] = await newSession(server, PYTHONS[gone % PYTHONS.length]);
  }
  if (answer.status >= 500) return `answered ${answer.status}`;
  if (answer.status >= 400) {
    const parsed = problem.safeParse(answer.body);
    return parsed.success && parsed.data.status === answer.status
      ? undefined
      : 'is refused without problem details';
  }
  const route = ROUTES.find(({ name }) => name === request.operationId);
  if (route?.answer === undefined) return undefined;
  const type = answer.headers.get('content-type')?.split(';', 1)[0] ?? '';
  if (route.otherTypes?.includes(type) === true) {
    return typeof answer.body === 'string' && answer.body !== '' ? undefined : `has no text of type ${type}`;
  }
  for (const value of valuesOf(answer.body, route.answerType)) {
    const parsed = route.answer.safeParse(value);
    if (!parsed.success) return `answers against its contract: ${parsed.error.message}`;
  }
  return undefined;
}

/** The one JSON value of a body, or one for each of its lines. */
function valuesOf(body: unknown, type: string | undefined): unknown[] {
  if (type !== 'application/x-ndjson' || typeof body !== 'string') return [body];
  return body
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

test('requests made from the OpenAPI document are answered or refused, and never break the server', async () => {
  const server = await testServer(LIMITS);
  const document = (await server.call<Document>('GET', '/openapi.json')).body;
  const sessions: string[] = [];
  for (const python of [...PYTHONS, ...PYTHONS]) sessions.push(await newSession(server, python));
  const seed = runSeed();
  const maker = new RequestMaker(new Random(seed), document, sessions);

  for (let index = 0; index < fuzzCount(600); index++) {
    const request = maker.next();
    const complaint = await verdict(server, request, sessions);
    expect(
      complaint,
      `seed ${seed}, request ${index}: ${JSON.stringify(request).slice(0, 2000)}`,
    ).toBeUndefined();
  }

  expect((await server.call('GET', '/livez')).status).toBe(200);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
}, 600_000);
