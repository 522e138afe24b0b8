/**
 * Where things stand in an object's record, and how each kind of object keeps the references that it holds.
 *
 * A record is 8 words of one Int32Array; a *ref* is the record's word offset, 0 is NULL:
 *
 *   | NEXT | PREV | REFCNT | META | BLOCK | SERIAL | A | B |
 *
 * NEXT/PREV link the collector's lists (NEXT = 0: untracked) and, in a dead record, the list of unused records.
 * META is the type's id in the low 16 bits and the flags below. BLOCK is the memory block of the object's header.
 * A and B depend on the kind; a *chunk* is an offset into the cell store:
 *
 *   ATOM      A, B  the 8 bytes of a float64 (numbers), or the cached hash (str, bytes)
 *   FIELDS    A chunk of B refs, zeros allowed; dropped first to last
 *   TUPLE     A chunk of B refs; dropped last to first (tupleobject.c:tupledealloc)
 *   LIST      A chunk | allocated, items block, ref ... | of B refs; dropped last to first (listobject.c:list_dealloc)
 *   DICT      A table chunk (see TABLE_*) or, with flag SPLIT, values chunk (see VALUES_*); B the number of entries in use
 *   SET       A table chunk (see SET_*), 0 while nothing was ever added; B the number of keys in use
 *   INSTANCE  A > 0 values chunk, A < 0 minus the ref of the attribute dict; B chunk of the slots (the type says how many)
 *   BUFFER    A memory block (0 none), B its capacity in bytes
 *   WEAKREF   A referent (not counted, 0 when cleared), B callback (counted, 0 when none)
 */
export const NEXT = 0;
export const PREV = 1;
export const REFCNT = 2;
export const META = 3;
export const BLOCK = 4;
export const SERIAL = 5;
export const A = 6;
export const B = 7;
export const RECORD_WORDS = 8;
export const RECORD_SHIFT = 3;

/** Bytes of the head before each tracked object, where the collector keeps its links (sizeof(PyGC_Head)). */
export const GC_HEAD_BYTES = 16;

export const TYPE_MASK = 0xffff;
/** Its finalizer was called once (PEP 442); it is never called again. */
export const FINALIZED = 1 << 16;
/** Weak references to it exist. */
export const HAS_WEAKREFS = 1 << 17;
/** Existed before the session: takes no simulated memory, is in no list of the collector, never dies. */
export const OUTSIDE = 1 << 18;
/** A dict whose keys belong to the class (PEP 412). */
export const SPLIT = 1 << 19;
/** A str that is in the table of interned strings. */
export const INTERNED = 1 << 20;
/** Has a value in the heap's table of payloads (text, bytes, big integers, what a function stands for). */
export const HAS_PAYLOAD = 1 << 21;
/** Its hash is cached in A and B (str, bytes). */
export const HASHED = 1 << 22;
/** It holds more than its kind shows: a class made by Python code that is no INSTANCE's, an annex (annex.ts). */
export const HAS_ANNEX = 1 << 23;

/** A class of C code: no gc object, although classes are (typeobject.c:type_is_gc). */
export const STATIC_CLASS = 1 << 24;
/** A dict in which names were looked for that it has not: whoever adds a key to it says so (objects/name-places.ts). */
export const WATCHED = 1 << 25;

export const KIND = {
  ATOM: 0,
  FIELDS: 1,
  TUPLE: 2,
  LIST: 3,
  DICT: 4,
  SET: 5,
  INSTANCE: 6,
  WEAKREF: 7,
  BUFFER: 8,
} as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/** How an object's header goes back when it dies. */
export const RELEASE = {
  FREE: 0,
  LIST: 1,
  DICT: 2,
  TUPLE: 3,
  FLOAT: 4,
  FRAME: 5,
  CLASS: 6,
  SLICE: 7,
} as const;
export type Release = (typeof RELEASE)[keyof typeof RELEASE];

/** A reference count at or above this never changes (PEP 683); no real count gets there. */
export const IMMORTAL = 0x40000000;

export const LIST_ALLOCATED = 0;
export const LIST_BLOCK = 1;
export const LIST_ITEMS = 2;

/** A dict's own keys table: header cells, then entries of TABLE_ENTRY cells: hash, key (0: deleted), value. */
export const TABLE_LOG2_SLOTS = 0;
export const TABLE_USABLE = 1;
export const TABLE_ENTRIES_USED = 2;
export const TABLE_BLOCK = 3;
/** 0 while every key ever inserted was exactly a str; then the traversal visits keys too. */
export const TABLE_GENERAL = 4;
/** Chunk of the lookup index, 0 for tables small enough to scan. */
export const TABLE_INDEX = 5;
export const TABLE_HEADER = 6;
export const TABLE_ENTRY = 3;

/** Attribute values whose names are the class's shared keys: header cells, `capacity` refs, then (3.11+) the insertion order. */
export const VALUES_BLOCK = 0;
export const VALUES_CAPACITY = 1;
export const VALUES_KEYS = 2;
export const VALUES_ORDER_USED = 3;
export const VALUES_HEADER = 4;
/** In VALUES_BLOCK: the values lie inside the instance's own block (3.13). */
export const EMBEDDED = -0x80000000;

/** A set's table: header cells, then mask + 1 slots of SET_SLOT cells: low hash, high hash, key (0 unused, -1 dummy). */
export const SET_MASK = 0;
export const SET_FILL = 1;
export const SET_BLOCK = 2;
export const SET_HEADER = 3;
export const SET_SLOT = 3;
export const SET_DUMMY = -1;
