/** Sessions that live in real worker threads, and looks that go with them. */
import { onTestFinished } from 'vitest';
import {
  DEFAULT_LIMITS,
  type Look,
  type Question,
  type Session,
  stateHash,
  Workers,
} from '../../src/session/index.ts';
import { type TestSessions, testSessions, valueOf } from './sessions.ts';

/** Nothing is light: every session lives in a worker from its first request. */
export const NOTHING = { slices: 0, objects: -1, events: -1 };

export interface WorkerSessions extends TestSessions {
  readonly workers: Workers;
  readonly lost: string[];
}

export function workerSessions(
  settings: Partial<ConstructorParameters<typeof Workers>[0]> = {},
): WorkerSessions {
  const lost: string[] = [];
  const workers = new Workers({
    entry: new URL('./fragile-worker.ts', import.meta.url),
    count: 1,
    memoryBytes: 256 * 1_048_576,
    past: DEFAULT_LIMITS.past,
    lost: (reason) => lost.push(reason),
    ...settings,
  });
  onTestFinished(() => workers.close());
  return Object.assign(testSessions({}, workers), { workers, lost });
}

interface Hashed {
  readonly hash: string;
  readonly position: object;
}

const hashLook: Look<Hashed> = (process, position) => ({
  ok: true,
  value: { hash: stateHash(process), position },
});

const HASH: Question = { view: 'hash', ask: {} };

/** The hash of the whole state with its position, wherever the heap is. */
export async function hashOf(session: Session): Promise<Hashed> {
  return valueOf(await session.read(hashLook, HASH));
}

export async function hashAt(session: Session, seq: number): Promise<Hashed> {
  return valueOf(await session.readAt(seq, hashLook, HASH));
}

/** Not by a matcher on the process itself, whose description would be megabytes. */
export function inThisThread(session: Session): boolean {
  return session.readableProcess !== undefined;
}

/** Asks the session's worker for its own end. */
export async function lose(session: Session, view: 'die' | 'devour' = 'die'): ReturnType<Session['read']> {
  return session.read(() => ({ ok: true, value: 'in no worker' }), { view, ask: {} });
}
