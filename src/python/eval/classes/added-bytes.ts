/** What a class made by Python code adds to the objects of the built-in class that it derives from. */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import type { Dialect } from '../../dialect.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

type Ruled = Pick<Dialect, 'rules'>;

const WORD_BYTES = 8;
const MANAGED_BYTES = 16;

/** Bytes that a class made by Python code adds to the body (typeobject.c:type_new_alloc; FACTS 1). `itemised`: no managed words. */
export function addedBytes(vm: Ruled, type: PyType, itemised = false): number {
  if (type.dict === 0) return 0;
  return slotBytes(type) + wordBytes(vm, type, itemised);
}

/** `__slots__` of the class and of those that it derives from. */
function slotBytes(type: PyType): number {
  const named = type.mro.flatMap((one) => one.slots ?? []);
  return WORD_BYTES * named.filter((slot) => slot !== '__dict__' && slot !== '__weakref__').length;
}

function wordBytes(vm: Ruled, type: PyType, itemised: boolean): number {
  const { dict, weakrefs } = addedWords(type, itemised);
  const { managedWords } = vm.rules;
  if (managedWords === 'none' || (itemised && managedWords === 'dict')) return WORD_BYTES * (dict + weakrefs);
  if (managedWords === 'dict') return MANAGED_BYTES * dict + WORD_BYTES * weakrefs;
  return dict + weakrefs > 0 ? MANAGED_BYTES : 0;
}

/** 1 for each that it has and its built-in class has not. */
function addedWords(type: PyType, itemised: boolean): { dict: number; weakrefs: number } {
  const isWrapper = ['staticmethod', 'classmethod'].includes(type.native.name);
  const had =
    isWrapper || type.native.extraDict || type.native.mro.some((one) => one.name === 'BaseException');
  const dict = type.extraDict && !had;
  const weakrefs = type.info.weakrefs && !type.native.info.weakrefs && !itemised;
  return { dict: dict ? 1 : 0, weakrefs: weakrefs ? 1 : 0 };
}

/** The part of it that lies behind the object's own fields, not in front of the object (tp_basicsize). */
export function bodyBytes(vm: Ruled, type: PyType, itemised: boolean): number {
  if (type.dict === 0) return 0;
  const { dict, weakrefs } = addedWords(type, itemised);
  const inBody = { none: dict + weakrefs, dict: itemised ? dict : weakrefs, both: 0 };
  return slotBytes(type) + WORD_BYTES * inBody[vm.rules.managedWords];
}

const NO_WORDS = { body: 0, front: 0 } as const;

/** ExceptionGroup is made as a class in Python is, so that its objects have room for weak references: behind their fields, or in front. */
export function groupBytes(vm: Ruled, type: PyType): { readonly body: number; readonly front: number } {
  const isGroup = type.mro.some((one) => one.name === 'ExceptionGroup' && one.dict === 0);
  return isGroup ? vm.rules.exceptionGroupWords : NO_WORDS;
}

/** What sys.getsizeof adds to `__sizeof__`: the GC head and the managed words in front of the object. */
export function frontBytes(vm: Interpreter, ref: number): number {
  const type = vm.classes.of(ref);
  if (vm.classes.forObject(ref)?.dict === 0) return vm.rules.countsHeadOfStaticClasses ? GC_HEAD_BYTES : 0;
  const { front } = groupBytes(vm, type);
  if (type.dict === 0 || type.layout !== null) return vm.process.headBytes(ref) + front;
  const itemised = ITEMISED.includes(type.native.name);
  return GC_HEAD_BYTES + front + addedBytes(vm, type, itemised) - bodyBytes(vm, type, itemised);
}

const ITEMISED = ['int', 'tuple', 'bytes'];

/** What sys.getsizeof says of it beyond what it says of an object of the built-in class, whose own GC head is counted there. */
export function reportedBytes(vm: Ruled, type: PyType): number {
  const gcHead = type.info.gc && !type.native.info.gc ? GC_HEAD_BYTES : 0;
  const { managedWords } = vm.rules;
  // The __sizeof__ of int and str counts no words behind the value; sys.getsizeof counts those in front of it.
  switch (type.native.name) {
    case 'int':
    case 'bool':
      return gcHead + (type.extraDict && managedWords === 'both' ? MANAGED_BYTES : 0);
    case 'str':
      return gcHead + (type.extraDict && managedWords !== 'none' ? MANAGED_BYTES : 0);
    case 'tuple':
    case 'bytes':
      return gcHead + addedBytes(vm, type, true);
    default:
      return gcHead + addedBytes(vm, type);
  }
}
