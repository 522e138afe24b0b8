import { expect, test } from 'vitest';
import { newFloat, newInt, type Process } from '../../src/objects/index.ts';
import { createProcess } from '../../src/operations/index.ts';

interface History {
  readonly events: number[][];
  readonly process: Process;
  /** Times that a number was exchanged in one piece. */
  readonly exchanges: number;
}

/** Makes and drops numbers by chance, and tells every event and every address. While blocks are traced, no number takes the short way. */
function history(traced: boolean): History {
  const process = createProcess({ python: '3.11', keptEvents: 1 << 17 });
  const { heap } = process;
  if (traced) heap.memory.tracemalloc.start(1);
  const alive: number[] = [];
  let state = 1;
  let exchanges = 0;
  for (let step = 0; step < 8_000; step++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const chance = state >> 12;
    const grows = (step >> 10) % 2 === 0 ? 3 : 1;
    if (alive.length === 0 || chance % 4 < grows)
      alive.push(chance % 8 < 4 ? newInt(process, 1000 + step) : newFloat(process, step / 3));
    else if (chance % 16 < 12) heap.decref(alive.splice(chance % alive.length, 1)[0] as number);
    else {
      const at = chance % alive.length;
      const old = alive[at] as number;
      const made = heap.numbers.exchangeInt(old, 1000 + step) || heap.numbers.exchangeFloat(old, step / 3);
      if (made !== 0) exchanges++;
      alive[at] = made === 0 ? renewed(process, old, step) : made;
    }
  }
  const events: number[][] = [];
  heap.ring.forEach(1, heap.ring.offset, (...event) => events.push(event));
  return { events, process, exchanges };
}

/** A number of the same type made, and then the old one dropped. */
function renewed(process: Process, old: number, step: number): number {
  const isInt = process.heap.typeOf(old) === process.types.atoms.int;
  const made = isInt ? newInt(process, 1000 + step) : newFloat(process, step / 3);
  process.heap.decref(old);
  return made;
}

test('numbers that are made and ended in one piece write the events that the steps write', () => {
  const short = history(false);
  const long = history(true);

  expect(short.events.length).toBeGreaterThan(10_000);
  expect(short.events).toEqual(long.events);
  expect(short.exchanges).toBeGreaterThan(100);
  expect(long.exchanges).toBe(0);
  expect(short.process.heap.liveObjects).toBe(long.process.heap.liveObjects);
  short.process.heap.memory.validate();
});
