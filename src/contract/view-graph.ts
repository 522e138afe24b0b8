/** Views of what keeps what alive: roots, ways, cycles, dominators, sizes, and pictures of the graph. */
import { z } from 'zod';
import { explanation } from './explanation.ts';
import { objectId } from './ids.ts';
import { generationName, objectSummary } from './view-objects.ts';

const count = z.int().min(0);

export const rootKind = z
  .enum([
    'name',
    'local',
    'stack',
    'frame',
    'module',
    'exception',
    'interpreter',
    'constant',
    'class_keys',
    'collector',
    'class',
    'immortal',
    'interned',
    'before_session',
  ])
  .meta({
    id: 'RootKind',
    description:
      'What holds without being an object of the session: a name, a local or the value stack of a frame, a module, gc.garbage ...',
  });

export const heapRoot = z
  .strictObject({
    kind: rootKind,
    name: z.string().nullable(),
    depth: count.nullable().meta({ description: 'Of the frame; 0 is the module.' }),
    function: z.string().nullable(),
    python: z.string().nullable().meta({ description: 'As Python writes it, where Python can.' }),
  })
  .meta({ id: 'HeapRoot', description: 'Something that keeps an object alive and is none itself.' });

export const edgeSpelling = z
  .strictObject({
    kind: z.enum([
      'item',
      'key',
      'value',
      'member',
      'attribute',
      'slot',
      'dict',
      'class',
      'callback',
      'field',
    ]),
    text: z.string().meta({ description: 'As Python spells it.', examples: ['[0]', "['k']", '.next'] }),
  })
  .meta({ id: 'EdgeSpelling', description: 'How one object refers to another.' });

export const objectBrief = z
  .strictObject({ id: objectId, type: z.string(), repr: z.string() })
  .meta({ id: 'ObjectBrief', description: 'An object by its name on the wire.' });

export const sizeFigures = z
  .strictObject({
    objects: count,
    bytes: count.meta({ description: 'The sum of sys.getsizeof.' }),
    block_bytes: count.meta({ description: 'What their blocks take from the allocator.' }),
  })
  .meta({
    id: 'SizeFigures',
    description: 'Objects and their sizes; objects from before the session take nothing.',
  });

const step = z.strictObject({
  edge: edgeSpelling.meta({ description: 'How the object before refers to this one.' }),
  ...objectBrief.shape,
});

const way = z.strictObject({
  root: heapRoot,
  first: objectBrief,
  steps: z.array(step),
  length: count.meta({ description: 'Steps in all; a long way is shown without its middle.' }),
  omitted: count,
  python: z.string().nullable().meta({ description: 'The expression that leads there, if there is one.' }),
});

const cycle = z.strictObject({
  length: count,
  objects: z.array(step).meta({
    description: 'A shortest one, each with how the one before it refers to it; the first 100 objects.',
  }),
});

export const whyAliveView = z
  .strictObject({
    object: objectSummary,
    alive: z.enum(['root', 'cycle']).meta({
      description: '`root`: something outside the heap leads to it; `cycle`: only a cycle does.',
    }),
    path: way.nullable().meta({ description: 'A shortest way from a root; null when there is none.' }),
    held_by: z.array(heapRoot).meta({ description: 'Roots that refer to it themselves; the first 100.' }),
    cycle: cycle.nullable().meta({ description: 'The cycle that it is in, or that alone keeps it alive.' }),
    in_cycle: z.boolean(),
    dominator: z
      .strictObject({ ...objectBrief.shape, retained: sizeFigures })
      .nullable()
      .meta({ description: 'The nearest object that every way to it passes; null when there is none.' }),
    retained: sizeFigures.meta({ description: 'What would be freed if it went, itself included.' }),
    weakrefs: z.array(z.strictObject({ id: objectId, callback: objectId.nullable() })),
    referrers: z.strictObject({
      total: count,
      objects: z.array(
        z.strictObject({
          ...objectBrief.shape,
          edges: z.array(edgeSpelling).meta({ description: 'The first 10.' }),
          edges_total: count,
          tracked: z.boolean().meta({ description: 'false: gc.get_referrers does not show it.' }),
          generation: generationName.nullable(),
          reachable: z.boolean().meta({ description: 'Does something outside the heap lead to it?' }),
        }),
      ),
    }),
    explanation,
  })
  .meta({ id: 'WhyAliveView', description: 'Why an object is alive.' });

export const sizesView = z
  .strictObject({
    object: objectBrief,
    shallow: sizeFigures.meta({ description: 'The object itself.' }),
    deep: sizeFigures.meta({ description: 'Everything that it leads to, itself included.' }),
    shared: sizeFigures.meta({ description: 'What of that would stay if it went.' }),
    retained: sizeFigures.meta({ description: 'What of that would go with it: what it dominates.' }),
    reachable: z.boolean(),
  })
  .meta({ id: 'SizesView', description: 'How large an object is, in four ways.' });

export const graphFormat = z
  .enum(['json', 'dot', 'svg'])
  .meta({ id: 'GraphFormat', description: '`dot` is the language of Graphviz, `svg` a picture.' });

export const graphNode = z
  .strictObject({
    node: count,
    kind: z.enum(['object', 'root', 'more']).meta({
      description: '`more` stands for objects that are not shown.',
    }),
    object: objectId.nullable(),
    type: z.string().nullable(),
    label: z.string(),
    refcount: z.int().nullable(),
    size_bytes: count.nullable(),
    distance: count,
    count: z.int().min(1).meta({ description: 'Objects that it stands for.' }),
    reachable: z.boolean(),
  })
  .meta({ id: 'GraphNode', description: 'An object, a root, or how many more there are.' });

export const graphEdge = z
  .strictObject({
    from: count,
    to: count,
    label: z.string(),
    count: z.int().min(1).meta({ description: 'References that it stands for.' }),
  })
  .meta({ id: 'GraphEdge', description: 'References from one node to another.' });

export const graphView = z
  .strictObject({
    object: objectId.nullable().meta({ description: 'What it begins at; null: at names and frames.' }),
    direction: z.enum(['referents', 'referrers']),
    nodes: z.array(graphNode),
    edges: z.array(graphEdge),
    complete: z.boolean().meta({ description: 'Is everything within the depth shown?' }),
  })
  .meta({ id: 'GraphView', description: 'A part of the object graph.' });

export type HeapRoot = z.infer<typeof heapRoot>;
export type ObjectBrief = z.infer<typeof objectBrief>;
export type EdgeSpelling = z.infer<typeof edgeSpelling>;
export type SizeFigures = z.infer<typeof sizeFigures>;
export type WhyAliveView = z.infer<typeof whyAliveView>;
export type SizesView = z.infer<typeof sizesView>;
export type GraphFormat = z.infer<typeof graphFormat>;
export type GraphNode = z.infer<typeof graphNode>;
export type GraphEdge = z.infer<typeof graphEdge>;
export type GraphView = z.infer<typeof graphView>;
