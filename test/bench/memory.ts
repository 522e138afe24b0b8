/** What sessions weigh: the process's memory with many of them, less what it was without, by their number. */

import { createSessionRequest } from '../../src/contract/index.ts';
import { MemoryJournal } from '../../src/journal/index.ts';
import type { Operation } from '../../src/operations/index.ts';
import { DEFAULT_LIMITS, type Session, SessionRegistry } from '../../src/session/index.ts';
import { collectGarbage, progress } from './clock.ts';
import type { Row } from './report.ts';

const OBJECTS = 1000;
const GIB = 2 ** 30;
const RESTING_MS = 15_000;

export async function measureMemory(sessions: number): Promise<Row[]> {
  await weigh(10, OBJECTS);
  progress(`  ${sessions} sessions`);
  const empty = await weigh(sessions, 0);
  const full = await weigh(sessions, OBJECTS);
  const busy = await weigh(sessions, OBJECTS, 0);
  return [
    { group: 'memory', workload: 'an empty session at rest', unit: 'bytes', heaplab: empty },
    {
      group: 'memory',
      workload: `a session of ${OBJECTS} lists in a list, in use`,
      unit: 'bytes',
      heaplab: busy,
      note: 'with all its events since it was made',
    },
    {
      group: 'memory',
      workload: `a session of ${OBJECTS} lists in a list, at rest`,
      unit: 'bytes',
      heaplab: full,
      goal: { of: 'heaplab', atMost: Math.floor(GIB / 15_000) },
      note: `${Math.floor(GIB / full).toLocaleString('en-US')} sessions a GiB`,
    },
    {
      group: 'memory',
      workload: `an object, at ${OBJECTS} a session at rest`,
      unit: 'bytes',
      heaplab: (full - empty) / OBJECTS,
      goal: { of: 'heaplab', atMost: 64 },
    },
  ];
}

/** Bytes of one session, its journal included, so long after its last request. */
async function weigh(count: number, objects: number, pauseMs = RESTING_MS): Promise<number> {
  const clock = { nowMs: 0 };
  const registry = newRegistry(clock);
  const sessions: Session[] = [];
  const before = await bytesInUse();
  for (let at = 0; at < count; at++) {
    const created = await registry.create(createSessionRequest.parse({ python: '3.11' }));
    if (!created.ok) throw new Error(created.fault.code);
    sessions.push(created.value);
    const applied = await created.value.apply({ operations: operationsFor(objects), onError: 'stop' });
    if (!applied.ok || applied.value.failed !== undefined) throw new Error('the operations did not apply');
  }
  clock.nowMs += pauseMs;
  await registry.sweep();
  const bytes = ((await bytesInUse()) - before) / count;
  await registry.close();
  return sessions.length === 0 ? 0 : bytes;
}

function operationsFor(objects: number): Operation[] {
  const operations: Operation[] = [{ op: 'new', type: 'list', as: 'x' }];
  const body: Operation[] = [
    { op: 'new', type: 'list', as: 'y' },
    { op: 'append', list: 'x', item: 'y' },
  ];
  if (objects > 0) operations.push({ op: 'repeat', times: objects, index: 'i', ops: body });
  return operations;
}

async function bytesInUse(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function newRegistry(clock: { readonly nowMs: number }): SessionRegistry {
  let named = 0;
  const journal = new MemoryJournal();
  return new SessionRegistry(
    {
      clock: { now: () => clock.nowMs },
      ids: { session: () => `s_${named++}`, epoch: () => 'e_1' },
      turn: async () => new Promise((resolve) => setImmediate(resolve)),
      journal,
      ephemeralJournal: journal,
      reportBug: (_session, error) => {
        throw error;
      },
    },
    DEFAULT_LIMITS,
  );
}
