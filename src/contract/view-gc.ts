/** Views of the collector. */
import { z } from 'zod';
import { objectId } from './ids.ts';
import { objectSummary, objectsView } from './view-objects.ts';

const three = z.tuple([z.int(), z.int(), z.int()]);

export const gcView = z
  .strictObject({
    enabled: z.boolean(),
    debug: z.int().meta({ description: 'As gc.get_debug.' }),
    count: three.meta({ description: 'As gc.get_count.' }),
    thresholds: three.meta({ description: 'As gc.get_threshold.' }),
    scheduled: z.boolean().meta({ description: 'A collection waits for the next check (3.12 and later).' }),
    generations: z.array(
      z.strictObject({
        generation: z.int().min(0).max(2),
        objects: z.int().min(0),
        collections: z.int().min(0),
        collected: z.int().min(0),
        uncollectable: z.int().min(0),
      }),
    ),
    permanent: z.int().min(0).meta({ description: 'Objects in the permanent generation.' }),
    garbage: z.array(objectId).meta({ description: 'gc.garbage, its first 1,000 objects.' }),
  })
  .meta({ id: 'GcView', description: 'The state of the cycle collector.' });

export const generationView = z
  .strictObject({
    generation: z.union([z.int().min(0).max(2), z.literal('permanent')]),
    ...objectsView.shape,
  })
  .meta({
    id: 'GenerationView',
    description: "A page of one generation, in the order of the collector's list.",
  });

export const unreachableView = z
  .strictObject({
    generation: z.int().min(0).max(2),
    total: z.int().min(0),
    objects: z.array(objectSummary).meta({ description: 'The first 1,000 of them.' }),
  })
  .meta({
    id: 'UnreachableView',
    description: 'What a collection of that generation would find now; nothing is collected.',
  });

export type GcView = z.infer<typeof gcView>;
export type GenerationView = z.infer<typeof generationView>;
export type UnreachableView = z.infer<typeof unreachableView>;
