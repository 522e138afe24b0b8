/** What is wrong with a field is told in the language of the reader, whether zod found it or we did. */
import { expect, test } from 'vitest';
import { type TestServer, testServer } from '../support/server.ts';

const CHINESE = { 'accept-language': 'zh' };

/** The complaints of a refusal, in the language asked for. */
async function complaints(
  server: TestServer,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const answer = await server.call('POST', path, body, headers);
  expect(answer.status).toBe(422);
  return answer.body.errors?.map(({ pointer, message }) => `${pointer}: ${message}`);
}

test.each([
  ['a wrong type', { source: 5 }, '/source: 无效输入：期望 string，实际接收 数字'],
  ['a missing field and an unknown one', { sorce: '' }, ': 出现未知的键(key): "sorce"'],
  ['too small a limit', { source: '', limits: { steps: 0 } }, '/limits/steps: 数值过小：期望 number >=1'],
  ['a refinement of ours', { source: '\ud800' }, '/source: 不能含有单独的代理项'],
])('%s in a program is told in Chinese', async (_what, body, expected) => {
  const server = await testServer();
  const { id } = await server.session();

  expect(await complaints(server, `/v1/sessions/${id}/programs`, body, CHINESE)).toContain(expected);
});

test.each([
  ['an unknown operation', { op: 'nope' }, '/operations/0/op: 没有操作 "nope"'],
  ['no operation at all', 3, '/operations/0: 必须是对象'],
  [
    'fields that do not go together',
    { op: 'new', type: 'int', as: 'a' },
    '/operations/0/value: 必须是整数，较大的整数写成数字字符串',
  ],
  ['a path that is none', { op: 'len', of: 'a[' }, null],
  ['a name that is none', { op: 'unbind', name: '1' }, '/operations/0/name: 必须是 Python 标识符'],
])('%s among operations is told in Chinese', async (_what, operation, expected) => {
  const server = await testServer();
  const { id } = await server.session();
  const path = `/v1/sessions/${id}/operations`;

  const told = await complaints(server, path, { operations: [operation] }, CHINESE);

  expect(told?.join()).toMatch(/[\u4e00-\u9fff]/);
  if (expected !== null) expect(told).toEqual([expected]);
});

test('settings that do not fit together are told in Chinese', async () => {
  const server = await testServer();

  expect(
    await complaints(server, '/v1/sessions', { python: '3.12', limits: { objects: 1e12 } }, CHINESE),
  ).toEqual(['/limits/objects: 最多 5000000']);
});

test('the same refusal is told in English to who asks for nothing else', async () => {
  const server = await testServer();
  const { id } = await server.session();

  expect(await complaints(server, `/v1/sessions/${id}/programs`, { source: 5 })).toEqual([
    '/source: Invalid input: expected string, received number',
  ]);
});
