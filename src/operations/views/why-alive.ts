/**
 * Why an object is alive: a shortest way to it from a name or a frame, the cycle that it is in, what it depends on alone, and who
 * refers to it. What the numbers mean in words is why-words.ts's.
 */
import { objectIdOf, type WhyAliveView } from '../../contract/index.ts';
import { B } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { dominatedBy, dominators } from '../graph/dominators.ts';
import { type Figures, sumOf } from '../graph/measure.ts';
import {
  nodeOf,
  ROOT,
  reach,
  refOf,
  reversed,
  shortestCycle,
  shortestWays,
  wayTo,
} from '../graph/object-graph.ts';
import { type HeldGraph, heldGraph } from '../graph/roots.ts';
import { expressionOf, type Spelling, spellingOf, spellings } from '../graph/spelling.ts';
import { briefOf } from './brief.ts';
import { livingObject } from './objects.ts';
import { summariesOf } from './summary.ts';
import { whyWords } from './why-words.ts';

type Step = NonNullable<WhyAliveView['cycle']>['objects'][number];

/** Of a long way, this many steps at either end. */
const STEPS_SHOWN = 50;
const MOST_LISTED = 100;
const MOST_EDGES = 10;

/** undefined when no living object has this serial number. */
export function whyAliveView(process: Process, serial: number): WhyAliveView | undefined {
  const ref = livingObject(process, serial);
  if (ref === 0) return undefined;
  const held = heldGraph(process);
  const node = nodeOf(ref);
  const before = shortestWays(held.graph, ROOT);
  const reachable = before[node] !== -1;
  const own = shortestCycle(held.graph, node);
  const cycle = own.length > 0 || reachable ? own : cycleBehind(held, node);
  const [object] = summariesOf(process, [ref]);
  if (object === undefined) return undefined;
  const { immediate, retained } = dependence(held, node, reachable);
  const view: Omit<WhyAliveView, 'explanation'> = {
    object,
    alive: reachable ? 'root' : 'cycle',
    path: reachable ? pathOf(held, wayTo(before, node)) : null,
    held_by: held
      .rootsOf(node)
      .slice(0, MOST_LISTED)
      .map((root) => ({ ...root })),
    cycle: cycle.length === 0 ? null : cycleOf(process, cycle),
    in_cycle: own.length > 0,
    dominator: immediate,
    retained,
    weakrefs: weakrefsOf(process, ref),
    referrers: referrersOf(held, node, before),
  };
  return { ...view, explanation: whyWords(process, view, cycle.map(refOf)) };
}

/** What alone keeps it alive, and what it alone keeps alive. An object that nothing leads to takes along what nothing else leads to. */
function dependence(
  { process, graph }: HeldGraph,
  node: number,
  reachable: boolean,
): { immediate: WhyAliveView['dominator']; retained: Figures } {
  if (!reachable) {
    const others = reach(graph, [ROOT]);
    const own = reach(graph, [node], { into: others.slice() });
    return { immediate: null, retained: sumOf(process, (one) => own[one] === 1 && others[one] === 0) };
  }
  const tree = dominators(graph);
  const retainedBy = (one: number): Figures => {
    const members = dominatedBy(tree, one);
    return sumOf(process, (each) => members[each] === 1);
  };
  const above = tree.immediate[node] as number;
  const immediate =
    above === ROOT ? null : { ...briefOf(process, refOf(above)), retained: retainedBy(above) };
  return { immediate, retained: retainedBy(node) };
}

/** `way` begins at the root's node. */
function pathOf({ process, rootsOf }: HeldGraph, way: readonly number[]): WhyAliveView['path'] {
  const objects = way.slice(1).map(refOf);
  const first = objects[0] as number;
  const root = rootsOf(nodeOf(first))[0];
  if (root === undefined) return null;
  const length = objects.length - 1;
  const omitted = Math.max(0, length - 2 * STEPS_SHOWN);
  const isShown = (at: number): boolean => at <= STEPS_SHOWN || at > length - STEPS_SHOWN;
  const edges = new Map<number, Spelling>();
  for (let at = 1; at <= length; at++) {
    if (isShown(at)) edges.set(at, spellingOf(process, objects[at - 1] as number, objects[at] as number));
  }
  const steps = [...edges].map(([at, edge]) => stepOf(process, objects[at] as number, edge));
  const python = omitted > 0 ? null : expressionOf(root, [...edges.values()]);
  return { root: { ...root }, first: briefOf(process, first), steps, length, omitted, python };
}

function stepOf(process: Process, ref: number, { kind, text }: Spelling): Step {
  return { edge: { kind, text }, ...briefOf(process, ref) };
}

function cycleOf(process: Process, cycle: readonly number[]): WhyAliveView['cycle'] {
  const refs = cycle.map(refOf);
  const objects = refs.slice(0, MOST_LISTED).map((ref, at) => {
    const holder = refs[at === 0 ? refs.length - 1 : at - 1] as number;
    return stepOf(process, ref, spellingOf(process, holder, ref));
  });
  return { length: cycle.length, objects };
}

/** A cycle that leads to what nothing else leads to: back along referrers until one comes again. */
function cycleBehind({ graph }: HeldGraph, node: number): number[] {
  const back = reversed(graph);
  const met = new Set<number>();
  let at = node;
  while (!met.has(at)) {
    met.add(at);
    const start = back.starts[at] as number;
    if (start === back.starts[at + 1]) return [];
    at = back.targets[start] as number;
  }
  return shortestCycle(graph, at);
}

function weakrefsOf({ heap }: Process, ref: number): WhyAliveView['weakrefs'] {
  return heap.weakrefs
    .of(ref)
    .slice(0, MOST_LISTED)
    .map((weakref) => {
      const callback = heap.words[weakref + B] as number;
      return {
        id: objectIdOf(heap.serialOf(weakref)),
        callback: callback === 0 ? null : objectIdOf(heap.serialOf(callback)),
      };
    });
}

function referrersOf(
  { process, graph: { nodes, starts, targets } }: HeldGraph,
  node: number,
  before: Int32Array,
): WhyAliveView['referrers'] {
  let total = 0;
  const found: number[] = [];
  for (let source = 1; source < nodes; source++) {
    const end = starts[source + 1] as number;
    for (let at = starts[source] as number; at < end; at++) {
      if (targets[at] !== node) continue;
      if (++total <= MOST_LISTED) found.push(refOf(source));
      break;
    }
  }
  const summaries = summariesOf(process, found);
  const objects = summaries.map(({ id, type, repr, generation }, at) => {
    const holder = found[at] as number;
    const { shown, total: edgesTotal } = spellings(process, holder, refOf(node), MOST_EDGES);
    return {
      id,
      type,
      repr,
      edges: shown.map(({ kind, text }) => ({ kind, text })),
      edges_total: edgesTotal,
      tracked: process.isTracked(holder),
      generation,
      reachable: before[nodeOf(holder)] !== -1,
    };
  });
  return { total, objects };
}
