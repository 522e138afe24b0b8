/**
 * The memory of code objects that are compiled while the program runs (codeobject.c:_PyCode_New): the object, its tables of places and
 * handlers, which are one for all code of a compilation where they are equal (merge_const_one, 3.10), and the kinds of its variables. Up to
 * 3.10 its instructions are a table, too.
 */
import type { Heap } from '../../../heap/index.ts';
import { type Process, strings } from '../../../objects/index.ts';
import type { CodeObject } from '../../compile/code-object.ts';
import { type NativeSize, nativeSize } from '../../compile/native/native-code.ts';
import { holdNames } from './code-names.ts';
import { type OlderRules, olderLineBytes, olderUnits } from './older-code.ts';

/** sizeof(_Py_CODEUNIT) */
const UNIT_BYTES = 2;
const WORD_BYTES = 8;
/** PyBytesObject_SIZE */
const BYTES_HEAD = 33;

export interface CodeRules {
  readonly coldBeginnings: number;
  /** tp_basicsize of code. */
  readonly basicBytes: number;
  readonly older: OlderRules;
}

/** Whoever holds a table frees it last. */
interface Table {
  readonly address: number;
  holders: number;
}

/** What one code object has. */
export interface CodeBlocks {
  /** The strs of its names, owned. */
  readonly names: readonly number[];
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
  readonly #rules: CodeRules;
  readonly #tables = new Map<string, Table>();
  #compiled = 0;

  constructor(process: Process, rules: CodeRules) {
    this.#process = process;
    this.#rules = rules;
  }

  allocate(code: CodeObject): CodeBlocks {
    const { memory } = this.#process.heap;
    const names = holdNames(this.#process, code);
    const size = nativeSize(code);
    const tables = (size?.tables ?? this.#older(code))
      .filter(({ length }) => length > 0)
      .map((table) => this.#table(table));
    const variables = new Set([...code.varNames, ...code.cellVars, ...code.freeVars]).size;
    const kinds = size !== null && variables > 0 ? [memory.alloc(BYTES_HEAD + variables)] : [];
    // A name that says where it is defined is a text of its own, which code has from 3.11 on; that of a class is among its constants.
    const { qualname } = code;
    const isKnown = code.constants.some((one) => one.type === 'str' && one.value === qualname);
    const isNamed = size !== null && qualname !== code.name && !isKnown;
    const texts = isNamed ? [memory.alloc(strings.strBytes(this.#process, qualname))] : [];
    return {
      names,
      own: [...kinds, ...texts, memory.alloc(codeBytes(code, this.#rules.basicBytes))],
      tables,
    };
  }

  /** Its instructions and lines; equal ones are one in 3.10. */
  #older(code: CodeObject): NativeSize['tables'] {
    const { older } = this.#rules;
    const own = older.mergesTables ? '' : String(this.#compiled++);
    const lines = code.positions.map((at) => at - code.firstLine).filter((_, i) => i % 4 === 0);
    return [
      { length: 2 * olderUnits(code, older), key: `code ${own} ${code.instructions.join()}` },
      { length: olderLineBytes(code, older), key: `lines ${own} ${lines.join()}` },
    ];
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
export function freeCode(heap: Heap, { names, own, tables }: CodeBlocks): void {
  const { memory } = heap;
  for (const name of names) heap.decref(name);
  for (const table of tables) if (--table.holders === 0) memory.free(table.address);
  for (const address of own) memory.free(address);
}
