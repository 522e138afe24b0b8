/**
 * The built-in types of a process, as the heap must know them (each type's tp_flags, tp_dealloc, tp_clear).
 * How an object of a type is built and grows is told in the file named after the type.
 */
import { type Heap, KIND, type Kind, RELEASE, type Release, type TypeInfo } from '../heap/index.ts';

/** The descriptions are the same objects in all processes, so what lists them can be, too. */
let shared: BuiltinTypes | undefined;

interface Traits {
  readonly release?: Release;
  readonly gc?: boolean;
  readonly trashcan?: boolean;
  readonly clearable?: boolean;
  readonly weakrefs?: boolean;
}

const ATOM_TYPES = [
  'NoneType',
  'ellipsis',
  'NotImplementedType',
  'bool',
  'int',
  'complex',
  'str',
  'bytes',
  'object',
  'range_iterator',
] as const;

export interface BuiltinTypes {
  readonly atoms: { readonly [name in (typeof ATOM_TYPES)[number]]: TypeInfo };
  readonly float: TypeInfo;
  readonly bytearray: TypeInfo;
  readonly range: TypeInfo;
  readonly list: TypeInfo;
  readonly tuple: TypeInfo;
  readonly dict: TypeInfo;
  readonly set: TypeInfo;
  readonly frozenset: TypeInfo;
  readonly weakref: TypeInfo;
  readonly function: TypeInfo;
  readonly frame: TypeInfo;
  readonly generator: TypeInfo;
  readonly iterator: TypeInfo;
  readonly exception: TypeInfo;
  readonly traceback: TypeInfo;
  readonly type: TypeInfo;
}

function define(heap: Heap, name: string, kind: Kind, traits: Traits): TypeInfo {
  return heap.types.defineBuiltin({
    name,
    kind,
    release: traits.release ?? RELEASE.FREE,
    gc: traits.gc ?? true,
    trashcan: traits.trashcan ?? false,
    clearable: traits.clearable ?? true,
    weakrefs: traits.weakrefs ?? false,
    finalizer: false,
    object: 0,
    slotCount: 0,
  });
}

/** Defines all of them, always in the same order: type ids are part of a saved heap. */
export function defineBuiltinTypes(heap: Heap): BuiltinTypes {
  const types = defineAll(heap);
  shared ??= types;
  const { atoms, float } = shared;
  heap.numbers.define({ int: atoms.int, float, intBytes: heap.profile.layout.intOneDigitBlock });
  return shared;
}

function defineAll(heap: Heap): BuiltinTypes {
  const atoms = Object.fromEntries(
    ATOM_TYPES.map((name) => [name, define(heap, name, KIND.ATOM, { gc: false, clearable: false })]),
  ) as BuiltinTypes['atoms'];
  const weakref = define(heap, 'weakref', KIND.WEAKREF, {});
  heap.weakrefs.plainType = weakref;
  return {
    atoms,
    float: define(heap, 'float', KIND.ATOM, { gc: false, clearable: false, release: RELEASE.FLOAT }),
    bytearray: define(heap, 'bytearray', KIND.BUFFER, { gc: false, clearable: false }),
    range: define(heap, 'range', KIND.FIELDS, { gc: false, clearable: false }),
    list: define(heap, 'list', KIND.LIST, { release: RELEASE.LIST, trashcan: true }),
    tuple: heap.tupleType,
    dict: define(heap, 'dict', KIND.DICT, { release: RELEASE.DICT, trashcan: true }),
    set: define(heap, 'set', KIND.SET, { trashcan: true, weakrefs: true }),
    frozenset: define(heap, 'frozenset', KIND.SET, { trashcan: true, weakrefs: true }),
    weakref,
    function: define(heap, 'function', KIND.FIELDS, { weakrefs: true }),
    frame: define(heap, 'frame', KIND.FIELDS, { release: RELEASE.FRAME, trashcan: true }),
    generator: define(heap, 'generator', KIND.FIELDS, { weakrefs: true, clearable: false }),
    iterator: define(heap, 'iterator', KIND.FIELDS, { clearable: false }),
    exception: define(heap, 'exception', KIND.FIELDS, { trashcan: true }),
    traceback: define(heap, 'traceback', KIND.FIELDS, { trashcan: true }),
    type: define(heap, 'type', KIND.FIELDS, { release: RELEASE.CLASS, weakrefs: true }),
  };
}
