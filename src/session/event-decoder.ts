/**
 * From the numbers of the ring to the events of the contract.
 *
 * One entry for each code: its public type, and what a, b and c become. heap/event-codes.ts says what they mean.
 */
import { addressText, type EventType, type HeapEvent, objectIdOf, type Topic } from '../contract/index.ts';
import { EV } from '../heap/index.ts';

/** What a decoder sees of one event: its three numbers, and the words that symbols stand for. */
export interface RawFields {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly text: (symbol: number) => string;
}

/** The fields of an event besides offset, seq, type and topic. */
type FieldsOf<Type extends EventType> = Omit<
  Extract<HeapEvent, { type: Type }>,
  'offset' | 'seq' | 'type' | 'topic'
>;

interface Decoder {
  readonly type: EventType;
  readonly topic: Topic;
  readonly fields: (raw: RawFields) => object;
}

const LOW_WORD = 2 ** 32;

const addressOf = (low: number, high: number) => addressText((high >>> 0) * LOW_WORD + (low >>> 0));
const holder = (serial: number) => (serial === 0 ? null : objectIdOf(serial));
const object = ({ a }: RawFields) => ({ object: objectIdOf(a) });
const count = ({ a }: RawFields) => ({ objects: a });
const place = ({ a, b, c }: RawFields) => ({ arena: a, arena_offset: b, size_class: c });
const reference = ({ a, b, c }: RawFields) => ({ object: objectIdOf(a), refcount: b, holder: holder(c) });
const freeList = ({ a, b, text }: RawFields) => ({ object_type: text(a), length: b });
const binding = ({ a, b, c, text }: RawFields) => ({ name: text(a), object: objectIdOf(b), depth: c });
const frame = ({ a, b, text }: RawFields) => ({ function: text(a), depth: b });
const thresholds = ({ a, b, c }: RawFields): { thresholds: [number, number, number] } => ({
  thresholds: [a, b, c],
});
const weakref = ({ a, b }: RawFields) => ({ weakref: objectIdOf(a), object: objectIdOf(b) });

const DECODERS: (Decoder | undefined)[] = [];

function decode<Type extends EventType>(
  code: number,
  type: Type,
  fields: (raw: RawFields) => FieldsOf<Type>,
): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a topic is the first word of a type, by the contract.
  DECODERS[code] = { type, topic: type.slice(0, type.indexOf('.')) as Topic, fields };
}

decode(EV.OPERATION_APPLIED, 'operation.applied', ({ a, text }) => ({ operation: text(a) }));
decode(EV.OPERATION_FAILED, 'operation.failed', ({ a, b, c, text }) => ({
  operation: text(a),
  exception: text(b),
  message: text(c),
}));
decode(EV.MARK_PLACED, 'mark.placed', ({ a, text }) => ({ label: text(a) }));
decode(EV.NAME_BOUND, 'name.bound', binding);
decode(EV.NAME_UNBOUND, 'name.unbound', binding);
decode(EV.FRAME_ENTERED, 'frame.entered', frame);
decode(EV.FRAME_LEFT, 'frame.left', frame);
decode(EV.PROGRAM_STARTED, 'program.started', ({ a, text }) => ({ filename: text(a) }));
decode(EV.PROGRAM_LINE, 'program.line', ({ a, b, c, text }) => ({
  line: a,
  function: text(b),
  filename: text(c),
}));
decode(EV.PROGRAM_PRINTED, 'program.printed', ({ a, b, text }) => ({
  stream: b === 1 ? ('stdout' as const) : ('stderr' as const),
  text: text(a),
}));
decode(EV.PROGRAM_ENDED, 'program.ended', ({ a, b, c, text }) => ({
  exit: a,
  exception: b === 0 ? null : text(b - 1),
  fault: c === 0 ? null : text(c - 1),
}));

decode(EV.OBJECT_ALLOCATED, 'object.allocated', ({ a, b, c, text }) => ({
  object: objectIdOf(a),
  object_type: text(b >>> 16),
  address: addressOf(c, b & 0xffff),
}));
decode(EV.OBJECT_DEALLOCATED, 'object.deallocated', ({ a, b, text }) => ({
  object: objectIdOf(a),
  object_type: text(b),
}));
decode(EV.OBJECT_FINALIZED, 'object.finalized', object);
decode(EV.OBJECT_RESURRECTED, 'object.resurrected', object);
decode(EV.OBJECT_TRACKED, 'object.tracked', object);
decode(EV.OBJECT_UNTRACKED, 'object.untracked', object);
decode(EV.REFERENCE_ADDED, 'reference.added', reference);
decode(EV.REFERENCE_DROPPED, 'reference.dropped', reference);
decode(EV.FREE_LIST_PUSHED, 'free_list.pushed', freeList);
decode(EV.FREE_LIST_POPPED, 'free_list.popped', freeList);
decode(EV.FREE_LIST_CLEARED, 'free_list.cleared', ({ a }) => ({ count: a }));

decode(EV.BLOCK_ALLOCATED, 'block.allocated', ({ a, b, c }) => ({
  arena: a,
  arena_offset: b,
  requested_bytes: c,
}));
decode(EV.BLOCK_FREED, 'block.freed', ({ a, b, c }) => ({ arena: a, arena_offset: b, block_bytes: c }));
decode(EV.POOL_CARVED, 'pool.carved', place);
decode(EV.POOL_REUSED, 'pool.reused', ({ a, b, c }) => ({
  arena: a,
  arena_offset: b,
  size_class: c & 0xffff,
  previous_size_class: c >>> 16,
}));
decode(EV.POOL_RESUMED, 'pool.resumed', place);
decode(EV.POOL_FILLED, 'pool.filled', place);
decode(EV.POOL_REOPENED, 'pool.reopened', place);
decode(EV.POOL_EMPTIED, 'pool.emptied', place);
decode(EV.ARENA_ALLOCATED, 'arena.allocated', ({ a, b, c }) => ({ arena: a, slot: b, pools: c }));
decode(EV.ARENA_FREED, 'arena.freed', ({ a, b }) => ({ arena: a, slot: b }));
decode(EV.ARENA_SLOTS_GROWN, 'arena.slots_grown', ({ a, b }) => ({ from: a, to: b }));
decode(EV.RAW_ALLOCATED, 'raw.allocated', ({ a, b, c }) => ({
  address: addressOf(a, b),
  requested_bytes: c >>> 0,
}));
decode(EV.RAW_FREED, 'raw.freed', ({ a, b, c }) => ({ address: addressOf(a, b), bytes: c >>> 0 }));
decode(EV.RAW_BREAK_MOVED, 'raw.break_moved', ({ a, b }) => ({ before_kib: a, after_kib: b }));

decode(EV.GC_SCHEDULED, 'gc.scheduled', ({ a }) => ({ generation: a }));
decode(EV.GC_STARTED, 'gc.started', ({ a, b, c }) => ({ generation: a, requested: b === 1, objects: c }));
decode(EV.GC_FOUND, 'gc.found', ({ a, b }) => ({ object: objectIdOf(a), generation: b }));
decode(EV.GC_FINISHED, 'gc.finished', ({ a, b, c }) => ({ generation: a, collected: b, uncollectable: c }));
decode(EV.GC_PROMOTED, 'gc.promoted', ({ a, b, c }) => ({
  from_generation: a,
  to_generation: b,
  objects: c,
}));
decode(EV.GC_FROZEN, 'gc.frozen', count);
decode(EV.GC_UNFROZEN, 'gc.unfrozen', count);
decode(EV.GC_SWITCHED, 'gc.switched', ({ a }) => ({ enabled: a === 1 }));
decode(EV.GC_THRESHOLD_SET, 'gc.threshold_set', thresholds);
decode(EV.GC_SAVED, 'gc.saved', object);
decode(EV.WEAKREF_CREATED, 'weakref.created', weakref);
decode(EV.WEAKREF_CLEARED, 'weakref.cleared', weakref);
decode(EV.WEAKREF_CALLED, 'weakref.called', ({ a }) => ({ weakref: objectIdOf(a) }));

/** The public type of a code. Throws for a code that has none: the catalogue is complete by a test. */
export function eventTypeOf(code: number): EventType {
  return decoderOf(code).type;
}

export function topicOf(code: number): Topic {
  return decoderOf(code).topic;
}

/** One event of the ring as the contract has it. */
export function decodeEvent(code: number, place: { offset: number; seq: number }, raw: RawFields): HeapEvent {
  const { type, topic, fields } = decoderOf(code);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- decode() ties each type to its fields.
  return { offset: place.offset, seq: place.seq, type, topic, ...fields(raw) } as HeapEvent;
}

function decoderOf(code: number): Decoder {
  const decoder = DECODERS[code];
  if (decoder === undefined) throw new Error(`event code ${code} has no public type`);
  return decoder;
}
