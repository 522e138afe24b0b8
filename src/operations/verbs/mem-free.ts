import { blockName } from '../bare-blocks.ts';
import { verb } from '../verb.ts';

export const memFree = verb({
  op: 'mem.free',
  summary: 'Frees a bare block through PyObject_Free; a name without a block is NULL, which has no effect.',
  fields: { of: blockName },
  python: (o) => `PyObject_Free(blocks.pop(${JSON.stringify(o.of)}, None))`,
  compile: (o, process) => () => {
    const block = process.blocks.get(o.of) ?? 0;
    if (block === 0) return;
    process.blocks.delete(o.of);
    process.heap.memory.free(block);
  },
});
