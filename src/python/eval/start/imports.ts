/** import: modules are made when first asked for and stay in sys.modules (import.c). What there is not is refused by name. */

import { dicts } from '../../../objects/index.ts';
import { isStandardModule } from '../../lib/standard-modules.ts';
import { IMPORT_ERROR } from '../exceptions/exception-fields.ts';
import { linkContext, Thrown } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import { isPackage } from './module-places.ts';
import { unsupportedName } from './unsupported-names.ts';

/** Modules that no loader has marked while it made them: their specs have no `_initializing`. */
const UNMARKED: ReadonlySet<string> = new Set(['__main__', 'builtins', 'sys']);

/** importlib._bootstrap:_find_spec, whose finders are gone at the end. */
const SHUTTING_DOWN = 'sys.meta_path is None, Python is likely shutting down';

/** IMPORT_NAME: `import a.b` gives `a`, `from a.b import c` gives `a.b`. */
export function importName(vm: Interpreter, name: string, isFrom: boolean): number {
  if (vm.rules.unmarkedModulesRaise && UNMARKED.has(name)) missTheMark(vm);
  if (vm.modulesGone) throw importError(vm, 'ImportError', SHUTTING_DOWN, {});
  const parts = name.split('.');
  let module = 0;
  for (let at = 1; at <= parts.length; at++) {
    const full = parts.slice(0, at).join('.');
    const parent = module;
    module = vm.importModule(full);
    if (module !== 0 && vm.isNone(module)) throw halted(vm, full);
    if (module === 0) {
      if (at === 1 && isStandardModule(full, vm.process.config.python))
        throw importError(vm, 'ImportError', `the module '${name}' is not supported here`, { module: full });
      const within = parts.slice(0, at - 1).join('.');
      const why = within === '' || isPackage(within) ? '' : `; '${within}' is not a package`;
      throw importError(vm, 'ModuleNotFoundError', `No module named '${full}'${why}`, { module: full });
    }
    if (parent !== 0) vm.setAttr(parent, parts[at - 1] as string, module);
  }
  return vm.own(isFrom ? module : vm.importModule(parts[0] as string));
}

/** Whether a module is being made is asked of its spec, and the AttributeError forgotten (_PyModuleSpec_IsInitializing). */
function missTheMark(vm: Interpreter): void {
  const text = vm.newStr("'ModuleSpec' object has no attribute '_initializing'");
  vm.decref(vm.guard(text, () => vm.newExceptionNamed('AttributeError', [text])));
}

/** A module that says of no package that it is in it cannot import relatively (import.c:resolve_name). */
export function relativeImport(vm: Interpreter): Thrown {
  return importError(vm, 'ImportError', 'attempted relative import with no known parent package', {});
}

export function importFrom(vm: Interpreter, module: number, name: string): number {
  if (!isModule(vm, module)) return fromOther(vm, module, name);
  const found = vm.readDict(vm.field(module, 0), name);
  if (found !== 0) return vm.own(found);
  const hooked = vm.readDict(vm.field(module, 0), '__getattr__') === 0 ? 0 : vm.findAttr(module, name);
  if (hooked !== 0) return hooked;
  const own = vm.text(vm.readDict(vm.field(module, 0), '__name__'));
  const inner = vm.importModule(`${own}.${name}`);
  if (inner !== 0) return vm.own(inner);
  const file = vm.readDict(vm.field(module, 0), '__file__');
  const path = file !== 0 && vm.isStr(file) ? file : 0;
  const place = path === 0 ? 'unknown location' : vm.text(path);
  const words = unsupportedName(own, name) ?? `cannot import name '${name}' from '${own}' (${place})`;
  throw importError(vm, 'ImportError', words, { module: own, nameFrom: name, path });
}

function isModule(vm: Interpreter, ref: number): boolean {
  return vm.classes.of(ref).native.name === 'module';
}

/** `from x import name` where `sys.modules` has something else than a module (ceval.c:import_from). */
function fromOther(vm: Interpreter, module: number, name: string): number {
  const found = vm.findAttr(module, name);
  if (found !== 0) return found;
  const own = vm.findAttr(module, '__name__');
  const isNamed = own !== 0 && vm.isStr(own);
  const shown = isNamed ? vm.text(own) : '<unknown module name>';
  if (own !== 0) vm.decref(own);
  const about = isNamed ? { module: shown, nameFrom: name } : { nameFrom: name };
  throw importError(
    vm,
    'ImportError',
    `cannot import name '${name}' from '${shown}' (unknown location)`,
    about,
  );
}

/** `sys.modules` says that there is no such module (importlib._bootstrap:_find_and_load). */
function halted(vm: Interpreter, name: string): Thrown {
  const words = `import of ${name} halted; None in sys.modules`;
  return importError(vm, 'ModuleNotFoundError', words, { module: name });
}

/** ImportError keeps which module, and which name of it, was asked for. */
function importError(
  vm: Interpreter,
  kind: string,
  message: string,
  about: {
    readonly module?: string;
    readonly nameFrom?: string;
    /** Where the module says that it lies, borrowed; 0 for nowhere. */
    readonly path?: number;
  },
): Thrown {
  const text = vm.newStr(message);
  const exception = vm.guard(text, () => vm.newExceptionNamed(kind, [text]));
  if (about.module !== undefined) vm.setField(exception, IMPORT_ERROR.NAME, vm.newStr(about.module));
  if (about.path) vm.setField(exception, IMPORT_ERROR.PATH, vm.own(about.path));
  if (about.nameFrom !== undefined && vm.rules.importErrorsNameFrom)
    vm.setField(exception, IMPORT_ERROR.NAME_FROM, vm.name(about.nameFrom));
  linkContext(vm, exception);
  return new Thrown(exception);
}

export function importStar(vm: Interpreter, module: number, namespace: number): void {
  const all = vm.findAttr(module, '__all__');
  const source = all === 0 ? vm.findAttr(module, '__dict__') : all;
  if (source === 0)
    throw importError(vm, 'ImportError', 'from-import-* object has no __dict__ and no __all__', {});
  vm.guard(source, () => {
    const names = all === 0 ? publicNames(vm, source) : vm.items(all);
    for (const key of names) {
      const value = vm.getAttr(module, vm.text(key));
      dicts.dictSet(vm.process, namespace, key, value);
      vm.decref(value);
    }
  });
}

function publicNames(vm: Interpreter, dict: number): number[] {
  return vm
    .entries(dict)
    .map(([key]) => key)
    .filter((key) => !vm.text(key).startsWith('_'));
}
