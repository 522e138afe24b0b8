/** What an exported script is made from: the operations of a session with what each answered. */
import type { OperationResult } from '../../contract/index.ts';
import type { Process } from '../../objects/index.ts';
import { interpreterOf, type LeftInFreeLists, takeLeftInFreeLists } from '../../python/index.ts';
import { generationOf } from '../generation-of.ts';
import { objectId } from '../object-id.ts';
import type { Operation } from '../verb.ts';
import type { ProgramAnswers } from './programs.ts';
import type { AnswerKind } from './questions.ts';

/** The collector after an operation. */
export interface CollectorState {
  readonly count: readonly number[];
  readonly threshold: readonly number[];
  readonly enabled: boolean;
  /** Collections, collected and uncollectable objects of each generation. */
  readonly stats: readonly (readonly number[])[];
}

/** What there is of an interpreter beside the objects of a session with programs. */
export interface Around {
  /** How many objects a full collection looks at. */
  readonly objects: number;
  /** Built-in classes that have subclasses from the start. */
  readonly subclassed: readonly string[];
  /** The generation that the dict of the names is in when the first program begins. */
  readonly namesBegin: number;
}

/** An operation that was applied, or failed. */
export interface Applied {
  readonly operation: Operation;
  readonly result: OperationResult;
  readonly state: CollectorState;
  /** What Heaplab put into free lists, as an interpreter's start and imports leave it there. */
  readonly left: readonly LeftInFreeLists[];
  readonly around: Around;
  readonly bare: BareTraces;
  /** The dict of the names, which is an object where there are programs. */
  readonly names: string | null;
  /** The generation that it is in. */
  readonly namesIn: Generation | null;
}

type Generation = number | 'permanent';

/** Bare blocks of operations that are traced; a script has none of them. */
export interface BareTraces {
  readonly blocks: number;
  readonly bytes: number;
}

/** What the script knows of one operation, and compares. */
export interface Told extends Partial<ProgramAnswers> {
  /** Number of its records. */
  readonly uid: number;
  /** null: it failed, or is part of a loop. */
  readonly seq: number | null;
  readonly op: string;
  readonly python: string;
  readonly state?: CollectorState;
  readonly object?: string;
  readonly values?: readonly unknown[];
  readonly kind?: AnswerKind;
  readonly part?: string;
  readonly error?: readonly [exception: string, message: string];
  readonly printed?: string;
}

/** What an operation that has just been applied answered, and what it left. */
export function applied(process: Process, operation: Operation, result: OperationResult): Applied {
  const vm = interpreterOf(process);
  const left = vm === undefined ? [] : takeLeftInFreeLists(vm);
  const objects = vm?.startObjects.collectable ?? 0;
  const { subclassedAtStart: subclassed = [], mainDictGeneration: namesBegin = 0 } = vm?.rules ?? {};
  const around = { objects, subclassed, namesBegin };
  const bare = bareTraces(process);
  return { operation, result, state: collectorState(process), left, around, bare, ...namesOf(process) };
}

function namesOf(process: Process): Pick<Applied, 'names' | 'namesIn'> {
  const vm = interpreterOf(process);
  const main = vm?.modules.get('__main__');
  if (vm === undefined || main === undefined) return { names: null, namesIn: null };
  const names = vm.field(main, 0);
  return { names: objectId(process, names), namesIn: generationOf(process, names) };
}

function bareTraces({ blocks, heap }: Process): BareTraces {
  const { tracemalloc } = heap.memory;
  if (!tracemalloc.tracing || blocks.size === 0) return { blocks: 0, bytes: 0 };
  const bare = new Set(blocks.values());
  const traced = tracemalloc.blocks().filter(({ handle }) => bare.has(handle));
  return { blocks: traced.length, bytes: traced.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}

function collectorState({ heap: { collector } }: Process): CollectorState {
  return {
    count: [...collector.counts],
    threshold: [...collector.thresholds],
    enabled: collector.enabled,
    stats: collector.stats.map((one) => [one.collections, one.collected, one.uncollectable]),
  };
}
