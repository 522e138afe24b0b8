/** A heap as one holds it in the hand: makes objects, counts references, lets go. Each object has one name, its own. */
import type { Operand } from './ops.ts';
import * as ops from './ops.ts';
import type { Scenario } from './scenario.ts';

/** Public id of an object: `#17`. */
export type Id = string;

export class ScenarioHeap {
  readonly #scenario: Scenario;
  readonly #names = new Map<Id, string>();

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  list(...items: Id[]): Id {
    return this.#made((name) => ops.list(name, ...items));
  }

  tuple(...items: Id[]): Id {
    return this.#made((name) => ops.tuple(name, ...items));
  }

  dict(...entries: [string, Id][]): Id {
    return this.#made((name) => ops.dict(name, ...entries));
  }

  instance(of: string): Id {
    return this.#made((name) => ops.instance(name, of));
  }

  append(list: Id, item: Operand): void {
    this.#scenario.run(ops.append(list, item));
  }

  /** Drops the name of the object. */
  decref(id: Id): void {
    this.#scenario.run(ops.unbind(this.#names.get(id) ?? id));
  }

  refcnt(id: Id): unknown {
    return this.#scenario.ask(ops.refcount(id));
  }

  collect({ generation = 2 }: { generation?: number } = {}): { collected: number; uncollectable: number } {
    this.#scenario.run(ops.collect(generation));
    const [finished] = this.#scenario.recent.ofType('gc.finished');
    if (finished?.type !== 'gc.finished') throw new Error('a collection finishes');
    return { collected: finished.collected, uncollectable: finished.uncollectable };
  }

  #made(operation: (name: string) => ops.JsonOperation): Id {
    const name = `_${this.#names.size + 1}`;
    const [result] = this.#scenario.run(operation(name));
    if (result?.object === undefined) throw new Error(JSON.stringify(result));
    this.#names.set(result.object, name);
    return result.object;
  }
}
