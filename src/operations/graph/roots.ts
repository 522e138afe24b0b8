/**
 * What keeps objects alive without being an object: names, frames, modules, the interpreter; and objects that never die.
 *
 * Every reference that can be named is. What is left over is told from the counts: an object whose count is higher than the references
 * that are known to it is held by the interpreter in some way. What existed before the session never dies; a namespace among it is held
 * by its module, so that what it leads to can be named.
 */
import {
  FIRST_RECORD,
  forEachObject,
  type Heap,
  IMMORTAL,
  INTERNED,
  KIND,
  META,
  OUTSIDE,
  RECORD_WORDS,
  REFCNT,
  SERIAL,
} from '../../heap/index.ts';
import { atomRepr, type HoldsAs, localsOf, type Process } from '../../objects/index.ts';
import { type Graph, nodeOf, objectGraph, reach, refOf, withRoots } from './object-graph.ts';

export type RootKind =
  | HoldsAs
  | 'name'
  | 'constant'
  | 'class_keys'
  | 'collector'
  | 'class'
  | 'immortal'
  | 'interned'
  | 'before_session';

export interface Root {
  readonly kind: RootKind;
  readonly name: string | null;
  readonly depth: number | null;
  readonly function: string | null;
  /** As Python would write it; null where Python code cannot. */
  readonly python: string | null;
}

export interface HeldGraph {
  readonly process: Process;
  readonly graph: Graph;
  /** By node: its roots; empty for what only objects hold. */
  readonly rootsOf: (node: number) => readonly Root[];
}

const NAMELESS = { name: null, depth: null, function: null, python: null };
const MAIN = '__main__';

export function heldGraph(process: Process): HeldGraph {
  const { heap } = process;
  const objects = objectGraph(heap);
  const named = namedRoots(process);
  const known = new Map<number, Root[]>();
  for (const [ref, root] of named) {
    const node = nodeOf(ref);
    const list = known.get(node);
    if (list === undefined) known.set(node, [root]);
    else list.push(root);
  }
  const roots = [...known.keys(), ...undying(process, objects, [...known.keys()])];
  const isRoot = new Set(roots);
  return {
    process,
    graph: withRoots(objects, roots),
    rootsOf: (node) => known.get(node) ?? (isRoot.has(node) ? [nameless(process, refOf(node))] : []),
  };
}

/**
 * Further roots: what never dies; namespaces from before the session that nothing else leads to; and what has references that nobody
 * explains.
 */
function undying({ heap }: Process, objects: Graph, named: readonly number[]): number[] {
  const { words } = heap;
  const more: number[] = [];
  const namespaces: number[] = [];
  forEachObject(heap, (ref) => {
    const outside = ((words[ref + META] as number) & OUTSIDE) !== 0;
    if (outside && heap.typeOf(ref).kind === KIND.DICT) namespaces.push(ref);
    else if (outside || (words[ref + REFCNT] as number) >= IMMORTAL) more.push(nodeOf(ref));
  });
  const into = reach(objects, [...named, ...more]);
  for (const ref of [...namespaces, ...unexplained(heap, objects)]) {
    if (into[nodeOf(ref)] === 1) continue;
    more.push(nodeOf(ref));
    reach(objects, [nodeOf(ref)], { into });
  }
  return more;
}

/** Objects of the session whose count is higher than the references that objects hold; what has a name is a root already. */
function unexplained(heap: Heap, { nodes, targets }: Graph): number[] {
  const counted = new Int32Array(nodes);
  for (const target of targets) counted[target] = (counted[target] as number) + 1;
  const found: number[] = [];
  for (let ref = FIRST_RECORD; ref < heap.top; ref += RECORD_WORDS) {
    if ((heap.words[ref + SERIAL] as number) <= 0) continue;
    if ((heap.words[ref + REFCNT] as number) > (counted[nodeOf(ref)] as number)) found.push(ref);
  }
  return found;
}

function namedRoots(process: Process): [number, Root][] {
  const { outlook } = process.program ?? {};
  const roots: [number, Root][] = process.globals
    .entries()
    .map(([name, ref]) => [ref, { kind: 'name', name, depth: 0, function: '<module>', python: name }]);
  roots.push(...frameRoots(process));
  for (const { ref, as, name, depth, function: called } of outlook?.held() ?? [])
    roots.push([ref, { kind: as, name, depth, function: called, python: spelled(as, name) }]);
  roots.push([process.garbage, { ...NAMELESS, kind: 'collector', name: 'gc.garbage', python: 'gc.garbage' }]);
  for (const keys of process.sharedKeys)
    for (const ref of keys.names) roots.push([ref, { ...NAMELESS, kind: 'class_keys' }]);
  for (const ref of process.constants.held()) roots.push([ref, { ...NAMELESS, kind: 'constant' }]);
  if (process.ownEmptyFrozenset !== 0)
    roots.push([process.ownEmptyFrozenset, { ...NAMELESS, kind: 'interpreter', name: 'frozenset()' }]);
  return roots;
}

function frameRoots(process: Process): [number, Root][] {
  const roots: [number, Root][] = [];
  for (const [at, frame] of process.frames.entries()) {
    const place = { depth: at + 1, function: frame.function.name };
    if (frame.object === 0) {
      for (const [name, ref] of localsOf(process, frame))
        roots.push([ref, { ...place, kind: 'local', name, python: name }]);
    } else {
      roots.push([frame.object, { ...place, kind: 'frame', name: null, python: null }]);
    }
    for (const ref of frame.stack) roots.push([ref, { ...place, kind: 'stack', name: null, python: null }]);
  }
  return roots;
}

function spelled(as: HoldsAs, name: string | null): string | null {
  if (as === 'local') return name;
  return as === 'module' && name !== null ? `sys.modules[${quoted(name)}]` : null;
}

/** A name between Python's quotes; names of modules need no more care than this. */
function quoted(name: string): string {
  return `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

export const MAIN_MODULE = `sys.modules['${MAIN}']`;

/** What can be said of a root that has no name. */
function nameless(process: Process, ref: number): Root {
  const { heap, types } = process;
  const meta = heap.words[ref + META] as number;
  const immortal = (heap.words[ref + REFCNT] as number) >= IMMORTAL;
  if ((meta & OUTSIDE) === 0) return { ...NAMELESS, kind: immortal ? 'immortal' : 'interpreter' };
  if (heap.typeOf(ref) === types.type) return { ...NAMELESS, kind: 'class', ...classNamed(process, ref) };
  if (ref === process.resurrected)
    return { ...NAMELESS, kind: 'before_session', name: 'resurrected', python: 'resurrected' };
  if ((meta & INTERNED) !== 0) return { ...NAMELESS, kind: 'interned', python: atomRepr(process, ref) };
  if (immortal) return { ...NAMELESS, kind: 'immortal', python: atomRepr(process, ref) };
  return { ...NAMELESS, kind: 'before_session', python: atomRepr(process, ref) };
}

function classNamed(process: Process, ref: number): Partial<Root> {
  const name = process.classes.find((one) => one.object === ref)?.name ?? null;
  return { name, python: name };
}
