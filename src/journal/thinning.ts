/**
 * Which snapshots of a session to give up when there are too many, or too large ones.
 *
 * The past is reached from the newest snapshot before it, so the one is given up whose loss makes the shortest new way. The
 * newest two always stay: the newest, so that loading is fast, and one to fall back to.
 */

export interface SnapshotMark {
  readonly batch: number;
  readonly offset: number;
  readonly bytes: number;
}

export interface SnapshotBudget {
  readonly count: number;
  readonly bytes: number;
}

export const SNAPSHOT_BUDGET: SnapshotBudget = { count: 64, bytes: 256 * 1024 * 1024 };

const ALWAYS_KEPT = 2;

/** The batches of the snapshots to give up. @param marks oldest first */
export function surplusSnapshots(marks: readonly SnapshotMark[], budget = SNAPSHOT_BUDGET): number[] {
  const kept = [...marks];
  const surplus: number[] = [];
  let bytes = kept.reduce((sum, mark) => sum + mark.bytes, 0);
  while (kept.length > ALWAYS_KEPT && (kept.length > budget.count || bytes > budget.bytes)) {
    const [victim] = kept.splice(leastMissed(kept), 1);
    if (victim === undefined) break;
    bytes -= victim.bytes;
    surplus.push(victim.batch);
  }
  return surplus;
}

/** The events between the neighbours of a snapshot are what must be replayed when it is gone. */
function leastMissed(kept: readonly SnapshotMark[]): number {
  let least = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < kept.length - ALWAYS_KEPT; index++) {
    const way = (kept[index + 1]?.offset ?? 0) - (kept[index - 1]?.offset ?? 0);
    if (way >= shortest) continue;
    shortest = way;
    least = index;
  }
  return least;
}
