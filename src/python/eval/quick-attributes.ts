/**
 * Attributes and methods of plain objects, found where they were last time (LOAD_ATTR_INSTANCE_VALUE, LOAD_METHOD_WITH_VALUES ...).
 *
 * For each instruction a Site remembers what the class has to say about the name, for as long as no class changes. Whether the
 * object itself has the attribute is asked every time. What runs Python code, or makes an object on the way, is attributes.ts's.
 */
import { KIND } from '../../heap/index.ts';
import { instances, namePlaces } from '../../objects/index.ts';
import { isPlainMethod, keepsAttributes, overridesReading } from './attributes.ts';
import type { PyType } from './class-table.ts';
import { isDataDescriptor } from './descriptors.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { nameRef } from './quick-names.ts';

const { instanceValue, replaceInstanceValue } = namePlaces;

export interface Site {
  readonly type: PyType;
  readonly version: number;
  /** Instances keep attributes of this name as values or in their dict, and the class does not decide it. */
  readonly inInstance: boolean;
  /** The same for storing. */
  readonly storesInInstance: boolean;
  /** A function or method descriptor of the class, borrowed; 0: there is none, or the handler has to look. */
  readonly method: number;
}

function siteOf(vm: Interpreter, frame: Frame, ref: number, name: number, at: number): Site {
  const { sites } = frame.runtime;
  const known = sites[at];
  const type = vm.classes.of(ref);
  if (known !== undefined && known.type === type && known.version === vm.classes.version) return known;
  const site = lookAt(vm, ref, type, frame.runtime.code.names[name] as string);
  while (sites.length <= at) sites.push(undefined);
  sites[at] = site;
  return site;
}

function lookAt(vm: Interpreter, ref: number, type: PyType, name: string): Site {
  const { version } = vm.classes;
  const found = vm.classes.lookup(type, name);
  const special =
    vm.classes.forObject(ref) !== undefined ||
    vm.getters[type.native.info.id] !== undefined ||
    (type.dict !== 0 && overridesReading(vm, type)) ||
    (found !== 0 && isDataDescriptor(vm, found));
  const { layout } = type;
  const isInstance =
    layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE && !layout.slots.includes(name);
  const methodFits = !special && found !== 0 && isPlainMethod(vm, found);
  return {
    type,
    version,
    inInstance: !special && isInstance,
    storesInInstance: !special && isInstance && layout.hasDict && vm.overrideIn(type, '__setattr__') === 0,
    method: methodFits && (isInstance || !keepsAttributes(vm, type)) ? found : 0,
  };
}

/** Borrowed value of an instance's own attribute; 0: the handler has to look. */
export function quickLoadAttr(vm: Interpreter, frame: Frame, ref: number, name: number, at: number): number {
  if (!siteOf(vm, frame, ref, name, at).inInstance) return 0;
  const { runtime } = frame;
  return instanceValue(vm.process, ref, nameRef(vm, runtime, name), runtime.hints, at);
}

/** Borrowed method of the object's class that needs no binding, which no attribute hides; 0: the handler has to look. */
export function quickLoadMethod(
  vm: Interpreter,
  frame: Frame,
  ref: number,
  name: number,
  at: number,
): number {
  const { inInstance, method } = siteOf(vm, frame, ref, name, at);
  if (method === 0 || !inInstance) return method;
  const { runtime } = frame;
  return instanceValue(vm.process, ref, nameRef(vm, runtime, name), runtime.hints, at) === 0 ? method : 0;
}

/** ref.name = value in the instance itself; false: the handler has to do it. Takes no reference over. */
export function quickStoreAttr(
  vm: Interpreter,
  frame: Frame,
  ref: number,
  value: number,
  name: number,
  at: number,
): boolean {
  if (!siteOf(vm, frame, ref, name, at).storesInInstance) return false;
  const { runtime } = frame;
  const key = nameRef(vm, runtime, name);
  if (!replaceInstanceValue(vm.process, ref, key, value, runtime.hints, at))
    instances.setNamed(vm.process, ref, key, value);
  return true;
}
