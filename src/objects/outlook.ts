/**
 * A running program as who looks at the heap from outside needs it: what its interpreter holds, and what its objects call their parts.
 */
import type { PythonClass } from './classes.ts';
import type { Hash64 } from './values/hash64.ts';

/** In which way something that is no object holds a reference. */
export type HoldsAs = 'local' | 'stack' | 'frame' | 'module' | 'exception' | 'interpreter';

/** One counted reference that no object holds. */
export interface Held {
  readonly ref: number;
  readonly as: HoldsAs;
  /** Of the local or module; null where it has none. */
  readonly name: string | null;
  /** Of frames, the outermost is 0; null where no frame holds it. */
  readonly depth: number | null;
  readonly function: string | null;
}

export interface ProgramOutlook {
  /** Modules, then frames, innermost first, then what the interpreter itself holds. */
  held(): Held[];
  /** A field of a built-in object: `.cell_contents` as Python spells it, `it_seq` where no Python code reaches it; null: nameless. */
  fieldName(ref: number, at: number): string | null;
  /** A reference of the object's annex, in the order in which the annex owns them. */
  besideName(ref: number, at: number): string | null;
  /** repr() of classes, functions, modules and code, without asking Python code; null for all others. */
  describe(ref: number): string | null;
  /** sys.getsizeof, without asking Python code. */
  sizeOf(ref: number): number;
  /** Start-up or an import made it: it is the interpreter's own, not the program's. */
  isInterpreters(serial: number): boolean;
}

/** What a running program adds to hash and equality: classes that define their own. */
export interface ProgramHooks {
  /** null: hash by address. */
  hash(ref: number): Hash64 | null;
  /** Can Python code have to answer for the hash of this key? */
  asksForKey(ref: number): boolean;
  /** Hashes that are known while whole tables are gone through (stored-hashes.ts). */
  storedHashes: ReadonlyMap<number, Hash64> | null;
  /** What Python code answered last for each key: dicts have only a part of it. */
  readonly answeredHashes: ReadonlyMap<number, Hash64>;
  /** null: they are different objects, so they are not equal. */
  equal(a: number, b: number): boolean | null;
  /** A round of a loop in this room: two keys are compared, a tuple in a tuple is hashed. It can be the last one. */
  round(): void;
  /** So many bytes are gone through in one piece. */
  goThrough(nbytes: number): void;
  /** An operation has defined this class. */
  adopt(one: PythonClass): void;
  /** For views. */
  readonly outlook: ProgramOutlook;
}
