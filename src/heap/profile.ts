/**
 * What differs between Python versions, as data: a profile a version, recorded from one exact release.
 *
 * Algorithms never ask for the version; they ask the profile for a number, a flag or the name of a strategy.
 * Sources: the recordings under test/conformance and the CPython functions named beside each field.
 */
import type { ArenaMapKind, ArenaReleaseRule } from './memory-config.ts';

export type PythonVersion = '3.8' | '3.9' | '3.10' | '3.11' | '3.12' | '3.13';

/** obmalloc.c: the geometry of arenas and pools, and when a wholly free arena goes back to the system. */
export interface AllocatorProfile {
  readonly arenaBytes: number;
  readonly poolBytes: number;
  readonly alignment: number;
  readonly wordBytes: 4 | 8;
  readonly smallRequestThreshold: number;
  /** `unless_rightmost`: kept while it is the last of the usable arenas (obmalloc.c:insert_to_freepool, 3.9). */
  readonly arenaReleaseRule: ArenaReleaseRule;
  /** The radix tree that answers "is this address mine?" (obmalloc.c:arena_map_*), none before 3.10. */
  readonly arenaMap: ArenaMapKind;
}

/** gcmodule.c / gc.c. */
export interface CollectorProfile {
  readonly thresholds: readonly [number, number, number];
  /** `in_allocation`: at once; `at_checks`: a flag, looked at where the evaluator looks (3.12, ceval_macros.h CHECK_EVAL_BREAKER). */
  readonly runs: 'in_allocation' | 'at_checks';
  /**
   * A collection that waits for its check runs there whatever has happened since: after gc.disable(), and even inside a
   * finalizer that another collection calls (3.12, ceval_gil.c:_Py_RunGC); 3.13 drops it in both cases.
   */
  readonly waitingIgnoresState: boolean;
  /** 3.8: one resurrected object keeps all of the unreachable ones (gcmodule.c:check_garbage). */
  readonly resurrectionKeepsAll: boolean;
}

/** When nested deallocations are put off (Py_TRASHCAN_BEGIN/END). */
export interface TrashcanProfile {
  /** A deallocation nested this deep is put off. */
  readonly depositAt: number;
  /** What was put off is done once the nesting has fallen to this. */
  readonly resumeAt: number;
}

export interface FreeListProfile {
  readonly list: number;
  readonly dict: number;
  readonly dictKeys: number;
  /** `any`: every table of 8 slots is kept; `str`: only those with nothing but str keys (dictobject.c:free_keys_object, 3.11). */
  readonly dictKeysOf: 'any' | 'str';
  readonly float: number;
  readonly tupleEach: number;
  /** Tuples shorter than this are kept, by length. */
  readonly tuplePutBelow: number;
  /** ... and taken out again when shorter than this; 3.11 and 3.12 put 20-tuples but never take them. */
  readonly tupleTakeBelow: number;
  /** Frame objects (frameobject.c, up to 3.10); 0 where frames are not objects. */
  readonly frame: number;
}

/** Sizes in bytes of object bodies (`tp_basicsize`), without the GC head of 16. */
export interface LayoutProfile {
  /** In front of an instance: the GC head, from 3.11 also the managed dict words. */
  readonly instancePreHeader: number;
  readonly instanceBasic: number;
  /** Does an instance own words of its body for `__dict__` / `__weakref__` (up to 3.10 / 3.11)? */
  readonly dictSlotInBody: boolean;
  readonly weakrefSlotInBody: boolean;
  /**
   * Where attributes live: `dict` an object made by the first store (up to 3.10), `values` an array beside the instance
   * (3.11, 3.12), `inline` inside the instance's block (3.13).
   */
  readonly attributes: 'dict' | 'values' | 'inline';
  /** tracemalloc.get_object_traceback looks for a block that begins with the collector's head, whatever lies before it (3.11). */
  readonly tracedByHead: boolean;
  /** getsizeof of a class, and what its shared keys add to it. */
  readonly classBytes: number;
  /** sizeof(PyTypeObject): what sys.getsizeof says of a class that is not on the heap. */
  readonly staticClassBytes: number;
  readonly classKeysBytes: number;
  readonly strBasicAscii: number;
  readonly strBasicWide: number;
  /** UTF-8 that the shared characters from U+0080 to U+00FF carry with them (3.12). */
  readonly sharedCharacterUtf8: number;
  readonly weakref: number;
  readonly function: number;
  readonly frame: number;
  /** getsizeof(0): does zero own a digit? (3.11) */
  readonly intZero: number;
  /** Block of an int with one digit (longobject.c:_PyLong_New). */
  readonly intOneDigitBlock: number;
  readonly dictKeysHeader: number;
  /** Bytes of an entry when all keys are str. */
  readonly dictStrEntry: number;
}

/** listobject.c, dictobject.c: how containers grow, where versions differ. */
export interface GrowthProfile {
  /** list_resize: `mod4` rounds the capacity to four (3.9). */
  readonly list: 'odd' | 'mod4';
  /** append() leaves the array alone where there is room for the item; before, it is resized where more than half would be empty (app1). */
  readonly listAppendKeeps: boolean;
  /** Extending an empty list from something sized (list_extend): by the resize formula, or exactly, rounded up to even (3.10). */
  readonly listExtendEmpty: 'resize' | 'even';
  /** list.extend takes the items of a set or dict from its table, without an iterator (list_extend_set, list_extend_dict, 3.13). */
  readonly listExtendsFromTables: boolean;
  /** list(x) of something sized: exact (list___init__, up to 3.9) or as extend. */
  readonly listOfSized: 'exact' | 'extend';
  /** A display of three or more constants: built at once (3.8) or extended from a constant tuple (3.9). */
  readonly constantDisplay: 'exact' | 'extend';
  /** A display with more values than this on the stack is built piecemeal, item by item (STACK_USE_GUIDELINE, 3.10); a dict's
   * entries count two. */
  readonly displayStackLimit: number;
  /** pop() of the only item frees the array at once (list_pop_impl, 3.12). */
  readonly listPopLastFrees: boolean;
  /** `del a[i]` gives capacity back (list_ass_slice) or only moves items (list_ass_item, 3.13). */
  readonly listDelItemShrinks: boolean;
  /** The slots of a table from a wanted number: by doubling, or by counting bits (calculate_keysize, 3.10). */
  readonly dictSlots: 'doubling' | 'bits';
  /** A key added to a set goes into the last dummy passed on the way (set_add_entry; not in 3.9). */
  readonly setReusesDummies: boolean;
  /** A key is held from before it is hashed until it stands in the dict (PyDict_SetItem, 3.11), and not only while it is looked for. */
  readonly dictHoldsHashed: boolean;
  /** dict() called as a type owns a table of 8 slots from the start (dict_new, up to 3.9). */
  readonly dictCallOwnsTable: boolean;
  /** _PyDict_NewPresized makes no table of its own when 8 slots suffice (3.10). */
  readonly dictPresizeSkipsSmall: boolean;
  /**
   * Which empty dicts take a copy of the whole table when they are updated from a dict without gaps (dict_merge): none before
   * 3.10, then any, and from 3.13 all but those that keep values over their class's keys.
   */
  readonly dictMergeClones: 'never' | 'empty' | 'unshared';
}

/** Which objects never change their count (PEP 683). */
export interface ImmortalProfile {
  /** None, True, small ints, '' and one-character strings, b'', (), static types. */
  readonly singletons: boolean;
  /** Which interned strings: none, all of them (3.12), or only names in code, not constants (3.13: codeobject.c). */
  readonly interned: 'none' | 'all' | 'names';
  /** One-character names that are objects apart from the shared characters (3.11 and 3.12, from the interpreter's frozen code). */
  readonly lettersApart: string;
}

/** What a frame shows of itself (frameobject.c). */
export interface FrameProfile {
  /** `f_locals` of a function: a dict that the frame keeps, or a proxy of its variables (3.13, PEP 667). */
  readonly locals: 'dict' | 'proxy';
  /** Closing a generator that has not begun runs it to its end at once, or only marks it: its variables live on (3.12, gen_close). */
  readonly closeUnstarted: 'ends' | 'marks';
  /** Closing one that waits outside of every `try` and `with` raises nothing in it (3.13, the depth in RESUME). */
  readonly closeEndsOutsideTry: boolean;
  /** The frame of a generator that has ended remembers who ran it (3.12, clear_gen_frame). */
  readonly generatorsKeepBack: boolean;
}

/** How calls hold their arguments and which ones build temporary tuples (FACTS 4, 10). */
export interface CallProfile {
  /** The caller's stack keeps its own reference to each argument while a Python function runs (up to 3.10). */
  readonly stackKeepsArguments: boolean;
  /** Types whose call packs its arguments into a tuple (no vectorcall), besides weakref, bytes, bytearray, slice and zip. */
  readonly tupleCalls: readonly string[];
  /** A dying object with at least so many callbacks gathers them in a tuple (PyObject_ClearWeakRefs). */
  readonly callbacksInTupleFrom: number;
  /** An exception's traceback makes a frame object of the code that runs (3.11: frames are no objects before). */
  readonly tracebackMakesFrame: boolean;
  /** The code of an except clause stands behind everything else and jumps back with a look at what waits (3.12). */
  readonly handlerJumpsBack: boolean;
  /** An exception is an object as soon as it is raised, while the arguments of what raised it live (3.12; before, when a handler looks). */
  readonly raisesObjects: boolean;
  /** Comparisons nest this deep, less the running functions where those share the limit (up to 3.11). */
  readonly deepestComparison: number;
  readonly framesShareLimit: boolean;
  /** frozenset() without arguments is one shared object (up to 3.9). */
  readonly emptyFrozensetShared: boolean;
  /** ... and made by its first use (3.8); in 3.9 it is there from the start. */
  readonly emptyFrozensetIsNew: boolean;
}

/** Where the words of AttributeError changed. */
export interface MessageProfile {
  /** Deleting an attribute that is not there: `x` alone, or a sentence that names the type (3.11). */
  readonly deletedAttribute: 'name' | 'sentence';
  /** Reading an empty slot: the same choice (3.10). */
  readonly emptySlot: 'name' | 'sentence';
  /** A str subscript that is no int, % for its type (3.11 names it). */
  readonly stringIndices: string;
  /** Subscripting a class: by its own name (3.11). */
  readonly namesClassInSubscript: boolean;
  /** UnboundLocalError, % for the name (3.11). */
  readonly unboundLocal: string;
  /** A failed atexit callback: displayed, reported with the callback as its object (3.10), or with a text that names it (3.13). */
  readonly atExit: 'display' | 'object' | 'text';
  /** What messages call a weak reference (weakrefobject.c, 3.10). */
  readonly weakref: string;
  /** Added where an object without `__dict__` is asked to store an attribute (3.13). */
  readonly noDictSuffix: string;
}

export interface Profile {
  readonly python: PythonVersion;
  /** The exact release that the recordings come from. */
  readonly release: string;
  readonly allocator: AllocatorProfile;
  readonly collector: CollectorProfile;
  readonly trashcan: TrashcanProfile;
  readonly freeLists: FreeListProfile;
  readonly layout: LayoutProfile;
  readonly growth: GrowthProfile;
  readonly immortal: ImmortalProfile;
  readonly frames: FrameProfile;
  readonly calls: CallProfile;
  readonly messages: MessageProfile;
}
