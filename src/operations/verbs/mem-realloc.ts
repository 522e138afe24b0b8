import { blockName, blockSize, placeOf } from '../bare-blocks.ts';
import { verb } from '../verb.ts';

export const memRealloc = verb({
  op: 'mem.realloc',
  summary:
    'Resizes a bare block through PyObject_Realloc; a name without a block gets a new one, as realloc(NULL) does.',
  fields: { of: blockName, bytes: blockSize },
  python: (o) =>
    `blocks[${JSON.stringify(o.of)}] = PyObject_Realloc(blocks.get(${JSON.stringify(o.of)}), ${o.bytes})`,
  compile: (o, process) => (out) => {
    const { memory } = process.heap;
    const old = process.blocks.get(o.of) ?? 0;
    const block = old === 0 ? memory.alloc(o.bytes) : memory.realloc(old, o.bytes);
    process.blocks.set(o.of, block);
    out.value = placeOf(process, block);
  },
});
