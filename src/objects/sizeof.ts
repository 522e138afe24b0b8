/** sys.getsizeof: what `__sizeof__` says, and the GC head in front of gc objects (sysmodule.c:_PySys_GetSizeOf; FACTS 1). */
import { B, GC_HEAD_BYTES, KIND, META, STATIC_CLASS, type TypeInfo } from '../heap/index.ts';
import { dictSizeof } from './dict.ts';
import { listSizeof } from './list.ts';
import { intSizeof } from './numbers.ts';
import type { Process } from './process.ts';
import { setSizeof } from './set.ts';
import {
  bytearraySizeof,
  bytesSizeof,
  strBytes,
  strText,
  subclassStrData,
  subclassStrHeader,
} from './strings.ts';

const TUPLE_BYTES = 40;
const FIXED: { readonly [type: string]: number } = {
  NoneType: 16,
  ellipsis: 16,
  NotImplementedType: 16,
  object: 16,
  float: 24,
  complex: 32,
  range: 48,
};

/** @param type of which it is taken to be: for an instance of a subclass, the built-in class */
export function sizeOf(process: Process, ref: number, type: TypeInfo = process.heap.typeOf(ref)): number {
  const { heap, types, profile } = process;
  switch (type.kind) {
    case KIND.LIST:
      return listSizeof(process, ref);
    case KIND.TUPLE:
      return TUPLE_BYTES + 8 * (heap.words[ref + B] as number);
    case KIND.DICT:
      return dictSizeof(process, ref);
    case KIND.SET:
      return setSizeof(process, ref);
    case KIND.INSTANCE:
      return process.classOf(ref).instanceBytes;
    case KIND.WEAKREF:
      return GC_HEAD_BYTES + profile.layout.weakref;
    default:
  }
  switch (type) {
    case types.atoms.int:
    case types.atoms.bool:
      return intSizeof(process, ref);
    case types.atoms.str:
      return strSizeof(process, ref, type);
    case types.atoms.bytes:
      return bytesSizeof(process, ref);
    case types.bytearray:
      return bytearraySizeof(process, ref);
    case types.function:
      return GC_HEAD_BYTES + profile.layout.function;
    case types.type:
      return classBytes(process, ref);
    default:
      return FIXED[type.name] ?? 0;
  }
}

function classBytes(process: Process, ref: number): number {
  const isStatic = ((process.heap.words[ref + META] as number) & STATIC_CLASS) !== 0;
  if (isStatic) return process.profile.layout.staticClassBytes;
  const { classBytes: own, classKeysBytes } = process.profile.layout;
  const one = process.classes.find((candidate) => candidate.object === ref);
  return own + (one === undefined || one.sharedKeys === null ? 0 : classKeysBytes);
}

function strSizeof(process: Process, ref: number, type: TypeInfo): number {
  const text = strText(process, ref);
  if (type === process.heap.typeOf(ref)) return strBytes(process, text);
  return subclassStrHeader(process) + subclassStrData(text);
}
