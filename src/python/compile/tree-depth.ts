/**
 * A limit on how deep a syntax tree nests, checked without recursion before anything recursive walks it. CPython has the
 * same limit for the same reason, with this message (symtable.c, compile.c).
 */
import { FaultSignal, placelessFault } from '../syntax-fault.ts';

const MAX_TREE_DEPTH = 600;

type Visit = { readonly node: object; readonly depth: number };

export function checkTreeDepth(root: object): void {
  const pending: Visit[] = [{ node: root, depth: 0 }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { node, depth } = visit;
    if (depth > MAX_TREE_DEPTH) {
      throw new FaultSignal(
        placelessFault('RecursionError', 'maximum recursion depth exceeded during compilation'),
      );
    }
    const deeper = 'kind' in node ? depth + 1 : depth;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'at' || typeof value !== 'object' || value === null || value instanceof Uint8Array)
        continue;
      // The left spines of operator chains are walked in loops, so they may be longer.
      const free = 'kind' in node && node.kind === 'BinOp' && key === 'left';
      // The loops of a comprehension stand in each other.
      const loops = key === 'generators' && Array.isArray(value) ? value.length : 0;
      pending.push({ node: value, depth: (free ? depth : deeper) + loops });
    }
  }
}
