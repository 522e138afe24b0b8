/**
 * Snapshots of what tracemalloc had recorded: blocks that were allocated at one place are one group. They outlive tracing.
 * Bounded: the oldest are forgotten once there are many, or many groups in them.
 */
import type { TraceFrame } from './trace-sites.ts';

/** Blocks of one traceback. */
export interface TraceGroup {
  /** Most recent first. */
  readonly frames: readonly TraceFrame[];
  /** How many frames there were, also those beyond the limit. */
  readonly total: number;
  readonly sizeBytes: number;
  readonly count: number;
}

export interface TraceSnapshot {
  /** 1, 2, 3 ... in the order in which they were taken. */
  readonly number: number;
  /** The operation that took it. */
  readonly seq: number;
  readonly limit: number;
  readonly groups: readonly TraceGroup[];
}

export interface TraceSnapshotsState {
  readonly taken: number;
  readonly kept: readonly TraceSnapshot[];
}

const MOST_SNAPSHOTS = 100;
const MOST_GROUPS = 100_000;

export class TraceSnapshots {
  #taken = 0;
  #kept: TraceSnapshot[] = [];

  get kept(): readonly TraceSnapshot[] {
    return this.#kept;
  }

  add(snapshot: Omit<TraceSnapshot, 'number'>): TraceSnapshot {
    const made = { number: ++this.#taken, ...snapshot };
    this.#kept.push(made);
    let groups = this.#kept.reduce((sum, one) => sum + one.groups.length, 0);
    while (this.#kept.length > MOST_SNAPSHOTS || (groups > MOST_GROUPS && this.#kept.length > 1))
      groups -= this.#kept.shift()?.groups.length ?? 0;
    return made;
  }

  save(): TraceSnapshotsState | null {
    return this.#taken === 0 ? null : { taken: this.#taken, kept: this.#kept.map(copied) };
  }

  restore(state: TraceSnapshotsState | null): void {
    this.#taken = state?.taken ?? 0;
    this.#kept = (state?.kept ?? []).map(copied);
  }
}

function copied({ number, seq, limit, groups }: TraceSnapshot): TraceSnapshot {
  return {
    number,
    seq,
    limit,
    groups: groups.map(({ frames, ...rest }) => ({
      ...rest,
      frames: frames.map(({ file, line }) => ({ file, line })),
    })),
  };
}
