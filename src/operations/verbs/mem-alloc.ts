import { blockName, blockSize, placeOf, requireFree } from '../bare-blocks.ts';
import { verb } from '../verb.ts';

export const memAlloc = verb({
  op: 'mem.alloc',
  summary: 'Allocates a bare block through PyObject_Malloc and gives it a name; answers where it lies.',
  fields: { as: blockName, bytes: blockSize },
  python: (o) => `blocks[${JSON.stringify(o.as)}] = PyObject_Malloc(${o.bytes})`,
  compile: (o, process) => (out) => {
    requireFree(process, o.as);
    const block = process.heap.memory.alloc(o.bytes);
    process.blocks.set(o.as, block);
    out.value = placeOf(process, block);
  },
});
