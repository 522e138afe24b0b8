/**
 * The history of a session, taken elsewhere: its batches up to a moment, and the hash of the state that they lead to.
 *
 * Whoever brings a history here has it replayed first. Every batch must end where it says, and all of them in the state whose hash
 * it names; else it is refused, and no session is made.
 */
import {
  type CreateSessionRequest,
  type Outcome,
  type Position,
  refuse,
  type SessionSettings,
} from '../contract/index.ts';
import { canBeSaved, execute, newProcess, type Process, stateOf } from './engine.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import type { JournalBatch, Snapshot, StoredBatch, Turn } from './ports.ts';
import { type ReplaySource, SLICE_STEPS } from './replay.ts';
import type { Session } from './session.ts';
import { STATE_HASH, stateHashLook } from './session-views.ts';
import { encodeState } from './state-bytes.ts';
import { stateHash } from './state-hash.ts';

export interface ExportedHistory {
  readonly position: Position;
  readonly stateHash: string;
  readonly batches: AsyncIterable<StoredBatch>;
}

/** A history as it arrives. */
export interface ImportedHistory {
  readonly request: CreateSessionRequest;
  /** The version of the engine that wrote it. */
  readonly engine: number;
  readonly batches: readonly StoredBatch[];
  readonly end: { readonly seq: number; readonly offset: number; readonly stateHash: string };
}

/** @param at the moment that it ends at; undefined: now */
export async function exportHistory(session: Session, at?: number): Promise<Outcome<ExportedHistory>> {
  const seq = at ?? session.position.seq;
  const end = await session.readAt(seq, stateHashLook, STATE_HASH);
  if (!end.ok) return end;
  const batches = batchesUntil(session.source, end.value.position);
  return { ok: true, value: { ...end.value, batches } };
}

/** What comes after the moment, or came while this is read, is left out; a batch that goes beyond it is cut. */
export async function* batchesUntil(
  { journal, record }: ReplaySource,
  { seq, offset }: Position,
): AsyncGenerator<StoredBatch> {
  for await (const batch of journal.read(record.id, 0)) {
    if (batch.offset <= offset && batch.seq + batch.applied <= seq) {
      yield batch;
      continue;
    }
    const applied = seq - batch.seq;
    if (applied > 0) yield { ...batch, operations: batch.operations.slice(0, applied), applied, offset };
    return;
  }
}

export interface ProvenHistory {
  readonly batches: readonly JournalBatch[];
  /** Where it leads to. */
  readonly end: { readonly seq: number; readonly offset: number };
  /** The state there, so that it need not be replayed again soon; where it can be saved. */
  readonly snapshot: Snapshot | undefined;
}

interface World {
  readonly turn: Turn;
  /** Steps that a replay may take. */
  readonly maxSteps: number;
}

/** Replays a history; the fault says where it does not do what it says. */
export async function proveHistory(
  history: ImportedHistory,
  settings: SessionSettings,
  world: World,
): Promise<Outcome<ProvenHistory>> {
  const process = newProcess(settings);
  let seq = 0;
  let left = world.maxSteps;
  for (const [index, batch] of history.batches.entries()) {
    if (batch.number !== index + 1 || batch.seq !== seq) return mismatch(`batch ${index + 1} is missing`);
    if (batch.operations.length > settings.limits.operations_per_batch) {
      return refuse('too_many_operations', { maximum: settings.limits.operations_per_batch });
    }
    const execution = execute(process, { operations: batch.operations, seq }, settings);
    const before = left;
    for (let done = false; !done && left >= 0; ) {
      done = execution.run(SLICE_STEPS - ((world.maxSteps - left) % SLICE_STEPS));
      left = before - execution.steps;
      if ((world.maxSteps - left) % SLICE_STEPS === 0) await world.turn();
    }
    if (left < 0) return mismatch(`it takes more than ${world.maxSteps} steps`);
    if (execution.fault !== undefined) return { ok: false, fault: execution.fault };
    const applied = execution.results.filter(({ error }) => error === undefined).length;
    const attempted = execution.results.length + (execution.suspended ? 1 : 0);
    const wrong = difference(batch, { applied, attempted }, process);
    if (wrong !== undefined) return mismatch(`batch ${batch.number} ${wrong}`);
    seq += applied;
  }
  return proveEnd(history, seq, process);
}

function difference(
  batch: StoredBatch,
  { applied, attempted }: { applied: number; attempted: number },
  process: Process,
): string | undefined {
  const { offset } = process.heap.ring;
  if (applied !== batch.applied || attempted !== batch.operations.length) {
    return `applies ${applied} operations, not ${batch.applied}`;
  }
  return offset === batch.offset ? undefined : `ends at event ${offset}, not ${batch.offset}`;
}

function proveEnd(
  { batches, end, engine }: ImportedHistory,
  seq: number,
  process: Process,
): Outcome<ProvenHistory> {
  const { offset } = process.heap.ring;
  if (seq !== end.seq || offset !== end.offset) {
    return mismatch(`it ends at operation ${seq} and event ${offset}, not ${end.seq} and ${end.offset}`);
  }
  if (stateHash(process) !== end.stateHash) {
    const foreign =
      engine === ENGINE_VERSION ? '' : ` (engine ${engine} wrote it, this is ${ENGINE_VERSION})`;
    return mismatch(`it leads to another state${foreign}`);
  }
  const snapshot = canBeSaved(process)
    ? { batch: batches.length, seq, offset, bytes: encodeState(stateOf(process)) }
    : undefined;
  return { ok: true, value: { batches, end: { seq, offset }, snapshot } };
}

function mismatch(reason: string): Outcome<never> {
  return refuse('journal_mismatch', { reason });
}
