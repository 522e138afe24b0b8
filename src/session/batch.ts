/**
 * One batch of operations on one process, in slices between which others have their turn.
 *
 * The batch stops at the first operation that raises: `applied` of them count, `attempted` is one more then. A fault means that a
 * limit was met; the process is then somewhere inside an operation and must be thrown away. `too_heavy` means that the batch takes
 * more slices than it may here; the process is then somewhere inside too.
 */
import type { Fault, OnError, OperationResult, Position, SessionSettings } from '../contract/index.ts';
import { execute, type Operation, type Process } from './engine.ts';
import type { Turn } from './ports.ts';
import { SLICE_STEPS } from './replay.ts';
import type { RequestKey } from './request-keys.ts';

export interface ApplyRequest {
  readonly operations: readonly Operation[];
  readonly onError: OnError;
  /** Sequence numbers that the session must be at one of. */
  readonly ifMatch?: readonly number[] | undefined;
  /** Under a key the batch is applied once, however often it comes. */
  readonly key?: RequestKey | undefined;
}

/** How much a batch led to. */
export interface Consequences {
  readonly events: number;
  /** How often the collector ran, by generation. */
  readonly collections: readonly number[];
}

export interface ApplyReceipt {
  readonly position: Position;
  readonly results: readonly OperationResult[];
  /** Index of the operation that raised. */
  readonly failed: number | undefined;
  readonly rolledBack: boolean;
  /** What became visible by it; left out where nothing did. */
  readonly count?: Consequences;
  /** Its program has run a part and is to go on. */
  readonly suspended?: boolean;
  /** The answer to an earlier request under the same key. */
  readonly replayed?: true;
}

export interface Applied {
  readonly results: readonly OperationResult[];
  readonly applied: number;
  readonly attempted: number;
  readonly failed: number | undefined;
  readonly fault: Fault | undefined;
  /** The fault came before anything was done: the process is as it was. */
  readonly untouched: boolean;
  /** The last operation is to go on: it was attempted, and has no result yet. */
  readonly suspended: boolean;
  /** How much work it was. */
  readonly steps: number;
  readonly count: Consequences;
  /** The operations as they have to be run again, where that is not as they came: an interrupt is noted in them. */
  readonly noted: readonly Operation[] | undefined;
}

/** Ctrl-C, for whoever has it in hand. */
export interface Interruptible {
  interrupt?: (() => void) | undefined;
}

export async function applyBatch(
  world: { readonly settings: SessionSettings; readonly turn: Turn; readonly slices: number },
  process: Process,
  batch: { readonly operations: readonly Operation[]; readonly seq: number; readonly interrupted: boolean },
  control: Interruptible,
): Promise<Applied | 'too_heavy'> {
  const before = consequencesOf(process);
  const execution = execute(process, batch, world.settings, world.slices * SLICE_STEPS);
  if (batch.interrupted) execution.interrupt();
  control.interrupt = () => execution.interrupt();
  for (let slices = 1; !execution.run(SLICE_STEPS); slices++) {
    if (slices >= world.slices) return 'too_heavy';
    await world.turn();
  }
  if (execution.abandoned) return 'too_heavy';
  const { results, fault, steps, untouched, suspended } = execution;
  const last = results.length - 1;
  const failed = results[last]?.error === undefined ? undefined : last;
  const applied = failed === undefined ? results.length : last;
  const count = since(before, consequencesOf(process));
  const attempted = results.length + (suspended ? 1 : 0);
  const noted = notedIn(execution, batch);
  return { results, applied, attempted, failed, fault, untouched, suspended, steps, count, noted };
}

function notedIn(
  { operations }: { readonly operations: readonly Operation[] },
  batch: { readonly operations: readonly Operation[] },
): readonly Operation[] | undefined {
  return operations.some((one, at) => one !== batch.operations[at]) ? operations : undefined;
}

function consequencesOf({ heap }: Process): Consequences {
  return {
    events: heap.ring.offset,
    collections: heap.collector.stats.map(({ collections }) => collections),
  };
}

function since(before: Consequences, now: Consequences): Consequences {
  const collections = now.collections.map(
    (count, generation) => count - (before.collections[generation] ?? 0),
  );
  return { events: now.events - before.events, collections };
}

/** The result of an operation that was rolled back has no place in the sequence. */
export function uncounted(result: OperationResult): OperationResult {
  const copy = { ...result };
  delete copy.seq;
  return copy;
}
