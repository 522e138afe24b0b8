import { expect, test } from 'vitest';
import { type Receipt, receipt } from '../../src/contract/index.ts';
import { testServer } from '../support/server.ts';

const A = { op: 'new', type: 'list', as: 'a' };
const B = { op: 'new', type: 'list', as: 'b' };
const FAILS = { op: 'unbind', name: 'nope' };

test('a batch answers a receipt with one result per operation', async () => {
  const server = await testServer();
  const session = await server.session();

  const answer = await server.call<Receipt>('POST', `/v1/sessions/${session.id}/operations`, {
    operations: [A, B],
  });

  expect(answer.status).toBe(200);
  expect(answer.headers.get('etag')).toBe('"2"');
  expect(receipt.parse(answer.body)).toMatchObject({
    session: session.id,
    seq: 2,
    epoch: session.epoch,
    results: [{ seq: 1 }, { seq: 2 }],
  });
});

test('one operation needs no batch', async () => {
  const server = await testServer();
  const { id } = await server.session();

  const answer = await server.call('POST', `/v1/sessions/${id}/operations`, A);

  expect(answer).toMatchObject({ status: 200, body: { seq: 1 } });
});

test('operations come a line each as newline-delimited JSON too', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const lines = `${JSON.stringify(A)}\n\n${JSON.stringify(B)}\r\n${JSON.stringify(FAILS)}`;
  const path = `/v1/sessions/${id}/operations?on_error=rollback`;

  const answer = await server.call('POST', path, lines, { 'content-type': 'application/x-ndjson' });

  expect(answer).toMatchObject({ status: 200, body: { seq: 0, failed: 2, rolled_back: true } });
});

test('a Python exception is a result and no refusal', async () => {
  const server = await testServer();
  const { id } = await server.session();

  const stopped = await server.apply(id, [A, FAILS, B]);

  expect(stopped).toMatchObject({ seq: 1, failed: 1, results: [{ seq: 1 }, {}] });
  expect(stopped.results[1]).toEqual({
    error: { exception: 'NameError', message: "name 'nope' is not defined" },
  });
});

test('a batch that rolls back says so and has not happened', async () => {
  const server = await testServer();
  const { id } = await server.session();

  const rolled = await server.apply(id, [A, FAILS], { on_error: 'rollback' });

  expect(rolled).toMatchObject({ seq: 0, offset: 0, failed: 1, rolled_back: true });
});

test('If-Match lets exactly one of many writers through', async () => {
  const server = await testServer();
  const { id } = await server.session();

  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      server.call('POST', `/v1/sessions/${id}/operations`, A, { 'if-match': '"0"' }),
    ),
  );

  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    200, 412, 412, 412, 412, 412, 412, 412,
  ]);
});

test.each([
  ['no body', undefined, 422, 'invalid_body', ''],
  ['no operations', { operations: [] }, 422, 'invalid_body', '/operations'],
  ['no list', { operations: {} }, 422, 'invalid_body', '/operations'],
  ['an unknown field', { operations: [A], extra: 1 }, 422, 'invalid_body', '/extra'],
  ['an unknown on_error', { operations: [A], on_error: 'ignore' }, 422, 'invalid_body', '/on_error'],
  ['an unknown operation', { operations: [A, { op: 'nope' }] }, 422, 'invalid_operation', '/operations/1/op'],
  ['an operation with an unknown field', { ...A, extra: 1 }, 422, 'invalid_operation', ''],
  ['an operation that is none', { operations: [null] }, 422, 'invalid_operation', '/operations/0'],
])('a body with %s is refused and nothing is applied', async (_what, body, status, code, pointer) => {
  const server = await testServer();
  const { id } = await server.session();

  const answer = await server.call('POST', `/v1/sessions/${id}/operations`, body);

  expect(answer).toMatchObject({ status, body: { code } });
  expect(answer.body.errors?.[0]?.pointer.startsWith(pointer)).toBe(true);
  expect((await server.call('GET', `/v1/sessions/${id}`)).body).toMatchObject({ seq: 0, offset: 0 });
});

test('limits are met with a clear fault and nothing half applied', async () => {
  const server = await testServer({ HEAPLAB_MAX_BODY_BYTES: '2000' });
  const { id } = await server.session({ limits: { operations_per_batch: 3, objects: 20 } });
  const path = `/v1/sessions/${id}/operations`;

  const long = await server.call('POST', path, { operations: [A, A, A, A] });
  const large = await server.call('POST', path, { operations: [{ ...A, as: 'x'.repeat(3000) }] });
  const many = await server.call('POST', path, {
    operations: [A, { op: 'repeat', times: 100, ops: [{ ...A, items: ['a'] }] }],
  });

  expect(long).toMatchObject({ status: 422, body: { code: 'too_many_operations' } });
  expect(large).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  expect(many).toMatchObject({ status: 422, body: { code: 'too_many_objects' } });
  expect((await server.call('GET', `/v1/sessions/${id}`)).body).toMatchObject({ seq: 0, offset: 0 });
});

test('a long batch does not keep others waiting', async () => {
  const server = await testServer();
  const [busy, idle] = [await server.session(), await server.session()];
  const order: string[] = [];

  await Promise.all([
    server.apply(busy.id, [{ op: 'repeat', times: 200_000, ops: [A] }]).then(() => order.push('busy')),
    server.apply(idle.id, [A]).then(() => order.push('idle')),
  ]);

  expect(order).toEqual(['idle', 'busy']);
});
