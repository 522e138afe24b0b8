/**
 * Classes that come with a module (collections.deque, itertools.chain ...): defined in a process when the module is first asked for.
 * They are objects from outside, as the built-in classes are; their instances are fields on the heap unless a layout is given.
 */
import { KIND, META, STATIC_CLASS, type TypeInfo } from '../../heap/index.ts';
import { checkingSelf } from '../builtins/types/self-check.ts';
import { addSlotAttributes } from '../builtins/types/slot-attributes.ts';
import { outsideBuiltin, outsideDescriptor } from '../eval/calls/functions.ts';
import { addNewWrapper } from '../eval/calls/new-wrappers.ts';
import { descriptorKind } from '../eval/calls/slot-wrappers.ts';
import type { PyType } from '../eval/classes/class-table.ts';
import { defineFields, type FieldTraits, newPyType } from '../eval/classes/define-types.ts';
import type { WaitingNext } from '../eval/containers.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import type { GetSet, TypeDefinition } from '../eval/native.ts';
import { putWaiting } from '../eval/operators/iteration.ts';

export interface ModuleType extends TypeDefinition {
  readonly module: string;
  /** Class that it derives from; its kind of layout is taken over. */
  readonly base?: string;
  readonly traits?: FieldTraits | ((vm: Interpreter) => FieldTraits);
  /** tp_name where it is not `module.name`. */
  readonly typeName?: string;
  /** sys.getsizeof, the GC head included. */
  readonly bytes?: (vm: Interpreter, ref: number) => number;
  /** The version since which it is a heap type: its objects hold a reference to it. */
  readonly heapSince?: number;
  /** Name of the layout, where another class's code is to take it for its own. */
  readonly layoutName?: string;
  /** Methods and attributes that came with a version. */
  readonly since?: Readonly<Record<string, number>>;
  /** Its instances have a `__dict__`. */
  readonly hasDict?: boolean;
  /** How its iterators go on. */
  readonly next?: ((vm: Interpreter, iterator: number) => number) | WaitingNext;
  /** Protocols of the layout. */
  readonly setup?: (vm: Interpreter, type: PyType) => void;
}

/** The class, defined now if this interpreter does not have it. */
export function moduleType(vm: Interpreter, spec: ModuleType): PyType {
  const key = spec.typeName ?? `${spec.module}.${spec.name}`;
  const known = vm.classes.byName.get(key);
  if (known !== undefined) return known;
  const base = vm.classes.named(spec.base ?? 'object');
  const onHeap = spec.heapSince !== undefined && vm.minor >= spec.heapSince;
  const ref = vm.process.shared.named(spec.name, vm.process.types.type, { mortal: onHeap });
  const type = newPyType(vm.process, spec.name, layoutOf(vm, spec, base, onHeap ? ref : 0), [base]);
  type.module = spec.module;
  type.name = key;
  if (!onHeap) vm.heap.words[ref + META] = (vm.heap.words[ref + META] as number) | STATIC_CLASS;
  Object.assign(type, { extraDict: spec.hasDict ?? base.extraDict });
  vm.classes.add(type);
  // A type of C is there before tracemalloc begins.
  const resume = vm.heap.memory.tracemalloc.pause();
  fill(vm, type, spec, onHeap);
  resume();
  if (typeof spec.next === 'function') vm.nexts[type.info.id] = spec.next;
  else if (spec.next !== undefined) putWaiting(vm, type, spec.next);
  if (spec.bytes !== undefined) vm.sizes[type.info.id] = spec.bytes;
  spec.setup?.(vm, type);
  addSlotAttributes(vm, type);
  return type;
}

/** A value of a module definition: the class. */
export function classValue(spec: ModuleType): (vm: Interpreter) => number {
  return (vm) => vm.own(moduleType(vm, spec).ref);
}

function layoutOf(vm: Interpreter, spec: ModuleType, base: PyType, object: number): TypeInfo {
  const own = typeof spec.traits === 'function' ? spec.traits(vm) : spec.traits;
  const { info } = base;
  if (info.kind === KIND.ATOM || info.kind === KIND.FIELDS)
    return defineFields(vm.heap, spec.layoutName ?? spec.name, { ...own, object });
  const { kind, trashcan, clearable, weakrefs } = info;
  const finalizer = own?.finalizer ?? false;
  const traits = { trashcan, clearable, weakrefs: own?.weakrefs ?? weakrefs, finalizer };
  return vm.heap.types.define({
    name: spec.name,
    kind,
    release: 0,
    gc: true,
    object,
    slotCount: 0,
    ...traits,
  });
}

function fill(vm: Interpreter, type: PyType, spec: ModuleType, onHeap: boolean): void {
  const label = (name: string): string => `${spec.name}.${name}`;
  // A static type is asked what it is called (type_module).
  if (onHeap) type.natives.set('__module__', vm.newStr(spec.module));
  type.natives.set('__doc__', vm.none());
  const { methods = {} } = checkingSelf({ name: type.name, methods: spec.methods ?? {} });
  const isThere = (name: string): boolean => vm.minor >= (spec.since?.[name] ?? 0);
  for (const [name, one] of Object.entries(methods))
    if (isThere(name))
      type.natives.set(name, outsideDescriptor(vm, descriptorKind(spec.name, name), label(name), one));
  for (const [name, one] of Object.entries(spec.classMethods ?? {}))
    if (isThere(name))
      type.natives.set(name, outsideDescriptor(vm, 'classmethod_descriptor', label(name), one));
  for (const [name, one] of Object.entries(spec.staticMethods ?? {})) {
    type.natives.set(
      name,
      vm.newOutsideFields(vm.classes.named('staticmethod').info, [outsideBuiltin(vm, label(name), one), 0]),
    );
  }
  for (const [name, one] of Object.entries(spec.getsets ?? {}))
    if (vm.minor >= (spec.since?.[name] ?? 0)) type.natives.set(name, getset(vm, name, one));
  if (spec.construct === undefined) return;
  Object.assign(type, { construct: { throughTuple: true, ...spec.construct } });
  addNewWrapper(vm, type);
}

function getset(vm: Interpreter, name: string, one: GetSet): number {
  const kind = one.member === true ? 'member_descriptor' : 'getset_descriptor';
  const ref = vm.newOutsideFields(vm.classes.named(kind).info, [0]);
  vm.heap.setPayload(ref, vm.getsets.length);
  vm.getsets.push(one);
  vm.getsetNames.push(name);
  return ref;
}

/** A getset of a borrowed field. */
export function fieldGetter(at: number): GetSet {
  return {
    get: (vm, self) => (vm.field(self, at) === 0 ? vm.none() : vm.own(vm.field(self, at))),
    member: true,
  };
}

/** The same, which a program may set and delete. */
export function openField(at: number): GetSet {
  return {
    ...fieldGetter(at),
    set: (vm, self, value) => vm.setField(self, at, vm.own(value)),
    delete: (vm, self) => vm.setField(self, at, 0),
  };
}

/** Any number of arguments. */
export const ANY: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER];
