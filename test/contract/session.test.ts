import { expect, test } from 'vitest';
import { createSessionRequest, patchSessionRequest } from '../../src/contract/index.ts';

test('a session needs no settings at all', () => {
  expect(createSessionRequest.parse({})).toEqual({
    python: '3.9',
    allocator: {},
    gc: {},
    seed: 0,
    label: '',
    ephemeral: false,
    limits: {},
  });
});

test.each([
  [{ python: '2.7' }],
  [{ pyton: '3.9' }],
  [{ seed: -1 }],
  [{ seed: 1.5 }],
  [{ seed: 2 ** 32 }],
  [{ allocator: { arena_bytes: 100_000 } }],
  [{ allocator: { pool_bytes: 262_144 } }],
  [{ allocator: { alignment: 12 } }],
  [{ gc: { thresholds: [1, 2] } }],
  [{ label: 'x'.repeat(201) }],
  [{ ttl_seconds: 0 }],
  [{ limits: { objects: 0 } }],
  [{ limits: { unknown: 1 } }],
  [null],
  [[]],
])('%j is no request for a session', (request) => {
  expect(createSessionRequest.safeParse(request).success).toBe(false);
});

test('a session that never expires is asked for with null', () => {
  expect(patchSessionRequest.parse({ ttl_seconds: null })).toEqual({ ttl_seconds: null });
});
