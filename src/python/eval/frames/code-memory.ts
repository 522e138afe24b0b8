/**
 * The memory of code objects that are compiled while the program runs (codeobject.c:_PyCode_New, from 3.11 on): the object, its tables of places and
 * handlers, which are one for all code of a compilation where they are equal (merge_const_one), and the kinds of its variables.
 */
import type { Heap } from '../../../heap/index.ts';
import { type Process, strings } from '../../../objects/index.ts';
import type { CodeObject } from '../../compile/code-object.ts';
import { type NativeSize, nativeSize } from '../../compile/native/native-code.ts';

/** sizeof(_Py_CODEUNIT) */
const UNIT_BYTES = 2;
const WORD_BYTES = 8;
/** PyBytesObject_SIZE */
const BYTES_HEAD = 33;

export interface CodeRules {
  readonly coldBeginnings: number;
  /** tp_basicsize of code. */
  readonly basicBytes: number;
}

/** Whoever holds a table frees it last. */
interface Table {
  readonly address: number;
  holders: number;
}

/** What one code object has. */
export interface CodeBlocks {
  readonly own: readonly number[];
  readonly tables: readonly Table[];
}

/** sys.getsizeof of a code object (code_sizeof, _PyObject_VAR_SIZE): from 3.11 on the instructions are part of it. */
export function codeBytes(code: CodeObject, basicBytes: number): number {
  const native = nativeSize(code);
  // Up to 3.10 it has a table of the arguments that move into cells, if any do (co_cell2arg).
  const moved = native === null && code.cellToArg.some((place) => place >= 0) ? code.cellVars.length : 0;
  const bytes = basicBytes + UNIT_BYTES * (native?.units ?? 0) + WORD_BYTES * moved;
  return Math.ceil(bytes / WORD_BYTES) * WORD_BYTES;
}

/** Of one compilation. */
export class CodeMemory {
  readonly #process: Process;
  readonly #basicBytes: number;
  readonly #tables = new Map<string, Table>();

  constructor(process: Process, basicBytes: number) {
    this.#process = process;
    this.#basicBytes = basicBytes;
  }

  /** Null up to 3.10. */
  allocate(code: CodeObject): CodeBlocks | null {
    const size = nativeSize(code);
    if (size === null) return null;
    const tables = size.tables.filter(({ length }) => length > 0).map((table) => this.#table(table));
    const { memory } = this.#process.heap;
    const variables = new Set([...code.varNames, ...code.cellVars, ...code.freeVars]).size;
    const kinds = variables > 0 ? [memory.alloc(BYTES_HEAD + variables)] : [];
    // A name that says where it is defined is a text of its own.
    const { qualname } = code;
    const texts = qualname === code.name ? [] : [memory.alloc(strings.strBytes(this.#process, qualname))];
    return { own: [...kinds, ...texts, memory.alloc(codeBytes(code, this.#basicBytes))], tables };
  }

  #table({ length, key }: NativeSize['tables'][number]): Table {
    const known = this.#tables.get(key);
    if (known !== undefined && known.holders > 0) {
      known.holders++;
      return known;
    }
    const table = { address: this.#process.heap.memory.alloc(BYTES_HEAD + length), holders: 1 };
    this.#tables.set(key, table);
    return table;
  }
}

/** code_dealloc */
export function freeCode({ memory }: Heap, { own, tables }: CodeBlocks): void {
  for (const table of tables) if (--table.holders === 0) memory.free(table.address);
  for (const address of own) memory.free(address);
}
