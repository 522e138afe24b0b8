/** Views of the object graph: names, objects, what refers to what. */
import { z } from 'zod';
import { address, objectId } from './ids.ts';

export const generationName = z
  .union([z.int().min(0).max(2), z.literal('permanent')])
  .meta({ id: 'GenerationName', description: "Which of the collector's lists." });

export const boundName = z
  .strictObject({ name: z.string(), object: objectId, type: z.string(), repr: z.string() })
  .meta({ id: 'BoundName', description: 'A name and what it refers to.' });

export const namesView = z
  .strictObject({
    frames: z.array(
      z.strictObject({
        depth: z.int().min(0),
        function: z.string().meta({ description: 'Name of the function; `<module>` at depth 0.' }),
        names: z.array(boundName),
      }),
    ),
  })
  .meta({
    id: 'NamesView',
    description: 'Frames from the module inwards, each with its names in the order of their binding.',
  });

export const objectSummary = z
  .strictObject({
    id: objectId,
    type: z.string(),
    address,
    refcount: z.int().nullable().meta({ description: 'null: immortal.' }),
    size_bytes: z.int().meta({ description: 'As sys.getsizeof.' }),
    generation: generationName.nullable().meta({ description: 'null: not tracked.' }),
    repr: z.string(),
  })
  .meta({ id: 'ObjectSummary', description: 'One object in a list.' });

export const objectsView = z
  .strictObject({
    total: z.int().min(0),
    objects: z.array(objectSummary),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last one.' }),
  })
  .meta({ id: 'ObjectsView', description: 'A page of objects.' });

export const objectView = z
  .strictObject({
    ...objectSummary.shape,
    finalized: z.boolean(),
    names: z.array(z.strictObject({ depth: z.int().min(0), name: z.string() })),
    weakrefs: z.array(objectId),
    blocks: z.array(
      z.strictObject({
        role: z.string().meta({ description: 'What of the object is in it.', examples: ['header', 'items'] }),
        address,
        bytes: z.int().min(0),
        in_pool: z.boolean().meta({ description: 'false: from the system allocator.' }),
      }),
    ),
  })
  .meta({ id: 'ObjectView', description: 'One object, with its memory.' });

export type NamesView = z.infer<typeof namesView>;
export type ObjectSummary = z.infer<typeof objectSummary>;
export type ObjectsView = z.infer<typeof objectsView>;
export type ObjectView = z.infer<typeof objectView>;
