/** mem.alloc, mem.realloc, mem.free: bare blocks through PyObject_Malloc. */
import { expect, test } from 'vitest';
import type { JsonOperation } from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

const alloc = (as: string, size: number): JsonOperation => ({ op: 'mem.alloc', as, bytes: size });
const realloc = (of: string, size: number): JsonOperation => ({ op: 'mem.realloc', of, bytes: size });
const free = (of: string): JsonOperation => ({ op: 'mem.free', of });

function place(
  s: Scenario,
  operation: JsonOperation,
): { arena: number | null; offset: number | null; address: string } {
  return s.ask(operation) as { arena: number | null; offset: number | null; address: string };
}

test('blocks of one class lie side by side in a pool', () => {
  const s = scenario({ python: '3.9' });

  const offsets = [place(s, alloc('a', 20)), place(s, alloc('b', 32)), place(s, alloc('c', 33))];

  // 4 KiB pools with a header of 48 bytes; 33 bytes are of the next class, whose pool is the next one.
  const [a, b, c] = offsets.map(({ offset }) => (offset ?? 0) - (offsets[0]?.offset ?? 0));
  expect([a, b, c]).toEqual([0, 32, 4096]);
  expect(offsets[0]).toMatchObject({ arena: 0, address: expect.stringMatching(/^0x[0-9a-f]+$/) });
});

test('the block that was freed last is handed out first', () => {
  const s = scenario();
  const first = place(s, alloc('a', 16));
  s.run(alloc('b', 16), free('a'));

  expect(place(s, alloc('c', 10))).toEqual(first);
});

test('a block stays where it is while it fits and is not much too large', () => {
  const s = scenario();
  const first = place(s, alloc('a', 64));

  expect(place(s, realloc('a', 60))).toEqual(first);
  expect(place(s, realloc('a', 48))).not.toEqual(first);
});

test('more than 512 bytes come from the system, and zero as one byte', () => {
  const s = scenario();

  expect([
    place(s, alloc('a', 512)).arena,
    place(s, alloc('b', 513)).arena,
    place(s, alloc('c', 0)).arena,
  ]).toEqual([0, null, null]);
  expect(s.events.ofType('raw.allocated').field('requested_bytes').at(-2)).toBe(513);
});

test('a block that grows beyond 512 bytes moves to the system and does not come back', () => {
  const s = scenario();
  s.run(alloc('a', 500));

  expect([place(s, realloc('a', 600)).arena, place(s, realloc('a', 16)).arena]).toEqual([null, null]);
});

test('reallocating nothing allocates, freeing nothing does nothing', () => {
  const s = scenario();
  expect(place(s, realloc('a', 16)).arena).toBe(0);

  s.run(free('nothing'));

  expect(s.recent.types()).toEqual(['operation.applied']);
});

test('a name that has a block is not given another: the first would be lost', () => {
  const s = scenario();
  s.run(alloc('a', 16));

  expect(s.raises(alloc('a', 16))).toBe('ValueError: block "a" is in use');
  s.run(free('a'));
  expect(place(s, alloc('a', 16)).arena).toBe(0);
});

test('an arena goes back when its last block does', () => {
  const s = scenario({ python: '3.8' });
  s.run(alloc('a', 16), alloc('b', 300));

  s.run(free('a'), free('b'));

  expect(s.recent.ofType('arena.freed')).toHaveLength(1);
  expect(s.process.heap.memory.allocatedBlocks()).toBe(0);
});

test('what-if settings change the geometry', () => {
  const s = scenario({
    python: '3.9',
    allocator: { pool_bytes: 8192, arena_bytes: 65536, small_request_threshold: 256 },
  });
  const first = place(s, alloc('a', 16));
  const next = place(s, alloc('b', 32));

  expect((next.offset ?? 0) - (first.offset ?? 0)).toBe(8192);
  expect(place(s, alloc('c', 300)).arena).toBeNull();
});

test('the seed decides where arenas lie, and nothing else', () => {
  const addresses = [0, 1, 1].map((seed) => place(scenario({ seed }), alloc('a', 16)));

  expect(addresses[1]).toEqual(addresses[2]);
  expect(addresses[0]?.address).not.toBe(addresses[1]?.address);
});
