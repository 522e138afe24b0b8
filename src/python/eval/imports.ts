/** import: modules are made when first asked for and stay in sys.modules (import.c). What there is not is refused by name. */
import { dicts, PythonRaise } from '../../objects/index.ts';
import { isStandardModule } from '../lib/standard-modules.ts';
import type { Interpreter } from './interpreter.ts';
import { EXC, linkContext, Thrown } from './raise.ts';
import { unsupportedName } from './unsupported-names.ts';

/** IMPORT_NAME: `import a.b` gives `a`, `from a.b import c` gives `a.b`. */
export function importName(vm: Interpreter, name: string, isFrom: boolean): number {
  const parts = name.split('.');
  let module = 0;
  for (let at = 1; at <= parts.length; at++) {
    const full = parts.slice(0, at).join('.');
    const parent = module;
    module = vm.importModule(full);
    if (module === 0) {
      if (at === 1 && isStandardModule(full, vm.process.config.python))
        throw importError(vm, 'ImportError', `the module '${name}' is not supported here`, { module: full });
      const within = parts.slice(0, at - 1).join('.');
      const why = within === '' ? '' : `; '${within}' is not a package`;
      throw importError(vm, 'ModuleNotFoundError', `No module named '${full}'${why}`, { module: full });
    }
    if (parent !== 0) vm.setAttr(parent, parts[at - 1] as string, module);
  }
  return vm.own(isFrom ? module : vm.importModule(parts[0] as string));
}

export function importFrom(vm: Interpreter, module: number, name: string): number {
  const found = vm.readDict(vm.field(module, 0), name);
  if (found !== 0) return vm.own(found);
  const own = vm.text(vm.readDict(vm.field(module, 0), '__name__'));
  const inner = vm.importModule(`${own}.${name}`);
  if (inner !== 0) return vm.own(inner);
  const words = unsupportedName(own, name) ?? `cannot import name '${name}' from '${own}' (unknown location)`;
  throw importError(vm, 'ImportError', words, {
    module: own,
    nameFrom: name,
  });
}

/** ImportError keeps which module, and which name of it, was asked for. */
function importError(
  vm: Interpreter,
  kind: string,
  message: string,
  about: { readonly module: string; readonly nameFrom?: string },
): Thrown {
  const text = vm.newStr(message);
  const exception = vm.guard(text, () => vm.newExceptionNamed(kind, [text]));
  vm.setField(exception, EXC.A, vm.newStr(about.module));
  if (about.nameFrom !== undefined) vm.heap.setPayload(exception, { nameFrom: about.nameFrom });
  linkContext(vm, exception);
  return new Thrown(exception);
}

export function importStar(vm: Interpreter, module: number, namespace: number): void {
  const dict = vm.field(module, 0);
  const all = vm.readDict(dict, '__all__');
  const names =
    all === 0
      ? vm
          .entries(dict)
          .map(([key]) => key)
          .filter((key) => !vm.text(key).startsWith('_'))
      : vm.items(all);
  for (const key of names) {
    const value = dicts.dictGet(vm.process, dict, key);
    if (value === 0) throw new PythonRaise('AttributeError', `module has no attribute '${vm.text(key)}'`);
    dicts.dictSet(vm.process, namespace, key, value);
  }
}
