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
      const site = tracemalloc.siteOf(process.heap.blockOf(target()));
      const frames = site < 0 ? null : tracemalloc.places.framesOf(site).toReversed();
      out.value = frames?.map(({ file, line }) => ({ filename: file, lineno: line })) ?? null;
    };
  },
});
