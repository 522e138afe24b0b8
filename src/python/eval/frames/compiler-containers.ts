/**
 * What compiling a text while the program runs does to the heap: the containers of CPython's compiler (compile/footprint.ts) are made and dropped
 * in its order, so that they count, can be what a collection is due for, and lie in the free lists afterwards.
 */
import { A } from '../../../heap/index.ts';
import { dicts, sets } from '../../../objects/index.ts';
import type { CodeObject } from '../../compile/code-object.ts';
import type { Containers } from '../../compile/compile.ts';
import { STEP } from '../../compile/footprint.ts';
import type { Interpreter } from '../interpreter.ts';

/** The letter that stands in for the first name in a dict. */
const FIRST_NAME = 97;

/** What is left of a compilation. */
export interface Left {
  readonly tuplesOf: ReadonlyMap<CodeObject, readonly number[]>;
  /** The code objects hold their tuples now. */
  codeIsLoaded(): void;
  /** Nobody needs the syntax tree any more (_PyArena_Free). */
  treeGoes(): void;
}

export function compilerContainers(vm: Interpreter, containers: Containers): Left {
  const refs = new Replay(vm).run(containers.steps);
  const refOf = (object: number): number => refs[object] as number;
  const objects = [...containers.tuplesOf].map(
    ([code, tuples]) => [code, tuples.filter((one) => one >= 0).map(refOf)] as const,
  );
  const dropAll = (list: readonly number[]): void => {
    for (const object of list) if (object >= 0) vm.decref(refOf(object));
  };
  return {
    tuplesOf: new Map(objects),
    codeIsLoaded: () => dropAll(containers.ofCode),
    treeGoes: () => dropAll(containers.inTree),
  };
}

class Replay {
  readonly #vm: Interpreter;
  readonly #refs: number[] = [];
  /** How many items of a tuple are taken. */
  readonly #taken: number[] = [];

  constructor(vm: Interpreter) {
    this.#vm = vm;
  }

  /** The objects by number; those that were dropped are no objects any more. */
  run(steps: readonly number[]): readonly number[] {
    for (let at = 0; at < steps.length; at += 3)
      this.#step(steps[at] as number, steps[at + 1] as number, steps[at + 2] as number);
    return this.#refs;
  }

  #step(what: number, a: number, b: number): void {
    const vm = this.#vm;
    const refs = this.#refs;
    switch (what) {
      case STEP.DICT:
        refs.push(vm.newDict());
        return;
      case STEP.LIST:
        refs.push(vm.newList());
        return;
      case STEP.SET:
        refs.push(sets.newSet(vm.process, vm.process.types.set));
        return;
      case STEP.TUPLE:
        refs.push(vm.newTuple(Array.from({ length: a }, () => vm.process.none)));
        return;
      case STEP.PUT_NAME:
        this.#put(refs[a] as number, vm.process.sharedStr(String.fromCharCode(FIRST_NAME + b)));
        return;
      case STEP.PUT:
        this.#put(refs[a] as number, vm.process.smallInt(b));
        return;
      case STEP.HOLD:
        this.#hold(a, refs[b] as number);
        return;
      default:
        vm.decref(refs[a] as number);
    }
  }

  #put(dict: number, key: number): void {
    dicts.dictSet(this.#vm.process, dict, key, this.#vm.process.none);
  }

  /** The item takes the place of a None. */
  #hold(tuple: number, item: number): void {
    const { heap, process } = this.#vm;
    const at = this.#taken[tuple] ?? 0;
    this.#taken[tuple] = at + 1;
    heap.cells.words[(heap.words[(this.#refs[tuple] as number) + A] as number) + at] = item;
    heap.incref(item);
    heap.decref(process.none);
  }
}
