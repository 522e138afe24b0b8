/**
 * The syntax tree of the main program, which lives while it runs: its arena has a list of the objects that the parser and the folder made
 * (pycore_pyarena.h: a_objects), which `gc.get_referrers` finds. What of it can be told is what it holds: constants, and names of the
 * source; how often, beside constants that are merged, is not known, so the list itself is shown empty.
 */
import type { CodeObject } from '../../compile/code-object.ts';
import type { Compiled } from '../../compile/compile.ts';
import type { Interpreter } from '../interpreter.ts';

export class SyntaxTree {
  readonly #vm: Interpreter;
  readonly #compiled: Pick<Compiled, 'code' | 'inTree'>;
  #names: ReadonlySet<string> | null = null;
  #list = 0;

  constructor(vm: Interpreter, compiled: Pick<Compiled, 'code' | 'inTree'>) {
    this.#vm = vm;
    this.#compiled = compiled;
  }

  /** Borrowed: the list of the arena. */
  get list(): number {
    if (this.#list === 0) this.#list = this.#vm.heap.newOutside(this.#vm.process.types.list, 1);
    return this.#list;
  }

  holdsAny(wanted: ReadonlySet<number>): boolean {
    const { codes } = this.#vm;
    for (const value of this.#compiled.inTree.keys()) {
      const ref = codes.known(value);
      if (ref !== undefined && wanted.has(ref)) return true;
    }
    return [...wanted].some((ref) => this.#isName(ref));
  }

  #isName(ref: number): boolean {
    const { process } = this.#vm;
    if (!this.#vm.isStr(ref) || !process.shared.isInterned(ref)) return false;
    this.#names ??= new Set(namesIn(this.#compiled.code));
    return this.#names.has(this.#vm.text(ref));
  }

  /** The program has ended (_PyArena_Free). */
  goes(): void {
    this.#vm.codes.forgetTree(this.#compiled.inTree);
    if (this.#list !== 0) this.#vm.decref(this.#list);
  }
}

function namesIn(code: CodeObject): string[] {
  const nested = code.constants.flatMap((one) => (one.type === 'code' ? namesIn(one.code) : []));
  const own = /^\w+$/u.test(code.name) ? [code.name] : [];
  return [...own, ...code.names, ...code.varNames, ...code.cellVars, ...code.freeVars, ...nested];
}
