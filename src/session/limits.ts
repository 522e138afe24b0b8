/**
 * Every countable thing and its limit.
 *
 * The limits of a session are echoed in its settings; a client can make them tighter when it creates the session, never wider.
 * What an operation would pass is found by the operations room, which answers with the fault of the same name.
 */
import { complain, type Outcome, refuse, type SessionLimits } from '../contract/index.ts';
import type { PastLimits } from './past-moments.ts';

export interface ServerLimits {
  /** The widest limits that a session can have, and those that it has unless it asks for tighter ones. */
  readonly session: SessionLimits;
  readonly sessions: number;
  /** Of one owner, where keys are in use and the key does not say. */
  readonly sessionsPerOwner: number;
  readonly bodyBytes: number;
  /** A WebSocket frame from a client. */
  readonly frameBytes: number;
  /** Bytes that may wait in one subscriber's socket before it is fed no more. */
  readonly socketBufferBytes: number;
  /** What a session gets that does not say; null: it never expires. */
  readonly ttlSeconds: number | null;
  /** A session that nobody asked for so long leaves memory; the journal gives it back. */
  readonly idleSeconds: number;
  /** Steps that replaying a history from elsewhere may take. */
  readonly importSteps: number;
  /** How long the answer to a request under a key is kept. */
  readonly answerSeconds: number;
  /** What looking back may take. */
  readonly past: PastLimits;
}

export const DEFAULT_LIMITS: ServerLimits = {
  session: {
    objects: 5_000_000,
    heap_bytes: 1_073_741_824,
    operations_per_batch: 10_000,
    repeat_iterations: 10_000_000,
    program_steps: 100_000_000,
    program_heap_bytes: 268_435_456,
    program_output_characters: 1_000_000,
    program_source_characters: 200_000,
    events_kept: 131_072,
    recovery_events: 1_000_000,
    subscribers: 1_000,
    queued_requests: 256,
  },
  sessions: 10_000,
  sessionsPerOwner: 1_000,
  bodyBytes: 8_388_608,
  frameBytes: 16_384,
  socketBufferBytes: 524_288,
  ttlSeconds: 86_400,
  idleSeconds: 300,
  importSteps: 100_000_000,
  answerSeconds: 86_400,
  past: { replays: 4, readers: 1_000, moments: 16, bytes: 268_435_456 },
};

/** The server's limits with the tighter ones that a session asked for. */
export function tighten(server: SessionLimits, asked: AskedLimits): Outcome<SessionLimits> {
  const errors = [];
  for (const [name, value] of Object.entries(asked)) {
    const maximum = limitOf(server, name);
    if (value !== undefined && maximum !== undefined && value > maximum) {
      errors.push({ pointer: `/limits/${name}`, words: complain('at_most', { maximum }), name, maximum });
    }
  }
  const first = errors[0];
  if (first === undefined) return { ok: true, value: { ...server, ...definedOnly(asked) } };
  const entries = errors.map(({ pointer, words }) => ({ pointer, words }));
  return refuse('limit_too_high', { limit: first.name, maximum: first.maximum }, entries);
}

type AskedLimits = { readonly [Name in keyof SessionLimits]?: number | undefined };

function limitOf(limits: SessionLimits, name: string): number | undefined {
  return Object.hasOwn(limits, name) ? limits[name as keyof SessionLimits] : undefined;
}

function definedOnly(asked: AskedLimits): Partial<SessionLimits> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}
