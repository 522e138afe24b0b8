/** What nobody sends by mistake: every one is refused at once, and leaves nothing behind. */
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { problem } from '../../src/contract/index.ts';
import { ROUTES } from '../../src/http/index.ts';
import { OPERATIONS } from '../../src/operations/index.ts';
import { type TestServer, testServer } from '../support/server.ts';

const SLOW_MS = 50;
const NO_SESSION = 's_00000000000000000000';

/** Sends a request line as it stands: clients would tidy it. */
async function rawStatus(server: TestServer, method: string, target: string): Promise<number> {
  const { hostname, port } = new URL(server.url);
  const answer = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `${method} ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`,
      );
    });
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
    socket.setTimeout(5_000, () => socket.destroy());
  });
  return Number(answer.split(' ')[1]);
}

class Stopwatch {
  readonly slow: string[] = [];
  slowestMs = 0;

  async time<T>(what: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    const elapsedMs = performance.now() - start;
    this.slowestMs = Math.max(this.slowestMs, elapsedMs);
    if (elapsedMs > SLOW_MS) this.slow.push(`${what.slice(0, 80)}: ${elapsedMs.toFixed(0)} ms`);
    return result;
  }

  /** Figures for people; a busy machine decides no test. */
  tell(what: string): void {
    console.info(`${what}: slowest ${this.slowestMs.toFixed(1)} ms; over ${SLOW_MS} ms: ${this.slow.length}`);
  }
}

function expectCleanPrototype(): void {
  expect(Object.keys(Object.prototype)).toEqual([]);
  for (const name of ['polluted', 'admin', 'x', 'toJSON']) expect(name in {}).toBe(false);
}

const IDS = [
  '../',
  '..',
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5c',
  '%00',
  's_%00000000000000000000',
  `${NO_SESSION}%00`,
  `${NO_SESSION}%0d%0aset-cookie:%20x=1`,
  '%ff%fe',
  '%c0%ae%c0%ae',
  '%',
  '%zz',
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  '{}',
  '[object%20Object]',
  '%24%7b7*7%7d',
  "'%20OR%20'1'='1",
  '%f0%9f%90%8d',
  'a'.repeat(10_000),
  '%2e'.repeat(3_000),
];

test('no name of a session or of a part is anything but refused', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const watch = new Stopwatch();
  const wrong: string[] = [];

  for (const route of ROUTES.filter(({ path }) => path.includes('{'))) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    for (const hostile of names) {
      for (const value of IDS) {
        const target = route.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
          if (name === hostile) return value;
          return name === 'id' ? id : '0';
        });
        const status = await watch.time(target, async () => rawStatus(server, route.method, target));
        if (status < 400 || status > 499) wrong.push(`${route.method} ${target.slice(0, 100)}: ${status}`);
      }
    }
  }

  watch.tell('hostile names');
  expect(wrong).toEqual([]);
  expect((await server.call('GET', `/v1/sessions/${id}`)).status).toBe(200);
}, 60_000);

const BOMBS: readonly (readonly [string, string])[] = [
  ['open brackets', '['.repeat(1_000_000)],
  ['nested arrays', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
  ['nested objects', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
  ['nested operations', `${'{"op":"repeat","times":2,"ops":['.repeat(20_000)}${']}'.repeat(20_000)}`],
  ['a batch in a batch', `${'{"operations":['.repeat(50_000)}${']}'.repeat(50_000)}`],
  ['a long number', '9'.repeat(1_000_000)],
  ['a long exponent', `1e${'9'.repeat(1_000_000)}`],
  ['a long string', `"${'\\u0000'.repeat(200_000)}"`],
  ['an endless string', `"${'a'.repeat(1_000_000)}`],
  ['many keys', `{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join()}}`],
  ['many numbers', `[${'1e308,'.repeat(200_000)}1]`],
  ['a thousand duplicates', `{${'"op":"new",'.repeat(100_000)}"op":1}`],
  ['__proto__', '{"__proto__":{"polluted":true}}'],
  ['__proto__ below', '{"op":"new","type":"list","as":"a","x":{"__proto__":{"polluted":true}}}'],
  ['__proto__ in escapes', '{"\\u005f\\u005fproto\\u005f\\u005f":{"polluted":true}}'],
  ['constructor', '{"constructor":{"prototype":{"polluted":true}}}'],
  ['toJSON', '{"op":"new","type":"list","as":"a","toJSON":1}'],
  ['infinity', '{"op":"repeat","times":1e999,"ops":[]}'],
  ['NaN', '{"op":"repeat","times":NaN,"ops":[]}'],
  ['a null byte', '{"op":"ne\u0000w"}'],
  ['a lone surrogate', '{"op":"\\ud800"}'],
  ['a byte order mark', '\ufeff{"op":"new","type":"list","as":"a"}'],
  ['two values', '{}{}'],
  ['nothing but space', ' '.repeat(1_000_000)],
];

test('no body blows up: every one is refused by every route that takes one', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const watch = new Stopwatch();

  for (const route of ROUTES.filter(({ body }) => body !== undefined)) {
    const path = route.path.replace('{id}', id);
    for (const [what, body] of BOMBS) {
      const answer = await watch.time(what, async () => server.call(route.method, path, body));
      expect(answer.status, `${route.name}: ${what}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `${route.name}: ${what}`).toBeLessThan(500);
      expect(problem.safeParse(answer.body).success, `${route.name}: ${what}`).toBe(true);
    }
  }

  watch.tell('bombs');
  expectCleanPrototype();
  expect((await server.call('GET', `/v1/sessions/${id}`)).body).toMatchObject({ seq: 0 });
}, 60_000);

interface Place {
  readonly path: readonly (string | number)[];
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

const DEEPEST = 4;

/** Every place of a schema where a number can stand, down to some depth. */
function numericPlaces(root: JsonSchema, schema: JsonSchema = root, path: Place['path'] = []): Place[] {
  if (path.length > DEEPEST) return [];
  const below = (inner: unknown, step: readonly (string | number)[]): Place[] =>
    isSchema(inner) ? numericPlaces(root, inner, [...path, ...step]) : [];
  if (schema.$ref !== undefined) return below(root.$defs?.[schema.$ref.replace('#/$defs/', '')], []);
  const numeric = schema.type === 'integer' || schema.type === 'number';
  return [
    ...(numeric ? [{ path }] : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((option) => below(option, [])),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => below(property, [name])),
    ...below(schema.prefixItems?.[0] ?? schema.items, [0]),
  ];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

/** The smallest body that has a value at a place. */
function bodyWith({ path }: Place, value: string, required: object = {}): string {
  const marked = path
    .toReversed()
    .reduce<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), 'VALUE');
  return JSON.stringify({ ...required, ...(marked as object) }).replace('"VALUE"', value);
}

const NUMBERS = [
  '1e308',
  '-1e308',
  '1e999',
  '9007199254740993',
  '-1',
  '1.5',
  '-0.5',
  '"1"',
  'null',
  '[1]',
  '{"valueOf":1}',
];

test('no number is too large, too small or too odd for any field of a session', async () => {
  const server = await testServer();
  const watch = new Stopwatch();
  const route = ROUTES.find(({ name }) => name === 'create_session');
  const schema = z.toJSONSchema(route?.body?.schema ?? z.never(), { io: 'input', reused: 'inline' });
  const places = numericPlaces(schema);
  const accepted: string[] = [];

  for (const place of places) {
    for (const value of NUMBERS) {
      const body = bodyWith(place, value);
      const { status } = await watch.time(body, async () => server.call('POST', '/v1/sessions', body));
      if (status < 400 || status > 499) accepted.push(`${body}: ${status}`);
    }
  }

  watch.tell(`numbers in ${places.length} fields of a session`);
  expect(places.length).toBeGreaterThan(12);
  // The one field where null means something: never expires.
  expect(accepted).toEqual(['{"ttl_seconds":null}: 201']);
}, 60_000);

test('no number in any field of any operation does harm', async () => {
  const server = await testServer({ HEAPLAB_MAX_REPEAT_ITERATIONS: '1000', HEAPLAB_MAX_OBJECTS: '10000' });
  const watch = new Stopwatch();
  const wrong: string[] = [];
  let places = 0;

  for (const { op, schema } of OPERATIONS) {
    const { id } = await server.session();
    for (const place of numericPlaces(
      z.toJSONSchema(schema, { io: 'input', reused: 'inline', unrepresentable: 'any' }),
    )) {
      places++;
      for (const value of NUMBERS) {
        const body = bodyWith(place, value, { op });
        const { status } = await watch.time(body, async () =>
          server.call('POST', `/v1/sessions/${id}/operations`, body),
        );
        if (status >= 500) wrong.push(`${body}: ${status}`);
      }
    }
  }

  watch.tell(`numbers in ${places} fields of operations`);
  expect(wrong).toEqual([]);
  expect((await server.call('GET', '/livez')).status).toBe(200);
  expectCleanPrototype();
}, 60_000);

test('no number in any query does harm', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const watch = new Stopwatch();
  const wrong: string[] = [];

  for (const route of ROUTES.filter(({ method, query }) => method === 'GET' && query !== undefined)) {
    for (const [name, field] of Object.entries(route.query?.shape ?? {})) {
      const { type } = z.toJSONSchema(field as z.ZodType, { io: 'input', unrepresentable: 'any' });
      for (const value of type === 'integer'
        ? ['1e308', '-1', '1.5', '9'.repeat(400), '0x10', '٣', '']
        : []) {
        const path = `${route.path.replace('{id}', id).replaceAll(/\{\w+\}/g, '0')}?${name}=${encodeURIComponent(value)}`;
        const { status } = await watch.time(path, async () => server.call('GET', path));
        if (status < 400 || status > 499) wrong.push(`${path}: ${status}`);
      }
    }
  }

  watch.tell('numbers in queries');
  expect(wrong).toEqual([]);
});

test('headers that are odd are refused or do nothing', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const long = 'x'.repeat(7_000);

  for (const headers of [
    { authorization: long },
    { authorization: 'Bearer' },
    { 'accept-language': 'zh,'.repeat(300) },
    { 'if-match': `"${long}"` },
    { 'idempotency-key': long },
    { 'content-encoding': '__proto__' },
    { 'content-type': 'application/json; charset=__proto__' },
  ]) {
    const { status } = await server.call(
      'POST',
      `/v1/sessions/${id}/operations`,
      '{"op":"gc.collect"}',
      headers,
    );
    expect(status, JSON.stringify(headers).slice(0, 60)).toBeLessThan(500);
  }
  expectCleanPrototype();
});
