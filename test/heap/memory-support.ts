/** Small memories for tests of the allocator: settings with a few values replaced, and what happened, as text. */
import { EV } from '../../src/heap/event-codes.ts';
import { EventRing } from '../../src/heap/event-ring.ts';
import { Memory } from '../../src/heap/memory.ts';
import { addressPlan, type MemoryConfig } from '../../src/heap/memory-config.ts';

/** The layout of 3.9 with aligned arenas one after the other from 0x100000. */
export const CLASSIC: MemoryConfig = {
  arenaBytes: 262_144,
  poolBytes: 4096,
  alignment: 16,
  wordBytes: 8,
  smallRequestThreshold: 512,
  arenaReleaseRule: 'unless_rightmost',
  arenaMap: 'none',
  arenaBases: { mode: 'consecutive', first: 0x100000, step: 262_144 },
  arenaLimit: null,
  systemBases: { heap: 0x5500_0000_0000, mapped: 0x7e00_0000_0000 },
};

/** The layout of 3.11 and later, at addresses that a seed gives. */
export function modern(seed: number): MemoryConfig {
  const arenaBytes = 1_048_576;
  const sizes = { arenaBytes, poolBytes: 16_384, arenaMap: 64 } as const;
  return { ...CLASSIC, ...sizes, ...addressPlan(seed, { arenaBytes, wordBytes: 8 }) };
}

export function memoryOf(changes: Partial<MemoryConfig> = {}): { memory: Memory; happened: () => string[] } {
  const ring = new EventRing(1 << 16);
  const memory = new Memory({ ...CLASSIC, ...changes }, ring);
  let seen = 0;
  return {
    memory,
    /** The events since the last call: their names and numbers. */
    happened: () => {
      const events: string[] = [];
      ring.forEach(seen + 1, ring.offset, (_offset, code, _seq, a, b, c) => {
        events.push(`${NAMES.get(code)} ${a} ${b} ${c}`);
      });
      seen = ring.offset;
      return events;
    },
  };
}

export function allocMany(memory: Memory, count: number, nbytes: number): number[] {
  return Array.from({ length: count }, () => memory.alloc(nbytes));
}

const NAMES = new Map<number, string>(Object.entries(EV).map(([name, code]) => [code, name]));
