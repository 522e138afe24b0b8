/** The view of leaks: what there is, what has grown, and what is suspicious. */
import { z } from 'zod';
import { explanation } from './explanation.ts';
import { sequenceNumber } from './ids.ts';
import { objectBrief, sizeFigures } from './view-graph.ts';

const count = z.int().min(0);

export const typeCensus = z
  .strictObject({ type: z.string(), objects: count, bytes: count })
  .meta({ id: 'TypeCensus', description: 'How many objects of a type there are, and how large they are.' });

export const typeGrowth = z
  .strictObject({
    type: z.string(),
    before: count,
    now: count,
    new: count.meta({ description: 'Made since and alive.' }),
    gone: count.meta({ description: 'Alive then and no more.' }),
    survived: count,
    bytes_before: count,
    bytes_now: count,
  })
  .meta({ id: 'TypeGrowth', description: 'What became of the objects of a type.' });

export const suspect = z
  .strictObject({
    ...objectBrief.shape,
    reason: z.enum(['unreachable', 'in_garbage', 'growing_container', 'growing_type', 'keeps_much']),
    retained: sizeFigures
      .nullable()
      .meta({ description: 'What would go with it; null where nothing leads to it.' }),
    grown: z
      .strictObject({ before: count, now: count })
      .nullable()
      .meta({ description: 'References that it held and holds.' }),
    allocated: z.strictObject({
      seq: sequenceNumber.nullable().meta({
        description: 'The operation that made it; null when that was more than two million events ago.',
      }),
      line: z.strictObject({ file: z.string(), line: count }).nullable().meta({
        description:
          'The line of the program: what tracemalloc recorded (of `<session>` the lines are its operations), else the line that had begun last; null for other operations, and for programs that tell no lines.',
      }),
    }),
    explanation,
  })
  .meta({ id: 'Suspect', description: 'An object that may be leaked, and why.' });

export const leaksView = z
  .strictObject({
    total: sizeFigures,
    census: z.array(typeCensus).meta({ description: 'By bytes, the 100 largest types.' }),
    types: count.meta({ description: 'Types in all.' }),
    growth: z
      .strictObject({
        since: sequenceNumber,
        mark: z.string().nullable(),
        new: count,
        gone: count,
        survived: count,
        bytes: z.int().meta({ description: 'How many more there are now.' }),
        by_type: z
          .array(typeGrowth)
          .meta({ description: 'Types of which objects came or went, the 100 that grew most.' }),
      })
      .nullable()
      .meta({ description: 'null unless the request says since when.' }),
    garbage: z.strictObject({ total: count, objects: z.array(objectBrief) }),
    unreachable: z.strictObject({
      ...sizeFigures.shape,
      list: z.array(objectBrief).meta({ description: 'The first 100.' }),
    }),
    suspects: z.array(suspect).meta({ description: 'At most 20.' }),
  })
  .meta({
    id: 'LeaksView',
    description: 'What there is by type, what has grown, what is garbage, and what is suspicious.',
  });

export type TypeCensus = z.infer<typeof typeCensus>;
export type TypeGrowth = z.infer<typeof typeGrowth>;
export type Suspect = z.infer<typeof suspect>;
export type LeaksView = z.infer<typeof leaksView>;
