/**
 * Classes of a session: defined before it begins, so that they cost nothing in it; a name that is defined anew is another class.
 * Operations say `__class_Node__` where programs could give the name `Node` to something else.
 */
import { spellOperation } from '../table.ts';
import type { Operation } from '../verb.ts';

export class Classes {
  readonly lines: string[] = [];
  readonly #pythonNames = new Map<string, string>();
  readonly #times = new Map<string, number>();
  readonly #apart: boolean;

  /** @param apart the session has programs */
  constructor(apart: boolean) {
    this.#apart = apart;
  }

  define(operation: Operation): void {
    const name = String(operation.as);
    const times = (this.#times.get(name) ?? 0) + 1;
    this.#times.set(name, times);
    const pythonName = times === 1 ? name : `${name}__${times}`;
    const bases = ((operation.bases ?? []) as string[]).map((base) => this.#pythonNames.get(base) ?? base);
    this.lines.push(...spellOperation({ ...operation, as: pythonName, bases }).split('\n'));
    if (times > 1) this.lines.push(`${pythonName}.__name__ = ${pythonName}.__qualname__ = '${name}'`);
    if (this.#apart) this.lines.push(`__builtins__.__class_${pythonName}__ = ${pythonName}`);
    this.#pythonNames.set(name, this.#apart ? `__class_${pythonName}__` : pythonName);
  }

  /** The operation with the class that its name means now. */
  resolved(operation: Operation): Operation {
    const name = operation.class;
    const pythonName = typeof name === 'string' ? this.#pythonNames.get(name) : undefined;
    return pythonName === undefined ? operation : { ...operation, class: pythonName };
  }
}
