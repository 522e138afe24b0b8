/**
 * What was there before the program: methods of built-in classes, the module `builtins`, and how modules are made.
 * All of it comes from outside: it takes no memory of the program's.
 */
import { REFCNT } from '../../../heap/index.ts';
import { dicts } from '../../../objects/index.ts';
import { compileSource } from '../../compile-source.ts';
import { outsideBuiltin, outsideDescriptor } from '../calls/functions.ts';
import { keptByImport } from '../calls/kept-keywords.ts';
import { addNewWrapper } from '../calls/new-wrappers.ts';
import { descriptorKind } from '../calls/slot-wrappers.ts';
import { BUILTIN_CLASS_NAMES, isExceptionName } from '../classes/define-types.ts';
import { installSizes } from '../classes/object-sizes.ts';
import { newFrame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import type { ModuleDefinition, NativeDefinition, TypeDefinition } from '../native.ts';
import { installIterators } from '../operators/iteration.ts';
import { fileOfModule, isPackage, libraryFolder } from './module-places.ts';
import { importing } from './start-up.ts';

export interface Installation {
  readonly types: readonly TypeDefinition[];
  readonly functions: Readonly<Record<string, NativeDefinition>>;
  /** What is built in and no function, class or constant. */
  readonly values: Readonly<Record<string, (vm: Interpreter) => number>>;
  /** Functions that came with a version. */
  readonly functionsSince: Readonly<Record<string, number>>;
  readonly modules: readonly ModuleDefinition[];
  /** Library modules in Python: source by name. */
  readonly sources: Readonly<Record<string, string>>;
  /** Further installation: tables of protocols. */
  readonly setups: readonly ((vm: Interpreter) => void)[];
}

export function install(vm: Interpreter, installation: Installation): void {
  installIterators(vm);
  for (const type of installation.types) installType(vm, type);
  for (const type of vm.classes.all) if (isExceptionName(type.name, vm.minor)) addNewWrapper(vm, type);
  for (const setup of installation.setups) setup(vm);
  installSizes(vm);
  vm.modulesDict = vm.heap.newOutside(vm.process.types.dict, 1);
  vm.builtinsDict = installBuiltins(vm, installation);
  vm.makeModule = (_vm, name) => importing(vm, name, () => made(vm, installation, name));
}

function made(vm: Interpreter, installation: Installation, name: string): number {
  keptByImport(vm, name);
  const definition = installation.modules.find((one) => one.name === name || one.alsoNamed === name);
  if (definition?.alsoNamed !== undefined) return madeOfTwoNames(vm, definition, definition.alsoNamed);
  if (definition !== undefined) return makeModule(vm, definition);
  const source = installation.sources[name];
  return source === undefined ? 0 : importSource(vm, name, source);
}

function madeOfTwoNames(vm: Interpreter, definition: ModuleDefinition, also: string): number {
  const module = makeModule(vm, definition);
  vm.modules.set(also, module);
  vm.put(vm.modulesDict, also, vm.own(module));
  return module;
}

function installType(vm: Interpreter, definition: TypeDefinition): void {
  const type = vm.classes.named(definition.name);
  const label = (name: string): string => `${definition.name}.${name}`;
  for (const [name, one] of Object.entries(definition.methods ?? {})) {
    type.natives.set(name, outsideDescriptor(vm, descriptorKind(definition.name, name), label(name), one));
  }
  for (const [name, one] of Object.entries(definition.classMethods ?? {})) {
    type.natives.set(name, outsideDescriptor(vm, 'classmethod_descriptor', label(name), one));
  }
  for (const [name, one] of Object.entries(definition.staticMethods ?? {})) {
    type.natives.set(
      name,
      vm.newOutsideFields(vm.classes.named('staticmethod').info, [outsideBuiltin(vm, label(name), one), 0]),
    );
  }
  for (const [name, one] of Object.entries(definition.getsets ?? {})) {
    const ref = vm.newOutsideFields(
      vm.classes.named(one.member === true ? 'member_descriptor' : 'getset_descriptor').info,
      [0],
    );
    vm.heap.setPayload(ref, vm.getsets.length);
    vm.getsets.push(one);
    vm.getsetNames.push(name);
    type.natives.set(name, ref);
  }
  if (definition.construct === undefined) return;
  Object.assign(type, { construct: definition.construct });
  addNewWrapper(vm, type);
}

/** A module object over a new dict, both from outside. */
export function newModule(vm: Interpreter, name: string): number {
  const dict = vm.heap.newOutside(vm.process.types.dict, 1);
  const module = vm.newOutsideFields(vm.classes.named('module').info, [dict]);
  vm.put(dict, '__name__', vm.name(name));
  vm.put(dict, '__doc__', vm.none());
  vm.put(dict, '__package__', vm.newStr(''));
  vm.put(dict, '__loader__', vm.none());
  vm.put(dict, '__spec__', vm.none());
  vm.modules.set(name, module);
  vm.put(vm.modulesDict, name, module);
  return module;
}

function makeModule(vm: Interpreter, definition: ModuleDefinition): number {
  const module = newModule(vm, definition.name);
  const dict = vm.field(module, 0);
  const { since = {} } = definition;
  for (const [name, one] of Object.entries(definition.functions ?? {})) {
    if (vm.minor < (since[name] ?? 0)) continue;
    const ref = outsideBuiltin(vm, name, one);
    vm.setField(ref, 0, vm.own(module));
    vm.put(dict, name, ref);
  }
  const { values = {}, newerValues = {} } = definition;
  const newer = Object.entries(newerValues).flatMap(([since, more]) =>
    vm.minor >= Number(since) ? [more] : [],
  );
  for (const one of [values, ...newer])
    for (const [name, make] of Object.entries(one))
      if (vm.minor >= (since[name] ?? 0)) vm.put(dict, name, make(vm));
  placeModule(vm, definition.name, dict);
  return module;
}

/** Where it lies, which a module in Python has said already (modules/library.ts), and what a package says besides. */
function placeModule(vm: Interpreter, name: string, dict: number): void {
  const file = fileOfModule(vm, name);
  if (file !== null && vm.readDict(dict, '__file__') === 0) vm.put(dict, '__file__', vm.newStr(file));
  if (name.includes('.')) vm.put(dict, '__package__', vm.name(name.slice(0, name.indexOf('.'))));
  if (!isPackage(name)) return;
  vm.put(dict, '__package__', vm.name(name));
  vm.put(dict, '__path__', vm.listOf([vm.newStr(`${libraryFolder(vm.minor)}/${name}`)]));
}

/** What comes when the first copy of builtins is made already (init_sys_streams; site.py). */
const ADDED_BUILTINS: ReadonlySet<string> = new Set(['open', 'exit', 'quit']);

function installBuiltins(vm: Interpreter, installation: Installation): number {
  const module = makeModule(vm, {
    name: 'builtins',
    functions: installation.functions,
    since: installation.functionsSince,
    values: installation.values,
  });
  const dict = vm.field(module, 0);
  const constants: [string, number][] = [
    ['None', vm.none()],
    ['True', vm.bool(true)],
    ['False', vm.bool(false)],
    ['NotImplemented', vm.notImplemented()],
    ['Ellipsis', vm.own(vm.process.shared.named('Ellipsis', vm.process.types.atoms.ellipsis))],
    ['__debug__', vm.bool(true)],
  ];
  for (const [name, value] of constants) vm.put(dict, name, value);
  for (const type of vm.classes.all) {
    if (type.dict !== 0) continue;
    if (!BUILTIN_CLASS_NAMES.includes(type.name) && !isExceptionName(type.name, vm.minor)) continue;
    dicts.dictSet(vm.process, dict, vm.process.internName(type.name), type.ref);
    if ((vm.heap.words[type.ref + REFCNT] as number) < 1) vm.incref(type.ref);
  }
  for (const [alias, name] of [
    ['IOError', 'OSError'],
    ['EnvironmentError', 'OSError'],
  ] as const) {
    vm.put(dict, alias, vm.own(vm.classes.named(name).ref));
  }
  for (const [key, value] of vm.entries(dict))
    if (!ADDED_BUILTINS.has(vm.text(key))) vm.firstBuiltins.set(vm.text(key), value);
  return dict;
}

/** A library module in Python: its body runs in a namespace of its own. */
function importSource(vm: Interpreter, name: string, source: string): number {
  const filename = `<LIB>/${name.replaceAll('.', '/')}.py`;
  const compiled = compileSource(source, { python: vm.process.config.python, filename, mode: 'exec' });
  if (!compiled.ok)
    throw new Error(`library module ${name}: ${compiled.error.message}, line ${compiled.error.line}`);
  const module = newModule(vm, name);
  const globals = vm.field(module, 0);
  vm.put(globals, '__builtins__', vm.own(vm.modules.get('builtins') as number));
  vm.put(globals, '__file__', vm.newStr(filename));
  vm.moduleFrame = true;
  const frame = newFrame(vm, vm.codes.load(compiled.code), globals);
  vm.moduleFrame = false;
  vm.pushFrame(frame);
  vm.decref(vm.runEntry(frame));
  return module;
}
