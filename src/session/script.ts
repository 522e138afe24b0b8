/**
 * A session as a Python script that checks, under the real interpreter of its version, what Heaplab answered. The answers come from
 * a replay: the journal holds the operations alone.
 */
import { type Outcome, type Position, RELEASES, refuse, type SessionSettings } from '../contract/index.ts';
import { type Applied, applied, checkingScript } from '../operations/index.ts';
import { execute, newProcess, type Operation } from './engine.ts';
import { batchesUntil } from './history.ts';
import type { StoredBatch, Turn } from './ports.ts';
import { SLICE_STEPS } from './replay.ts';
import type { Session } from './session.ts';
import { POSITION, positionLook } from './session-views.ts';

/** Python compiles so many statements in seconds. */
const MOST_OPERATIONS = 100_000;

export interface ExportedScript {
  readonly position: Position;
  readonly text: string;
}

/** @param at the moment that it ends at; undefined: now */
export async function exportScript(session: Session, at?: number): Promise<Outcome<ExportedScript>> {
  const end = await session.readAt(at ?? session.position.seq, positionLook, POSITION);
  if (!end.ok) return end;
  const position = end.value;
  if (position.seq > MOST_OPERATIONS) return refuse('script_too_long', { maximum: MOST_OPERATIONS });
  const { source } = session;
  const { settings } = source.record;
  const history = await appliedIn(batchesUntil(source, position), settings, source.turn);
  const { python, gc } = settings;
  const title = `Session ${session.id} when ${position.seq} operations had been applied, as Heaplab answered.`;
  const release = RELEASES[python];
  const unlikely = settingsOfNoInterpreter(settings);
  return {
    ok: true,
    value: { position, text: checkingScript({ title, python, release, gc, unlikely }, history) },
  };
}

/** Every operation by itself, so that the collector can be looked at after each. */
async function appliedIn(
  batches: AsyncIterable<StoredBatch>,
  settings: SessionSettings,
  turn: Turn,
): Promise<Applied[]> {
  const process = newProcess(settings);
  const history: Applied[] = [];
  let seq = 0;
  let steps = 0;
  /** A program that was run in parts: they are one operation. */
  let begun: Operation | undefined;
  const apply = async (operation: Operation): Promise<void> => {
    const execution = execute(process, { operations: [operation], seq }, settings);
    for (let done = false; !done; ) {
      const before = execution.steps;
      done = execution.run(SLICE_STEPS - (steps % SLICE_STEPS));
      steps += Math.max(1, execution.steps - before);
      if (steps % SLICE_STEPS === 0) await turn();
    }
    const [result] = execution.results;
    if (operation.op !== 'program.continue') begun = operation;
    if (result === undefined) return;
    if (result.error === undefined) seq++;
    history.push(applied(process, begun ?? operation, result));
  };
  for await (const { operations } of batches) for (const operation of operations) await apply(operation);
  return history;
}

function settingsOfNoInterpreter({ allocator, seed }: SessionSettings): string[] {
  const overrides = Object.entries(allocator).map(([name, value]) => `allocator.${name} = ${value}`);
  return seed === 0 ? overrides : [...overrides, `seed = ${seed} (where arenas lie)`];
}
