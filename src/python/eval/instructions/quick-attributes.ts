/**
 * Attributes and methods of plain objects, found where they were last time (LOAD_ATTR_INSTANCE_VALUE, LOAD_METHOD_WITH_VALUES ...).
 *
 * For each instruction a Site remembers what the class has to say about the name, for as long as no class changes. Whether the
 * object itself has the attribute is asked every time. What runs Python code, or makes an object on the way, is attributes.ts's.
 */
import * as heapRoom from '../../../heap/index.ts';
import { instances, namePlaces } from '../../../objects/index.ts';
import { storesGenerically } from '../calls/slot-wrappers.ts';
import { overridesReading } from '../classes/attributes.ts';
import { isDataDescriptor } from '../classes/descriptors.ts';
import { isPlainMethod } from '../classes/load-method.ts';
import { keepsAttributes } from '../classes/own-dicts.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import * as names from './quick-names.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, KIND, META, TYPE_MASK, VALUES_KEYS } = heapRoom;
const { instanceValue, storeInstanceValue } = namePlaces;
const { nameRef } = names;

export interface Site extends namePlaces.NameMemory {
  /** The layout of the object, which stands for its class. */
  readonly typeId: number;
  readonly version: number;
  /** Instances keep attributes of this name as values or in their dict, and the class does not decide it. */
  readonly inInstance: boolean;
  /** The same for storing. */
  readonly storesInInstance: boolean;
  /** A function or method descriptor of the class, borrowed; 0: there is none, or the handler has to look. */
  readonly method: number;
}

function siteOf(vm: Interpreter, frame: Frame, ref: number, name: number, at: number): Site {
  const known = frame.runtime.sites[at];
  const typeId = (vm.heap.words[ref + META] as number) & TYPE_MASK;
  if (known !== undefined && known.typeId === typeId && known.version === vm.classes.version) return known;
  return newSite(vm, frame, ref, name, at);
}

function newSite(vm: Interpreter, frame: Frame, ref: number, name: number, at: number): Site {
  const { sites, packed } = frame.runtime;
  while (sites.length <= packed.length) sites.push(undefined);
  const site = lookAt(vm, frame, ref, name, at);
  sites[at] = site;
  return site;
}

function lookAt(vm: Interpreter, frame: Frame, ref: number, name: number, at: number): Site {
  const type = vm.classes.of(ref);
  const { runtime } = frame;
  const text = runtime.code.names[name] as string;
  const found = vm.classes.lookup(type, text);
  const special =
    vm.classes.forObject(ref) !== undefined ||
    vm.getters[type.native.info.id] !== undefined ||
    (type.dict !== 0 && overridesReading(vm, type)) ||
    (found !== 0 && isDataDescriptor(vm, found));
  const { layout } = type;
  const isInstance = layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE;
  const methodFits = !special && found !== 0 && isPlainMethod(vm, found);
  return {
    typeId: vm.heap.typeOf(ref).id,
    version: vm.classes.version,
    inInstance: !special && isInstance,
    storesInInstance: !special && isInstance && layout.hasDict && !storesGenerically(vm, type),
    method: methodFits && (isInstance || !keepsAttributes(vm, type)) ? found : 0,
    keys: null,
    keysId: -1,
    cell: 0,
    size: -1,
    hints: runtime.hints,
    site: at,
  };
}

/** Borrowed value of an instance's own attribute; 0: the handler has to look. */
export function quickLoadAttr(vm: Interpreter, frame: Frame, ref: number, name: number, at: number): number {
  const site = siteOf(vm, frame, ref, name, at);
  if (!site.inInstance) return 0;
  const { words, cells } = vm.heap;
  const a = words[ref + A] as number;
  // Values of its own, laid out as last time: nothing else has to be asked.
  if (a > 0 && site.cell > 0 && cells.words[a + VALUES_KEYS] === site.keysId)
    return cells.words[a + site.cell] as number;
  return instanceValue(vm.process, ref, nameRef(vm, frame.runtime, name), site);
}

/** Borrowed method of the object's class that needs no binding, which no attribute hides; 0: the handler has to look. */
export function quickLoadMethod(
  vm: Interpreter,
  frame: Frame,
  ref: number,
  name: number,
  at: number,
): number {
  const site = siteOf(vm, frame, ref, name, at);
  const { method, keys } = site;
  if (method === 0 || !site.inInstance) return method;
  const { words, cells } = vm.heap;
  const a = words[ref + A] as number;
  const isAsBefore = a > 0 && keys !== null && cells.words[a + VALUES_KEYS] === site.keysId;
  if (isAsBefore && site.cell === 0 && keys.size === site.size) return method;
  return instanceValue(vm.process, ref, nameRef(vm, frame.runtime, name), site) === 0 ? method : 0;
}

/** ref.name = value in the instance itself, which ends with `waitsAfter`; false: the handler has to do it. Takes no reference over. */
export function quickStoreAttr(
  vm: Interpreter,
  frame: Frame,
  ref: number,
  value: number,
  name: number,
  at: number,
): boolean {
  const site = siteOf(vm, frame, ref, name, at);
  if (!site.storesInInstance) return false;
  const key = nameRef(vm, frame.runtime, name);
  vm.heap.dealloc.open = true;
  if (!storeInstanceValue(vm.process, ref, key, value, site)) instances.setNamed(vm.process, ref, key, value);
  return true;
}
