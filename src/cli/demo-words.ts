/** Events in a line of plain words, for people who watch the demo. */
import type { HeapEvent } from '../contract/index.ts';

/** The line of one event; undefined for those that would only distract here. */
export function describeEvent(event: HeapEvent): string | undefined {
  switch (event.type) {
    case 'name.bound':
      return `the name ${event.name} refers to ${event.object}`;
    case 'name.unbound':
      return `the name ${event.name} refers to nothing any more`;
    case 'object.allocated':
      return `${event.object}, a ${event.object_type}, is allocated at ${event.address}`;
    case 'object.deallocated':
      return `${event.object}, a ${event.object_type}, is deallocated`;
    case 'object.tracked':
      return `${event.object} enters generation 0`;
    case 'reference.added':
      return `${event.object} has ${event.refcount} reference(s): one more ${heldBy(event.holder)}`;
    case 'reference.dropped':
      return `${event.object} has ${event.refcount} reference(s): one less ${heldBy(event.holder)}`;
    case 'gc.started':
      return `the collector looks at generation ${event.generation} and all younger ones`;
    case 'gc.found':
      return `the collector finds ${event.object} unreachable`;
    case 'gc.finished':
      return `the collector is done: ${event.collected} collected, ${event.uncollectable} uncollectable`;
    case 'arena.allocated':
      return `arena ${event.arena} is obtained from the system: room for ${event.pools} pools`;
    case 'pool.carved':
      return `a pool of arena ${event.arena} is carved for size class ${event.size_class}`;
    default:
      return undefined;
  }
}

function heldBy(holder: string | null): string {
  return holder === null ? 'from a name or a frame' : `from ${holder}`;
}
