/** The single writer: apply, append, publish, answer; and everything that waits for its turn. */
export type { ApplyReceipt, ApplyRequest } from './batch.ts';
export { type Operation, type Process, type ProcessState, stateOf } from './engine.ts';
export { decodeEvent, eventTypeOf } from './event-decoder.ts';
export { eventPage, pastEvents, recentEvents } from './event-reader.ts';
export { DEFAULT_LIMITS, type ServerLimits } from './limits.ts';
export {
  type AppendOutcome,
  type AppendRequest,
  type Clock,
  type Ids,
  type Journal,
  type JournalBatch,
  JournalError,
  type SessionRecord,
  type Snapshot,
  type StoredBatch,
  type StoredSession,
  type Turn,
} from './ports.ts';
export { type RegistryPorts, SessionRegistry } from './registry.ts';
export { CHUNK_EVENTS, type EventChunk, type EventRange } from './replay.ts';
export { type EndReason, type Listener, Session } from './session.ts';
export { TopicFilter } from './topic-filter.ts';
