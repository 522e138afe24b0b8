/** How large an object is: itself, with all that it leads to, with what it alone keeps alive. */
import type { SizesView } from '../../contract/index.ts';
import type { Process } from '../../objects/index.ts';
import { blockBytesOf, bytesOf, sumOf } from '../graph/measure.ts';
import { nodeOf, ROOT, reach } from '../graph/object-graph.ts';
import { heldGraph } from '../graph/roots.ts';
import { briefOf } from './brief.ts';
import { livingObject } from './objects.ts';

/**
 * undefined when no living object has this serial number. What it dominates is what it reaches and the root does not reach without it:
 * for one object two walks are shorter than the tree of all. Objects from before the session are the end of the walk: what a module holds
 * is not part of every function's size.
 */
export function sizesView(process: Process, serial: number): SizesView | undefined {
  const ref = livingObject(process, serial);
  if (ref === 0) return undefined;
  const { graph } = heldGraph(process);
  const node = nodeOf(ref);
  const all = reach(graph, [node]);
  const others = reach(graph, [ROOT], { avoided: node });
  return {
    object: briefOf(process, ref),
    shallow: { objects: 1, bytes: bytesOf(process, ref), block_bytes: blockBytesOf(process, ref) },
    deep: sumOf(process, (one) => all[one] === 1),
    shared: sumOf(process, (one) => all[one] === 1 && others[one] === 1),
    retained: sumOf(process, (one) => all[one] === 1 && others[one] === 0),
    reachable: reach(graph, [ROOT])[node] === 1,
  };
}
