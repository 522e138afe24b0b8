/** What a session is made of, and where a heap that was loaded for it stands. */
import type { Position } from '../contract/index.ts';
import type { Journal } from './ports.ts';
import type { ReplaySource } from './replay.ts';
import type { Workers } from './threads/workers.ts';

export interface SessionSource extends ReplaySource {
  readonly journal: Journal;
  /** As whom this process writes to the journal. */
  readonly owner: number;
  /** Left out: everything happens in this thread. */
  readonly workers?: Workers | undefined;
}

export type Place = Pick<Position, 'seq' | 'offset'>;

export interface Loaded extends Place {
  readonly batch: number;
  readonly steps: number;
  /** The journal ends in the middle of a program. */
  readonly unfinished: boolean;
}
