/**
 * What the interpreter holds and how the parts of its objects are spelled, for views of a paused or ended program.
 *
 * A suspended generator's slots stand in fields of the generator or its frame object (generators.ts), so they are those objects' own;
 * the slots of frames on the stack are references that no object holds.
 */

import { ANNEX_DICT } from '../../heap/index.ts';
import { type Held, type ProgramOutlook, sizeOf } from '../../objects/index.ts';
import { FN, nativeName } from './calls/functions.ts';
import { heldByHandlers } from './exceptions/handled.ts';
import type { CodeRuntime } from './frames/code-runtime.ts';
import { FRAME_SLOTS, type Frame } from './frames/frame.ts';
import { isResumable } from './frames/generators.ts';
import type { Interpreter } from './interpreter.ts';

/**
 * By built-in class: its fields in order. With a dot: an attribute; without: a part that Python code cannot reach, by its name in
 * CPython's source.
 */
const FIELD_NAMES: { readonly [type: string]: string } = {
  function:
    '.__code__ .__globals__ .__module__ .__defaults__ .__kwdefaults__ .__doc__ .__name__ .__dict__ .__closure__ .__annotations__ .__type_params__ .__qualname__',
  method: '.__func__ .__self__',
  cell: '.cell_contents',
  builtin_function_or_method: '.__self__',
  'method-wrapper': '.__self__',
  module: '.__dict__',
  type: '.__dict__ .__bases__ .__mro__ .__base__',
  property: '.fget .fset .fdel .__doc__ .__name__',
  staticmethod: '.__func__',
  classmethod: '.__func__',
  super: '.__thisclass__ .__self__ .__self_class__',
  slice: '.start .stop .step',
  frame: '.f_back f_func .f_locals',
  traceback: '.tb_next .tb_frame',
  BaseException:
    'value value2 value3 value4 value5 value6 value7 value8 .__dict__ .args .__traceback__ .__cause__ .__context__',
  GenericAlias: '.__origin__ .__args__',
  UnionType: '.__args__',
  SimpleNamespace: '.__dict__',
  mappingproxy: 'mapping',
  member_descriptor: '.__name__',
  getset_descriptor: '.__name__',
  list_iterator: 'it_seq',
  list_reverseiterator: 'it_seq',
  tuple_iterator: 'it_seq',
  str_iterator: 'it_seq',
  str_ascii_iterator: 'it_seq',
  bytes_iterator: 'it_seq',
  iterator: 'it_seq',
  set_iterator: 'si_set',
  dict_keyiterator: 'di_dict',
  dict_valueiterator: 'di_dict',
  dict_itemiterator: 'di_dict di_result',
  dict_keys: 'dv_dict',
  dict_values: 'dv_dict',
  dict_items: 'dv_dict',
  callable_iterator: 'it_callable it_sentinel',
  enumerate: 'en_sit en_result',
};

export function outlookOf(vm: Interpreter): ProgramOutlook {
  return {
    held: () => [
      ...modulesOf(vm),
      ...framesOf(vm),
      ...handledBy(vm),
      ...hiddenInClasses(vm),
      ...rememberedNames(vm),
    ],
    fieldName: (ref, at) => fieldName(vm, ref, at),
    besideName: (ref, at) => besideName(vm, ref, at),
    describe: (ref) => describe(vm, ref),
    sizeOf: (ref) => vm.sizeOfObject(ref, sizeOf),
    isInterpreters: (serial) => vm.madeAside.some(([first, last]) => first <= serial && serial <= last),
  };
}

function slotName({ code }: CodeRuntime, slot: number): string | null {
  return [...code.varNames, ...code.cellVars, ...code.freeVars][slot] ?? null;
}

function framesOf(vm: Interpreter): Held[] {
  const held: Held[] = [];
  let depth = vm.depth;
  for (let frame = vm.frame; frame !== null; frame = frame.back) held.push(...heldBy(frame, --depth));
  return held;
}

function heldBy(frame: Frame, depth: number): Held[] {
  const held: Held[] = [];
  const place = { depth, function: frame.runtime.code.qualname };
  for (let slot = 0; slot < frame.sp; slot++) {
    const ref = frame.slots[slot] as number;
    if (ref <= 0) continue;
    const name = slotName(frame.runtime, slot);
    held.push({ ...place, ref, as: name === null ? 'stack' : 'local', name });
  }
  for (const ref of [frame.object, frame.locals, frame.func])
    if (ref !== 0) held.push({ ...place, ref, as: 'frame', name: null });
  return held;
}

function modulesOf(vm: Interpreter): Held[] {
  return [...vm.modules].map(([name, ref]) => ({ ref, as: 'module', name, depth: null, function: null }));
}

function handledBy(vm: Interpreter): Held[] {
  return heldByHandlers(vm).map((ref) => ({ ref, as: 'exception', name: null, depth: null, function: null }));
}

/** What classes keep where the collector does not look (ht_name, ht_qualname, ht_slots, tp_subclasses); 0 in dead ones. */
function hiddenInClasses(vm: Interpreter): Held[] {
  const held: Held[] = [];
  for (const { nameRef, qualnameRef, slotNames, subclassDict, qualname } of vm.classes.all) {
    for (const [ref, part] of [
      [nameRef, '__name__'],
      [qualnameRef, '__qualname__'],
      [slotNames, '__slots__'],
      [subclassDict, '__subclasses__'],
    ] as const) {
      if (ref !== 0)
        held.push({ ref, as: 'interpreter', name: `${qualname}.${part}`, depth: null, function: null });
    }
  }
  return held;
}

/** Names that have been looked up in classes; which of them dies depends on which comes to its place. */
function rememberedNames(vm: Interpreter): Held[] {
  const place = { as: 'interpreter', name: 'method cache', depth: null, function: null } as const;
  return vm.classes.names.held().map((ref) => ({ ref, ...place }));
}

function fieldName(vm: Interpreter, ref: number, at: number): string | null {
  const type = vm.classes.of(ref);
  const { name } = type.native;
  if (name === 'frame') return frameField(vm, ref, at);
  if (isResumable({ name })) return generatorField(vm, ref, at);
  const kind = type.mro.some((one) => one.name === 'BaseException') ? 'BaseException' : name;
  return named(kind, at);
}

function frameField(vm: Interpreter, ref: number, at: number): string | null {
  if (at < FRAME_SLOTS) return named('frame', at);
  const runtime = (vm.frameOf.get(ref) ?? vm.endedFrames.get(ref) ?? generatorFrameOf(vm, ref))?.runtime;
  return local(runtime, at - FRAME_SLOTS, '');
}

function generatorFrameOf(vm: Interpreter, object: number): Frame | undefined {
  return [...vm.generatorFrames.values()].find((frame) => frame.object === object);
}

function generatorField(vm: Interpreter, ref: number, at: number): string | null {
  if (vm.framesAreObjects) return at === 0 ? '.gi_frame' : null;
  return local(vm.generatorFrames.get(ref)?.runtime, at - 1, '.gi_frame');
}

function local(runtime: CodeRuntime | undefined, slot: number, frame: string): string | null {
  const name = runtime === undefined || slot < 0 ? null : slotName(runtime, slot);
  return name === null ? null : `${frame}.f_locals[${JSON.stringify(name).replaceAll('"', "'")}]`;
}

function named(kind: string, at: number): string | null {
  return FIELD_NAMES[kind]?.split(' ')[at] ?? null;
}

/** As CPython's own repr() has it, but for the file of a module and the line of code. */
function describe(vm: Interpreter, ref: number): string | null {
  const address = `at 0x${vm.process.addressOf(ref).toString(16)}`;
  const type = vm.classes.forObject(ref);
  if (type !== undefined) {
    const place = type.module === 'builtins' ? '' : `${type.module}.`;
    return `<class '${place}${type.qualname}'>`;
  }
  switch (vm.classes.of(ref).native.name) {
    case 'function':
      return `<function ${textOf(vm, vm.field(ref, FN.QUALNAME))} ${address}>`;
    case 'builtin_function_or_method':
      return `<built-in function ${nativeName(vm, ref)}>`;
    case 'module':
      return `<module '${textOf(vm, vm.readDict(vm.field(ref, 0), '__name__'))}'>`;
    case 'code':
      return `<code object ${vm.codes.ofObject(ref).code.name} ${address}>`;
    default:
      return null;
  }
}

function textOf(vm: Interpreter, ref: number): string {
  return ref !== 0 && vm.isStr(ref) ? vm.text(ref) : '?';
}

/** What an annex holds first are the filled places of `refs`: slots, a default factory; the items of a deque follow. */
function besideName(vm: Interpreter, ref: number, at: number): string | null {
  const annex = vm.heap.annexes.of(ref);
  if (annex === undefined) return null;
  if (isResumable(vm.classes.of(ref).native)) return '.gi_exc_state';
  const classes = vm.classes.of(ref).mro.map((one) => one.name);
  const filled = [...annex.refs.keys()].filter((place) => place !== ANNEX_DICT && annex.refs[place] !== 0);
  const place = filled[at];
  if (place === undefined) return classes.includes('collections.deque') ? `[${at - filled.length}]` : null;
  for (const [name, slot] of annex.slots) if (slot === place) return `.${name}`;
  return classes.includes('collections.defaultdict') ? '.default_factory' : null;
}
