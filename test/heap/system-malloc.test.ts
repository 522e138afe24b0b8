import { describe, expect, test } from 'vitest';
import type { Memory } from '../../src/heap/memory.ts';
import { memoryOf } from './memory-support.ts';

const KIB = 1024;

function rawMany(memory: Memory, count: number, nbytes: number): number[] {
  return Array.from({ length: count }, () => memory.rawAlloc(nbytes));
}

test('a freed block is given to the next equal request, the one freed last first', () => {
  const { memory } = memoryOf();
  const [a, b] = rawMany(memory, 3, 2000).map((block) => [block, memory.addressOf(block)] as const);
  memory.rawFree(a?.[0] as number);
  memory.rawFree(b?.[0] as number);

  const addresses = rawMany(memory, 2, 2000).map((block) => memory.addressOf(block));

  expect(addresses).toEqual([b?.[1], a?.[1]]);
});

test('blocks are 16-byte aligned and a header apart', () => {
  const { memory } = memoryOf();

  const addresses = [1, 24, 25, 0].map((nbytes) => memory.addressOf(memory.rawAlloc(nbytes)));

  expect(addresses.map((address) => address - 0x5500_0000_0000)).toEqual([16, 48, 80, 128]);
});

test('the break moves by pages, and what it covers is resident', () => {
  const { memory, happened } = memoryOf();

  memory.rawAlloc(100);
  memory.rawAlloc(5000);

  // The heap of the test starts at 0x5500_0000_0000, and 21760 is 0x5500.
  expect(happened()).toEqual([
    'RAW_BREAK_MOVED 0 4 0',
    'RAW_ALLOCATED 16 21760 100',
    'RAW_BREAK_MOVED 4 8 0',
    'RAW_ALLOCATED 128 21760 5000',
  ]);
  expect(memory.residentBytes()).toEqual({ arenas: 0, systemHeap: 8192, mapped: 0, total: 8192 });
});

test('large blocks are mapped at addresses of their own and unmapped at once', () => {
  const { memory } = memoryOf();
  const [first, second] = rawMany(memory, 2, 200 * KIB);

  expect(memory.residentBytes().mapped).toBe(2 * 204 * KIB);
  expect(memory.addressOf(first as number) - memory.addressOf(second as number)).toBe(204 * KIB);
  const hole = memory.addressOf(first as number);
  memory.rawFree(first as number);
  expect(memory.residentBytes().mapped).toBe(204 * KIB);
  expect(memory.addressOf(memory.rawAlloc(200 * KIB))).toBe(hole);
  memory.validate();
});

test('a freed top goes back to the system, but one block above it keeps all of it resident', () => {
  const { memory } = memoryOf();
  const blocks = rawMany(memory, 100, 10 * KIB);
  const top = memory.rawAlloc(64);
  for (const block of blocks) memory.rawFree(block);

  const fragmented = memory.residentBytes().systemHeap;
  memory.rawFree(top);
  for (const block of rawMany(memory, 7, 10 * KIB)) memory.rawFree(block);

  expect(fragmented).toBeGreaterThan(1000 * KIB);
  expect(memory.residentBytes().systemHeap).toBeLessThan(200 * KIB);
  expect(memory.peakResidentBytes()).toBe(fragmented);
  memory.validate();
});

describe('resizing', () => {
  test('grows in place at the top of the heap and shrinks in place anywhere', () => {
    const { memory, happened } = memoryOf();
    const first = memory.rawAlloc(1000);
    const last = memory.rawAlloc(1000);
    happened();

    expect(memory.rawRealloc(last, 4000)).toBe(last);
    expect(memory.rawRealloc(first, 100)).toBe(first);

    expect(happened().map((event) => event.split(' ')[0])).toEqual([
      'RAW_BREAK_MOVED',
      'RAW_FREED',
      'RAW_ALLOCATED',
      'RAW_FREED',
      'RAW_ALLOCATED',
    ]);
    expect(memory.systemFigures()).toMatchObject({ blocks: 2, requestedBytes: 4100 });
    memory.validate();
  });

  test('moves when something follows, the new block before the old one goes', () => {
    const { memory, happened } = memoryOf();
    const first = memory.rawAlloc(1000);
    memory.rawAlloc(1000);
    happened();

    const moved = memory.rawRealloc(first, 1500);

    expect(moved).not.toBe(first);
    expect(happened().map((event) => event.split(' ')[0])).toEqual(['RAW_ALLOCATED', 'RAW_FREED']);
    memory.validate();
  });

  test('keeps a mapped block while its pages stay the same, and moves it otherwise', () => {
    const { memory } = memoryOf();
    const block = memory.rawAlloc(200 * KIB);

    expect(memory.rawRealloc(block, 200 * KIB + 100)).toBe(block);
    expect(memory.rawRealloc(block, 300 * KIB)).not.toBe(block);
    expect(memory.systemFigures()).toMatchObject({ blocks: 1, mappedBytes: 304 * KIB, heapBytes: 0 });
  });
});

test('thousands of requests of all sizes keep every equation, and blocks never overlap', () => {
  const { memory } = memoryOf();
  const live: number[] = [];

  for (let step = 0; step < 5000; step++) {
    const draw = Math.imul(step + 1, 0x9e3779b1) >>> 0;
    const size = draw % 50 === 0 ? draw % 300_000 : draw % 3000;
    if (live.length < 40 || draw % 3 === 0) live.push(memory.rawAlloc(size));
    else if (draw % 3 === 1)
      live.push(memory.rawRealloc(live.splice(draw % live.length, 1)[0] as number, size));
    else memory.rawFree(live.splice(draw % live.length, 1)[0] as number);
    if (step % 50 === 0) memory.validate();
  }

  const ranges = live.map((block) => [memory.addressOf(block), memory.sizeOf(block)] as const);
  ranges.sort(([a], [b]) => a - b);
  const overlapping = ranges.filter(([address], at) => {
    const [before, size] = ranges[at - 1] ?? [0, 0];
    return before + size > address;
  });
  expect(overlapping).toEqual([]);
  for (const block of live) memory.rawFree(block);
  memory.validate();
  expect(memory.systemFigures()).toMatchObject({ blocks: 0, requestedBytes: 0, mappedBytes: 0 });
});

test('freeing a block twice is a bug that does not pass unnoticed', () => {
  const { memory } = memoryOf();
  const block = memory.rawAlloc(1000);
  memory.rawFree(block);

  expect(() => memory.rawFree(block)).toThrow('live');
});
