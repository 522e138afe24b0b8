import { KIND } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const tracemallocGetObjectTraceback = verb({
  op: 'tracemalloc.get_object_traceback',
  question: true,
  summary: 'Where an object was allocated, oldest frame first; null when that was not recorded.',
  fields: { of: reference },
  python: (o) => `tracemalloc.get_object_traceback(${spellReference(o.of)})`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const { tracemalloc } = process.heap.memory;
      const object = target();
      const site = isHidden(process, object) ? -1 : tracemalloc.siteOf(process.heap.blockOf(object));
      const frames = site < 0 ? null : tracemalloc.places.framesOf(site).toReversed();
      out.value = frames?.map(({ file, line }) => ({ filename: file, lineno: line })) ?? null;
    };
  },
});

/** The block of an instance with a dict begins before the collector's head, where nobody looks for it. */
function isHidden(process: Process, object: number): boolean {
  const { heap, profile } = process;
  return (
    profile.layout.tracedByHead &&
    heap.typeOf(object).kind === KIND.INSTANCE &&
    process.classOf(object).hasDict
  );
}
