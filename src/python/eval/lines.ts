/**
 * Lines as a debugger tells them: which instructions begin one, and what is said when such an instruction is about to run.
 *
 * A line begins where its number is not that of the instruction of the frame that ran before, and where a jump back leads to
 * (ceval.c:maybe_call_line_trace). What only prepares a frame begins none; library code has none.
 */
import { EV } from '../../heap/index.ts';
import { Op } from '../compile/opcodes.ts';
import type { CodeRuntime } from './code-runtime.ts';
import { currentLine, type Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';

/** What only prepares a frame, and the jump back itself. */
const PREPARING: ReadonlySet<number> = new Set([
  Op.JUMP_BACKWARD,
  Op.RESUME,
  Op.MAKE_CELL,
  Op.COPY_FREE_VARS,
  Op.RETURN_GENERATOR,
]);
const LIBRARY = /^(?:<LIB>|\/usr\/lib\/python3\.\d+)\//;

/** Of one code object: the line of each instruction that can begin one, 0: of none. */
interface Starts {
  readonly lines: Int32Array;
  readonly name: number;
  readonly filename: number;
}

/** Is the program to stop before this line? */
export type StopsAt = (frame: Frame, line: number) => boolean;

export class Lines {
  readonly #vm: Interpreter;
  readonly #starts = new Map<CodeRuntime, Starts>();
  /** Are lines told as events? */
  #told = false;
  #stopsAt: StopsAt | null = null;
  /** The program stands before a line, which has been told. */
  stopped = false;

  constructor(vm: Interpreter) {
    this.#vm = vm;
  }

  /** Does anybody care for lines? */
  get watched(): boolean {
    return this.#told || this.#stopsAt !== null;
  }

  watch(told: boolean): void {
    this.#told = told;
    this.#stopsAt = null;
    this.stopped = false;
  }

  /** null: it runs to its end. */
  stopAt(stopsAt: StopsAt | null): void {
    this.#stopsAt = stopsAt;
  }

  /** The instruction that is next is about to run; true when the program is to stop before it. */
  reached(frame: Frame): boolean {
    const starts = this.#startsOf(frame.runtime);
    const { ip, seenIp } = frame;
    const line = starts.lines[ip] as number;
    if (line === 0) return false;
    frame.seenIp = ip;
    if (seenIp >= 0 && seenIp < ip && starts.lines[seenIp] === line) return false;
    if (this.stopped) {
      this.stopped = false;
      return false;
    }
    if (this.#told) this.#vm.heap.ring.emit(EV.PROGRAM_LINE, line, starts.name, starts.filename);
    this.stopped = this.#vm.nested === 0 && this.#stopsAt !== null && this.#stopsAt(frame, line);
    return this.stopped;
  }

  /** The line that a frame is at: that of the instruction that is next where one begins there. */
  lineOf(frame: Frame): number {
    return (this.#startsOf(frame.runtime).lines[frame.ip] as number) || currentLine(frame);
  }

  #startsOf(runtime: CodeRuntime): Starts {
    const known = this.#starts.get(runtime);
    if (known !== undefined) return known;
    const { ring } = this.#vm.heap;
    const { name, filename } = runtime.code;
    const made = { lines: linesOf(runtime), name: ring.symbol(name), filename: ring.symbol(filename) };
    this.#starts.set(runtime, made);
    return made;
  }
}

function linesOf({ code, ops }: CodeRuntime): Int32Array {
  const lines = new Int32Array(ops.length / 2);
  if (LIBRARY.test(code.filename)) return lines;
  for (let at = 0; at < lines.length; at++) {
    const line = code.positions[at * 4] as number;
    if (line > 0 && !PREPARING.has(ops[at * 2] as number)) lines[at] = line;
  }
  return lines;
}
