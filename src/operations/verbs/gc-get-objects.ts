import { z } from 'zod';
import { GENERATION_HEADS } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import { objectId } from '../object-id.ts';
import { verb } from '../verb.ts';

const MOST_OBJECTS = 100_000;

export const gcGetObjects = verb({
  op: 'gc.get_objects',
  question: true,
  summary: 'The tracked objects of one generation, or of all, in list order.',
  fields: { generation: z.int().min(0).max(2).nullable().default(null) },
  python: (o) => `gc.get_objects(${o.generation ?? ''})`,
  compile: (o, process) => (out) => {
    const heads = o.generation === null || o.generation === undefined ? [0, 1, 2] : [o.generation];
    const refs = heads.flatMap((at) => process.heap.collector.list(GENERATION_HEADS[at] as number));
    if (refs.length > MOST_OBJECTS) {
      throw new PythonRaise(
        'OverflowError',
        `${refs.length} objects are more than one answer holds: page through the view`,
      );
    }
    out.value = refs.map((ref) => objectId(process, ref));
  },
});
