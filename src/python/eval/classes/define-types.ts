/**
 * The built-in classes: which there are, what they derive from, and how the heap keeps their instances.
 *
 * Classes that the objects room knows already keep its layout; every other one gets a layout here, always in the same order, because type ids
 * are part of a saved heap. A class's methods are in builtins/types, found by name.
 */
import {
  type Heap,
  KIND,
  META,
  RELEASE,
  type Release,
  STATIC_CLASS,
  type TypeInfo,
} from '../../../heap/index.ts';
import type { Process } from '../../../objects/index.ts';
import { type ClassTable, newRecord, type PyType } from './class-table.ts';

/** Layouts of fields: collected, with weak references (w), without collection (-), with a finalizer (f), atoms (a). */
const LAYOUTS: { readonly [name: string]: string } = {
  builtin_function_or_method: 'w',
  'method-wrapper': '',
  method_descriptor: '',
  wrapper_descriptor: '',
  classmethod_descriptor: '',
  getset_descriptor: '',
  member_descriptor: '',
  method: 'w',
  cell: '',
  code: 'a',
  module: 'w',
  slice: 's',
  generator: 'wf',
  list_iterator: '',
  list_reverseiterator: '',
  tuple_iterator: '',
  str_iterator: '',
  str_ascii_iterator: '',
  bytes_iterator: '',
  bytearray_iterator: '',
  longrange_iterator: '-',
  set_iterator: '',
  dict_keyiterator: '',
  dict_valueiterator: '',
  dict_itemiterator: '',
  dict_reversekeyiterator: '',
  dict_reversevalueiterator: '',
  dict_reverseitemiterator: '',
  dict_keys: '',
  dict_values: '',
  dict_items: '',
  mappingproxy: '',
  iterator: '',
  callable_iterator: '',
  enumerate: '',
  zip: '',
  map: '',
  filter: '',
  reversed: '',
  property: '',
  staticmethod: '',
  classmethod: '',
  super: '',
  memoryview: 'w',
  managedbuffer: '',
  weakproxy: '',
  SimpleNamespace: '',
  GenericAlias: 'w',
  UnionType: '',
  FrameLocalsProxy: '',
};

/** In the order in which 3.8 to 3.10 make them ready; from 3.11 it is the alphabet's. */
const EXCEPTION_TREE = `BaseException
 BaseExceptionGroup Exception GeneratorExit SystemExit KeyboardInterrupt
Exception
 TypeError StopAsyncIteration StopIteration ImportError OSError EOFError RuntimeError NameError AttributeError SyntaxError
 LookupError ValueError AssertionError ArithmeticError SystemError ReferenceError MemoryError BufferError Warning
ArithmeticError
 FloatingPointError OverflowError ZeroDivisionError
ImportError
 ModuleNotFoundError
LookupError
 IndexError KeyError
NameError
 UnboundLocalError
OSError
 ConnectionError BlockingIOError ChildProcessError FileExistsError FileNotFoundError IsADirectoryError NotADirectoryError
 InterruptedError PermissionError ProcessLookupError TimeoutError
ConnectionError
 BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
RuntimeError
 RecursionError NotImplementedError PythonFinalizationError
SyntaxError
 IndentationError _IncompleteInputError
IndentationError
 TabError
ValueError
 UnicodeError
UnicodeError
 UnicodeEncodeError UnicodeDecodeError UnicodeTranslateError
Warning
 UserWarning EncodingWarning DeprecationWarning PendingDeprecationWarning SyntaxWarning RuntimeWarning FutureWarning
 ImportWarning UnicodeWarning BytesWarning ResourceWarning`;

/** Classes of exceptions that came with a version. */
const EXCEPTIONS_SINCE: { readonly [name: string]: number } = {
  EncodingWarning: 10,
  BaseExceptionGroup: 11,
  ExceptionGroup: 11,
  PythonFinalizationError: 13,
  _IncompleteInputError: 13,
};

/** Names under which a class is known differ from its layout's. */
const BASES: { readonly [name: string]: string } = { bool: 'int' };
/** Classes whose names are in `builtins`. */
export const BUILTIN_CLASS_NAMES =
  'object type int bool float complex str bytes bytearray memoryview list tuple dict set frozenset range slice super property staticmethod classmethod enumerate zip map filter reversed'.split(
    ' ',
  );

export interface FieldTraits {
  readonly gc?: boolean;
  readonly weakrefs?: boolean;
  readonly finalizer?: boolean;
  readonly clearable?: boolean;
  readonly object?: number;
  readonly release?: Release;
}

/** A layout of counted fields. */
export function defineFields(heap: Heap, name: string, traits: FieldTraits = {}): TypeInfo {
  return heap.types.define({
    name,
    kind: KIND.FIELDS,
    release: traits.release ?? RELEASE.FREE,
    gc: traits.gc ?? true,
    trashcan: false,
    clearable: traits.clearable ?? true,
    weakrefs: traits.weakrefs ?? false,
    finalizer: traits.finalizer ?? false,
    object: traits.object ?? 0,
    slotCount: 0,
  });
}

function defineLayout(heap: Heap, name: string, flags: string): TypeInfo {
  if (!flags.includes('a')) {
    return defineFields(heap, name, {
      gc: !flags.includes('-'),
      weakrefs: flags.includes('w'),
      finalizer: flags.includes('f'),
      clearable: !flags.includes('f'),
      ...(flags.includes('s') && { release: RELEASE.SLICE }),
    });
  }
  const atom = {
    kind: KIND.ATOM,
    release: RELEASE.FREE,
    gc: false,
    trashcan: false,
    clearable: false,
    weakrefs: true,
  };
  return heap.types.define({ name, ...atom, finalizer: false, object: 0, slotCount: 0 });
}

/** Classes of the objects room under Python's names for them. */
function knownLayouts(process: Process): [string, TypeInfo][] {
  const { atoms, type, float, bytearray, range, list, tuple, dict, set, frozenset, weakref } = process.types;
  const { function: functionType, frame, traceback } = process.types;
  return [
    ['object', atoms.object],
    ['type', type],
    ['NoneType', atoms.NoneType],
    ['ellipsis', atoms.ellipsis],
    ['NotImplementedType', atoms.NotImplementedType],
    ['int', atoms.int],
    ['bool', atoms.bool],
    ['float', float],
    ['complex', atoms.complex],
    ['str', atoms.str],
    ['bytes', atoms.bytes],
    ['bytearray', bytearray],
    ['range', range],
    ['range_iterator', atoms.range_iterator],
    ['list', list],
    ['tuple', tuple],
    ['dict', dict],
    ['set', set],
    ['frozenset', frozenset],
    ['function', functionType],
    ['frame', frame],
    ['traceback', traceback],
    [process.profile.messages.weakref.replace('weakref.', ''), weakref],
  ];
}

export function newPyType(process: Process, name: string, info: TypeInfo, bases: readonly PyType[]): PyType {
  const ref = process.shared.named(name, process.types.type);
  const type = newRecord({ name, qualname: name, module: 'builtins', ref, info, layout: null, bases });
  type.mro = [type, ...(bases[0]?.mro ?? [])];
  return type;
}

/** Fills the table with all built-in classes. */
export function defineBuiltinClasses(process: Process, classes: ClassTable): void {
  const { heap } = process;
  for (const [name, info] of knownLayouts(process)) {
    const base = name === 'object' ? [] : [classes.named(BASES[name] ?? 'object')];
    classes.add(newPyType(process, name, info, base));
  }
  const object = classes.named('object');
  for (const [name, flags] of Object.entries(LAYOUTS)) {
    classes.add(newPyType(process, name, defineLayout(heap, name, flags), [object]));
  }
  defineExceptions(process, classes, object);
  renameByVersion(process, classes);
  for (const { ref, info } of classes.all)
    if (info.object === 0) heap.words[ref + META] = (heap.words[ref + META] as number) | STATIC_CLASS;
}

function defineExceptions(process: Process, classes: ClassTable, root: PyType): void {
  let parent = root;
  for (const line of EXCEPTION_TREE.split('\n')) {
    const names = line.trim().split(/\s+/);
    if (!line.startsWith(' ') && names[0] !== 'BaseException') {
      parent = classes.named(names[0] as string);
      continue;
    }
    for (const name of names)
      classes.add(newPyType(process, name, defineFields(process.heap, name), [parent]));
    if (names[0] === 'BaseException') parent = classes.named('BaseException');
  }
  const bases = ['BaseExceptionGroup', 'Exception'].map((name) => classes.named(name));
  const object = process.shared.named(GROUP, process.types.type, { mortal: true });
  const info = defineFields(process.heap, GROUP, { object, weakrefs: true });
  const group = newPyType(process, GROUP, info, bases);
  group.mro = [group, ...bases, ...(bases[1] as PyType).mro.slice(1)];
  classes.add(group);
}

/** A class made by calling `type`: a heap type, which its objects hold (create_exception_group_class). */
const GROUP = 'ExceptionGroup';

/** tp_name of the classes of weak references: from 3.10 on they name their module. */
function renameByVersion(process: Process, classes: ClassTable): void {
  const { weakref } = process.profile.messages;
  if (weakref === 'weakref') return;
  classes.named(weakref.replace('weakref.', '')).name = weakref;
  const proxy = classes.named('weakproxy');
  proxy.name = 'ProxyType';
  proxy.qualname = 'ProxyType';
}

const EXCEPTION_NAMES: ReadonlySet<string> = new Set([...EXCEPTION_TREE.split(/\s+/), GROUP]);

/** A class of exceptions that this version has under this name. */
export function isExceptionName(name: string, minor: number): boolean {
  if (minor < (EXCEPTIONS_SINCE[name] ?? 0)) return false;
  return EXCEPTION_NAMES.has(name);
}
