/**
 * The catalogue of events: one schema for each type, `subject.happened`, in the past tense.
 *
 * Every event has its offset, the number of the operation that caused it, its type and its topic (the first word of the type).
 * This is the public half; heap/event-codes.ts is the half in numbers, and session/event-decoder.ts leads from one to the other.
 */
import { z } from 'zod';
import { address, objectId } from './ids.ts';

const count = z.int().min(0);
const generation = z.int().min(0).max(2);
const arena = count.meta({
  description: 'Arenas are counted in the order in which they were obtained, from 0.',
});
const arenaOffset = count.meta({ description: "Bytes from the arena's base." });
const sizeClass = count.meta({ description: 'Size class of the pool.' });
const depth = count.meta({ description: 'Depth of the frame; 0 is the module.' });
const objectType = z.string().meta({ examples: ['list'] });

function event<Topic extends string, Happening extends string, Shape extends z.ZodRawShape>(
  type: `${Topic}.${Happening}`,
  description: string,
  shape: Shape,
) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- slice() forgets what the template says of its parts.
  const topic = type.slice(0, type.indexOf('.')) as Topic;
  const head = {
    offset: z.int().min(1),
    seq: z.int().min(0),
    type: z.literal(type),
    topic: z.literal(topic),
  };
  return z.strictObject({ ...head, ...shape }).meta({ id: schemaName(type), description });
}

/** `gc.threshold_set` becomes `GcThresholdSetEvent`. */
function schemaName(type: string): string {
  const words = type.split(/[._]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Event`;
}

const place = { arena, arena_offset: arenaOffset, size_class: sizeClass };

const operationEvents = [
  event('operation.applied', 'The last event of an operation that completed.', { operation: z.string() }),
  event('operation.failed', 'The operation raised a Python exception.', {
    operation: z.string(),
    exception: z.string(),
    message: z.string(),
  }),
  event('mark.placed', 'A labelled point to compare with later.', { label: z.string() }),
  event('name.bound', 'A name refers to an object now.', { name: z.string(), object: objectId, depth }),
  event('name.unbound', 'A name refers to nothing any more.', { name: z.string(), object: objectId, depth }),
  event('frame.entered', 'A function was called.', { function: z.string(), depth }),
  event('frame.left', 'A function returned.', { function: z.string(), depth }),
] as const;

const programEvents = [
  event('program.started', 'A program began.', { filename: z.string() }),
  event('program.line', 'This line of a program runs next.', {
    line: z.int().min(1),
    function: z.string(),
    filename: z.string(),
  }),
  event('program.printed', 'A program printed.', { stream: z.enum(['stdout', 'stderr']), text: z.string() }),
  event('program.ended', 'A program ended.', {
    exit: z.int(),
    exception: z.string().nullable().meta({ description: 'Class of the exception that nobody caught.' }),
    fault: z.string().nullable().meta({ description: 'The budget that ran out, by the name of its fault.' }),
  }),
] as const;

const objectEvents = [
  event('object.allocated', 'An object came to be.', { object: objectId, object_type: objectType, address }),
  event('object.deallocated', 'An object is no more; its address is free for others.', {
    object: objectId,
    object_type: objectType,
  }),
  event('object.finalized', 'The finalizer of an object was called.', { object: objectId }),
  event('object.resurrected', 'An object is alive again after its finalizer.', { object: objectId }),
  event('object.tracked', 'An object entered generation 0.', { object: objectId }),
  event('object.untracked', "An object left the collector's lists while alive.", { object: objectId }),
  event('reference.added', 'One more reference to an object.', {
    object: objectId,
    refcount: z.int(),
    holder: objectId
      .nullable()
      .meta({ description: 'The object that holds it; null for a name, a frame or the interpreter.' }),
  }),
  event('reference.dropped', 'One reference to an object less.', {
    object: objectId,
    refcount: z.int(),
    holder: objectId
      .nullable()
      .meta({ description: 'The object that held it; null for a name, a frame or the interpreter.' }),
  }),
  event('free_list.pushed', 'The header of a dead object is kept for the next one of its type.', {
    object_type: objectType,
    length: count,
  }),
  event('free_list.popped', 'A kept header is used again.', { object_type: objectType, length: count }),
  event('free_list.cleared', 'A full collection gave kept headers back.', { count }),
] as const;

const memoryEvents = [
  event('block.allocated', 'A block of a pool was handed out.', {
    arena,
    arena_offset: arenaOffset,
    requested_bytes: count,
  }),
  event('block.freed', 'A block came back to its pool.', {
    arena,
    arena_offset: arenaOffset,
    block_bytes: count,
  }),
  event('pool.carved', 'A never-used pool was initialised.', place),
  event('pool.reused', 'A free pool was initialised for another size class.', {
    ...place,
    previous_size_class: sizeClass,
  }),
  event(
    'pool.resumed',
    'A free pool was taken again by the size class that it had, with its free list.',
    place,
  ),
  event('pool.filled', 'The last block of a pool was handed out.', place),
  event('pool.reopened', 'A pool was full and a block came back.', place),
  event('pool.emptied', 'The last block of a pool came back.', place),
  event('arena.allocated', 'An arena was obtained from the system.', { arena, slot: count, pools: count }),
  event('arena.freed', 'An arena was given back to the system.', { arena, slot: count }),
  event('arena.slots_grown', 'The array of arenas grew.', { from: count, to: count }),
  event('raw.allocated', 'The system allocator handed out a block.', { address, requested_bytes: count }),
  event('raw.freed', 'The system allocator got a block back.', { address, bytes: count }),
  event('raw.break_moved', "The end of the system allocator's heap moved.", {
    before_kib: count,
    after_kib: count,
  }),
] as const;

const collectorEvents = [
  event('gc.scheduled', 'A threshold was passed; the collection waits for the next check (3.12 and later).', {
    generation,
  }),
  event('gc.started', 'A collection began.', { generation, requested: z.boolean(), objects: count }),
  event('gc.found', 'An object was found unreachable.', { object: objectId, generation }),
  event('gc.finished', 'A collection ended.', { generation, collected: count, uncollectable: count }),
  event('gc.promoted', 'Survivors moved to an older generation.', {
    from_generation: generation,
    to_generation: generation,
    objects: count,
  }),
  event('gc.frozen', 'Objects moved to the permanent generation.', { objects: count }),
  event('gc.unfrozen', 'Objects moved back from the permanent generation.', { objects: count }),
  event('gc.switched', 'Automatic collection was switched on or off.', { enabled: z.boolean() }),
  event('gc.threshold_set', 'The thresholds changed.', { thresholds: z.tuple([z.int(), z.int(), z.int()]) }),
  event('gc.saved', 'An object was put into gc.garbage.', { object: objectId }),
  event('weakref.created', 'A weak reference came to be.', { weakref: objectId, object: objectId }),
  event('weakref.cleared', 'A weak reference lost its referent.', { weakref: objectId, object: objectId }),
  event('weakref.called', 'The callback of a weak reference was called.', { weakref: objectId }),
] as const;

export const EVENT_SCHEMAS = [
  ...operationEvents,
  ...programEvents,
  ...objectEvents,
  ...memoryEvents,
  ...collectorEvents,
] as const;

export const heapEvent = z
  .discriminatedUnion('type', EVENT_SCHEMAS)
  .meta({ id: 'Event', description: 'One consequence of an operation.' });

export type HeapEvent = z.infer<typeof heapEvent>;
export type EventType = HeapEvent['type'];
export type Topic = HeapEvent['topic'];

export const TOPICS = [
  'operation',
  'mark',
  'name',
  'frame',
  'program',
  'object',
  'reference',
  'free_list',
  'block',
  'pool',
  'arena',
  'raw',
  'gc',
  'weakref',
] as const satisfies readonly Topic[];

export const topic = z.enum(TOPICS).meta({ id: 'Topic', description: "First word of an event's type." });
