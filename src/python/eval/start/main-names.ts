/** The dict of the main module, where programs and operations find each other's names. */
import { dicts, type NameDict } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

export class MainNames implements NameDict {
  readonly #vm: Interpreter;
  readonly #dict: number;
  /** Names that every module has: nobody bound them. */
  readonly #hidden: ReadonlySet<string>;

  constructor(vm: Interpreter, dict: number) {
    this.#vm = vm;
    this.#dict = dict;
    this.#hidden = new Set(vm.entries(dict).map(([key]) => vm.text(key)));
  }

  get(name: string): number {
    return this.#vm.readDict(this.#dict, name);
  }

  set(name: string, value: number): void {
    const { process } = this.#vm;
    dicts.dictSet(process, this.#dict, process.internName(name), value);
  }

  remove(name: string): boolean {
    const { process } = this.#vm;
    return dicts.dictDelete(process, this.#dict, process.internName(name));
  }

  entries(): [string, number][] {
    const vm = this.#vm;
    const named = vm.entries(this.#dict).filter(([key]) => vm.isStr(key));
    return named
      .map(([key, value]): [string, number] => [vm.text(key), value])
      .filter(([name]) => !this.#hidden.has(name));
  }
}
