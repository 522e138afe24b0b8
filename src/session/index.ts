/** The single writer: apply, append, publish, answer; and everything that waits for its turn. */
export { allocatedBy } from './allocations.ts';
export type { EndReason } from './audience.ts';
export type { ApplyReceipt, Consequences } from './batch.ts';
export { type Operation, type Process, type ProcessState, stateOf } from './engine.ts';
export { ENGINE_VERSION } from './engine-version.ts';
export { decodeEvent, eventTypeOf } from './event-decoder.ts';
export { eventPage, eventsIn, pastRing, recentEvents, replayedEvents } from './event-reader.ts';
export { type ExportedHistory, exportHistory, type ImportedHistory } from './history.ts';
export type { Look, Question } from './home.ts';
export { DEFAULT_LIMITS, type ServerLimits } from './limits.ts';
export { markedAt } from './marks.ts';
export {
  type AppendOutcome,
  type AppendRequest,
  type Beginning,
  type Clock,
  type DamagedSession,
  type Ids,
  type Journal,
  type JournalBatch,
  JournalError,
  type JournalErrorCode,
  type KeptAnswer,
  type SessionRecord,
  type Snapshot,
  type StoredBatch,
  type StoredSession,
} from './ports.ts';
export { type Portrait, SessionRegistry } from './registry.ts';
export { CHUNK_EVENTS, type EventChunk } from './replay.ts';
export type { Answered, RequestKey } from './request-keys.ts';
export { exportScript } from './script.ts';
export { Session } from './session.ts';
export { POSITION, positionLook } from './session-views.ts';
export { decodeState, encodeState } from './state-bytes.ts';
export { stateHash } from './state-hash.ts';
export { StateFormatError } from './state-tags.ts';
export { serveWorkshop, type WorkerSettings } from './threads/serve-workshop.ts';
export { Workers } from './threads/workers.ts';
export { TopicFilter } from './topic-filter.ts';
