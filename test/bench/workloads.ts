/**
 * The workloads, each as phases that are operations; their Python spelling is what CPython runs, so both do the same by
 * construction. Only the random graph is built by object-level actions, since no operation draws random numbers.
 */
import type { Operation } from '../../src/operations/index.ts';

export interface Phase {
  /** Operations, or the random graph over the lists in the list `objects`. */
  readonly operations: readonly Operation[] | 'graph';
  /** Name of the measurement; a phase without one is preparation. */
  readonly timed?: string;
  /** What the time is divided by. */
  readonly units?: number;
}

export interface Workload {
  readonly name: string;
  readonly phases: readonly Phase[];
  readonly goals: Readonly<Record<string, number>>;
}

export const GRAPH_EDGES = 3;

const list = (as: string, ...items: string[]): Operation => ({ op: 'new', type: 'list', as, items });
const append = (to: string, item: unknown): Operation => ({ op: 'append', list: to, item });
const repeat = (times: number, ...ops: Operation[]): Operation => ({ op: 'repeat', times, index: 'i', ops });
const unbind = (name: string): Operation => ({ op: 'unbind', name });
const prepare = (...operations: Operation[]): Phase => ({ operations });
const timed = (name: string, units: number, ...operations: Operation[]): Phase => ({
  operations,
  timed: name,
  units,
});
const COLLECT: Operation = { op: 'gc.collect' };
/** One after the other: the clock of a thread moves by milliseconds. */
const COLLECTIONS = 5;
const collections = Array.from({ length: COLLECTIONS }, () => COLLECT);
const DISABLE: Operation = { op: 'gc.disable' };

/** Lists of `count` iterations and graphs of `objects` objects. */
export function workloads(count: number, objects: number): Workload[] {
  return [
    loop('x = []', count, [], [list('x')]),
    loop('bind and unbind a name', count, [list('x')], [{ op: 'bind', name: 'y', to: 'x' }, unbind('y')]),
    loop('x.append(None)', count, [list('x')], [append('x', { literal: null })]),
    {
      name: 'chain',
      phases: [
        prepare(list('x')),
        timed('build a linked chain, gc on', objects, repeat(objects, list('x', 'x'))),
        timed('gc.collect(), live chain', objects * COLLECTIONS, ...collections),
        timed('cascade deallocation of the chain', objects, unbind('x')),
      ],
      goals: { 'build a linked chain, gc on': 1, 'gc.collect(), live chain': 0.6 },
    },
    {
      name: 'flat',
      phases: [
        prepare(DISABLE, list('x'), repeat(objects, list('y'), append('x', 'y'))),
        timed('gc.collect(), live and flat', objects * COLLECTIONS, ...collections),
      ],
      goals: { 'gc.collect(), live and flat': 0.6 },
    },
    {
      name: 'random',
      phases: [
        prepare(DISABLE, list('objects'), repeat(objects, list('y'), append('objects', 'y'))),
        { operations: 'graph' },
        timed('gc.collect(), live random graph', objects * COLLECTIONS, ...collections),
      ],
      goals: { 'gc.collect(), live random graph': 0.75 },
    },
    {
      name: 'cycles',
      phases: [
        prepare(
          DISABLE,
          repeat(objects / 2, list('a'), list('b', 'a'), append('a', 'b')),
          unbind('a'),
          unbind('b'),
        ),
        timed('gc.collect(), garbage in 2-cycles', objects, COLLECT),
      ],
      goals: { 'gc.collect(), garbage in 2-cycles': 0.75 },
    },
  ];
}

function loop(name: string, count: number, before: Operation[], body: Operation[]): Workload {
  const phases = [prepare(...before), timed(name, count, repeat(count, ...body))];
  return { name, phases, goals: { [name]: 1 } };
}
