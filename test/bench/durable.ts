/**
 * What durability costs: a batch in the SQLite journal against the same bytes appended to a file and forced to the disk; and what snapshots
 * save: a session loaded from one against a session replayed from its first operation. Time on the clock, since the disk is waited for.
 */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSessionRequest } from '../../src/contract/index.ts';
import { MemoryJournal, SqliteJournal } from '../../src/journal/index.ts';
import {
  DEFAULT_LIMITS,
  type Journal,
  type Operation,
  type Session,
  SessionRegistry,
  type Snapshot,
} from '../../src/session/index.ts';
import { median, progress } from './clock.ts';
import type { Row } from './report.ts';

const TOGETHER = 32;
const ROUNDS = 5;
const BATCHES = 200;
const BATCH_OPERATIONS = 10;
const REPLAYED = 1_000_000;
const REPLAYED_BATCH = 10_000;
const NAMES = 1_000;

export async function measureDurable(scale: number): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'heaplab-bench-'));
  try {
    return [...(await batches(directory, scale)), await restoring(scale)];
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Rounds in turns, so that both meet the same disk. */
async function batches(directory: string, scale: number): Promise<Row[]> {
  const journal = await SqliteJournal.open({ directory: join(directory, 'journal') });
  const registry = newRegistry(journal);
  const sessions: Session[] = [];
  for (let at = 0; at < TOGETHER; at++) sessions.push(await create(registry));
  const rows: Row[] = [];
  for (const writers of [1, TOGETHER]) {
    progress(`  durable batches, ${writers} at a time`);
    const each = Math.max(4, Math.round((BATCHES * scale * 4) / (writers === 1 ? 4 : writers)));
    const times: [ours: number[], theirs: number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      times[0].push(await appendAll(journal, sessions.slice(0, writers), each));
      times[1].push(await syncAll(join(directory, `log-${writers}-${round}`), writers, each));
    }
    const [ours, theirs] = [median(times[0]), median(times[1])];
    rows.push({
      group: 'durable',
      workload: writers === 1 ? 'a durable batch, alone' : `a durable batch, ${writers} at a time`,
      unit: 'us',
      heaplab: ours / 1000,
      other: theirs / 1000,
      ratio: ours / theirs,
      goal: writers === 1 ? { of: 'ratio', atMost: 1.3 } : undefined,
      note: `of ${BATCH_OPERATIONS} operations, against append + fdatasync of their JSON; on the clock`,
    });
  }
  await registry.close();
  return rows;
}

const batchOf = (seq: number): Operation[] =>
  Array.from({ length: BATCH_OPERATIONS }, (_, at) => ({ op: 'mark', label: `operation ${seq + at}` }));

const seqs = new Map<string, number>();

/** Nanoseconds a batch: every session appends its own, one after another. */
async function appendAll(journal: Journal, sessions: readonly Session[], each: number): Promise<number> {
  const start = performance.now();
  await Promise.all(
    sessions.map(async ({ id }) => {
      for (let at = 0; at < each; at++) {
        const seq = seqs.get(id) ?? 0;
        const batch = { operations: batchOf(seq), applied: BATCH_OPERATIONS, offset: seq + BATCH_OPERATIONS };
        const outcome = await journal.append({ session: id, owner: 1, expectedSeq: seq, batch });
        if (outcome !== 'appended') throw new Error(`the journal answered ${outcome}`);
        seqs.set(id, seq + BATCH_OPERATIONS);
      }
    }),
  );
  return ((performance.now() - start) * 1e6) / (each * sessions.length);
}

/** The same by hand: each writer appends to the one log and waits for the disk before its next batch. */
async function syncAll(path: string, writers: number, each: number): Promise<number> {
  const log = await open(path, 'a');
  const start = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let at = 0; at < each; at++) {
        await log.write(`${JSON.stringify(batchOf(at * BATCH_OPERATIONS))}\n`);
        await log.datasync();
      }
    }),
  );
  const elapsed = performance.now() - start;
  await log.close();
  return (elapsed * 1e6) / (each * writers);
}

/** A journal whose snapshots can be out of sight. */
class Shortsighted extends MemoryJournal {
  blind = false;

  override async snapshotBefore(
    id: string,
    bound: { readonly seq: number; readonly offset: number },
  ): Promise<Snapshot | undefined> {
    return this.blind ? undefined : super.snapshotBefore(id, bound);
  }
}

async function restoring(scale: number): Promise<Row> {
  const journal = new Shortsighted();
  const registry = newRegistry(journal);
  const session = await create(registry);
  const operations = REPLAYED * scale;
  progress(`  ${operations.toLocaleString('en-US')} operations to replay`);
  for (let seq = 0; seq < operations; seq += REPLAYED_BATCH) {
    const applied = await session.apply({ operations: bindings(seq), onError: 'stop' });
    if (!applied.ok || applied.value.failed !== undefined) throw new Error('the operations did not apply');
  }
  const times: [restored: number[], replayed: number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    journal.blind = false;
    for (let time = 0; time < 3; time++) times[0].push(await loading(session));
    journal.blind = true;
    times[1].push(await loading(session));
  }
  await registry.close();
  const [restored, replayed] = [median(times[0]), median(times[1])];
  return {
    group: 'durable',
    workload: `a session loaded from its snapshot, against replay of ${operations.toLocaleString('en-US')} operations`,
    unit: 'ms',
    heaplab: restored,
    other: replayed,
    ratio: replayed / restored,
    goal: { of: 'ratio', atLeast: 50 },
    note: 'ratio: how many times faster; on the clock',
  };
}

function bindings(seq: number): Operation[] {
  return Array.from({ length: REPLAYED_BATCH }, (_, at) => ({
    op: 'new',
    type: 'list',
    as: `x${(seq + at) % NAMES}`,
  }));
}

/** Milliseconds until a session that was not in memory has answered. */
async function loading(session: Session): Promise<number> {
  await session.unload();
  const start = performance.now();
  const seen = await session.read((process) => ({ ok: true, value: process.heap.liveObjects }));
  if (!seen.ok || seen.value < NAMES) throw new Error('the session did not come back');
  return performance.now() - start;
}

async function create(registry: SessionRegistry): Promise<Session> {
  const created = await registry.create(createSessionRequest.parse({ python: '3.11' }));
  if (!created.ok) throw new Error(created.fault.code);
  return created.value;
}

function newRegistry(journal: Journal): SessionRegistry {
  let named = 0;
  return new SessionRegistry(
    {
      clock: { now: () => Date.now() },
      ids: {
        session: () => `s_${String(++named).padStart(20, '0')}`,
        epoch: () => `e_${String(++named).padStart(12, '0')}`,
      },
      turn: async () => new Promise((resolve) => setImmediate(resolve)),
      journal,
      ephemeralJournal: new MemoryJournal(),
      reportBug: (_session, error) => {
        throw error;
      },
    },
    DEFAULT_LIMITS,
  );
}
