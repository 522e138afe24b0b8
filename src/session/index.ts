/** The single writer: apply, append, publish, answer; and everything that waits for its turn. */
export type { ApplyReceipt } from './batch.ts';
export { type Operation, type Process, stateOf } from './engine.ts';
export { decodeEvent, eventTypeOf } from './event-decoder.ts';
export { eventPage, pastEvents, recentEvents } from './event-reader.ts';
export { DEFAULT_LIMITS, type ServerLimits } from './limits.ts';
export {
  type AppendOutcome,
  type AppendRequest,
  type Clock,
  type Ids,
  type Journal,
  JournalError,
  type SessionRecord,
  type Snapshot,
  type StoredBatch,
  type StoredSession,
} from './ports.ts';
export { SessionRegistry } from './registry.ts';
export type { EventChunk } from './replay.ts';
export { type EndReason, Session } from './session.ts';
export { TopicFilter } from './topic-filter.ts';
