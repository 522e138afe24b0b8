/**
 * Lines as a debugger tells them: which instructions begin one, and what is said when such an instruction is about to run.
 *
 * From 3.11 on the way through CPython's own instructions is followed (line-paths.ts). Before, a line begins where its number is not that of the
 * instruction of the frame that ran before, and where a jump back leads to (ceval.c:maybe_call_line_trace). What only prepares a frame begins
 * none; library code has none. The line of a `try` has no instruction here: it begins where its body does, for whoever comes from outside.
 */
import { EV } from '../../../heap/index.ts';
import { lineTrack } from '../../compile/native/line-track.ts';
import { Op } from '../../compile/opcodes.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { currentLine, type Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { isLibraryCode } from '../start/module-places.ts';
import { tryAllocating } from './allocating.ts';
import { LinePaths } from './line-paths.ts';

/** What only prepares a frame, and the jump back itself. */
const PREPARING: ReadonlySet<number> = new Set([
  Op.JUMP_BACKWARD,
  Op.RESUME,
  Op.MAKE_CELL,
  Op.COPY_FREE_VARS,
  Op.RETURN_GENERATOR,
  Op.PUSH_EXC_INFO,
]);

/** Of one code object: the line of each instruction that can begin one, 0: of none. */
interface Starts {
  readonly lines: Int32Array;
  /** By the first instruction of its body; the outermost of several first. */
  readonly tries: ReadonlyMap<number, readonly TryBody[]>;
  readonly name: number;
  readonly filename: number;
  /** Where CPython's own code is known. */
  readonly paths: LinePaths | null;
}

interface TryBody {
  readonly line: number;
  readonly end: number;
}

/** Is the program to stop before this line? */
export type StopsAt = (frame: Frame, line: number) => boolean;

export class Lines {
  readonly #vm: Interpreter;
  readonly #starts = new Map<CodeRuntime, Starts>();
  /** Are lines told as events? */
  #told = false;
  #stopsAt: StopsAt | null = null;
  /** Does anybody care for lines? */
  watched = false;
  /** The program stands before a line, which has been told. */
  stopped = false;
  /** The frame whose next instruction is begun again, which is no new line. */
  again: Frame | null = null;
  /** The lines of the `try`s before the instruction that is next which have been told. */
  #triesTold = 0;
  /** The line that it stands before, where CPython's own code is known. */
  #stoppedAt = 0;

  constructor(vm: Interpreter) {
    this.#vm = vm;
  }

  watch(told: boolean): void {
    this.#told = told;
    this.#stopsAt = null;
    this.watched = told;
    this.stopped = false;
  }

  /** null: it runs to its end. */
  stopAt(stopsAt: StopsAt | null): void {
    this.#stopsAt = stopsAt;
    this.watched = this.#told || stopsAt !== null;
  }

  /** The instruction that is next is about to run; true when the program is to stop before it. */
  reached(frame: Frame): boolean {
    if (this.again === frame) {
      this.again = null;
      return false;
    }
    tryAllocating(this.#vm);
    const starts = this.#startsOf(frame.runtime);
    const { ip, seenIp } = frame;
    const line = starts.lines[ip] as number;
    if (starts.paths !== null) return this.#follow(frame, starts, starts.paths);
    if (line === 0) return false;
    if (starts.tries.size > 0 && this.#beforeTries(frame, starts)) return true;
    frame.seenIp = ip;
    if (seenIp >= 0 && seenIp < ip && starts.lines[seenIp] === line) return false;
    if (this.stopped) {
      this.stopped = false;
      return false;
    }
    return this.#begin(frame, line, starts);
  }

  /** `seenIp` is the instruction of CPython's that the frame has come to. */
  #follow(frame: Frame, starts: Starts, paths: LinePaths): boolean {
    if (this.stopped) {
      this.stopped = false;
      if (paths.isAt(frame.seenIp, frame.ip)) return false;
    }
    for (const at of paths.path(frame.seenIp, frame.ip)) {
      const line = paths.lineAt(at, frame.seenIp);
      frame.seenIp = at;
      if (line > 0 && this.#begin(frame, line, starts)) {
        this.#stoppedAt = line;
        return true;
      }
    }
    return false;
  }

  #begin(frame: Frame, line: number, { name, filename }: Starts): boolean {
    if (this.#told) this.#vm.heap.ring.emit(EV.PROGRAM_LINE, line, name, filename);
    this.stopped = this.#vm.nested === 0 && this.#stopsAt !== null && this.#stopsAt(frame, line);
    return this.stopped;
  }

  /** Tells the lines of `try`s whose bodies are about to begin; true when the program is to stop before one. */
  #beforeTries(frame: Frame, starts: Starts): boolean {
    const { ip, seenIp } = frame;
    const bodies = starts.tries.get(ip);
    if (bodies === undefined) return false;
    const entered = bodies.filter(({ end }) => seenIp < ip || seenIp >= end);
    while (this.#triesTold < entered.length) {
      const { line } = entered[this.#triesTold++] as TryBody;
      this.stopped = false;
      // A `with` has its line from its own instructions.
      if (seenIp >= 0 && starts.lines[seenIp] === line) continue;
      if (this.#begin(frame, line, starts)) return true;
    }
    if (this.#triesTold > 0) this.stopped = false;
    this.#triesTold = 0;
    return false;
  }

  /** The line that a frame is at: that of the instruction that is next where one begins there. */
  lineOf(frame: Frame): number {
    if (this.stopped && this.#stoppedAt > 0 && frame === this.#vm.frame) return this.#stoppedAt;
    if (this.#triesTold > 0 && frame === this.#vm.frame) {
      const tries = this.#startsOf(frame.runtime).tries.get(frame.ip) ?? [];
      return tries[this.#triesTold - 1]?.line ?? currentLine(frame);
    }
    return (this.#startsOf(frame.runtime).lines[frame.ip] as number) || currentLine(frame);
  }

  #startsOf(runtime: CodeRuntime): Starts {
    const known = this.#starts.get(runtime);
    if (known !== undefined) return known;
    const { ring } = this.#vm.heap;
    const { name, filename } = runtime.code;
    const [lines, tries, paths] = [linesOf(runtime), triesOf(runtime), pathsOf(runtime)];
    const made = { lines, tries, paths, name: ring.symbol(name), filename: ring.symbol(filename) };
    this.#starts.set(runtime, made);
    return made;
  }
}

/** RETURN_GENERATOR is followed by what takes away the value that a generator is first sent. */
function isPreparing(ops: CodeRuntime['ops'], at: number): boolean {
  return PREPARING.has(ops[at * 2] as number) || (at > 0 && ops[at * 2 - 2] === Op.RETURN_GENERATOR);
}

function jumpsToItself(ops: CodeRuntime['ops'], at: number): boolean {
  return ops[at * 2] === Op.JUMP_BACKWARD && ops[at * 2 + 1] === at;
}

function triesOf({ code, ops }: CodeRuntime): Map<number, TryBody[]> {
  const found = new Map<number, TryBody[]>();
  if (isLibraryCode(code.filename)) return found;
  for (const { start, end, target } of code.exceptionTable) {
    if (ops[target * 2] !== Op.PUSH_EXC_INFO) continue;
    const line = code.positions[target * 4] as number;
    const known = found.get(start) ?? [];
    if (!known.some((one) => one.line === line)) known.push({ line, end });
    found.set(start, known);
  }
  for (const tries of found.values()) tries.sort((one, other) => one.line - other.line);
  return found;
}

function pathsOf({ code: { written, places, filename } }: CodeRuntime): LinePaths | null {
  return written === null || isLibraryCode(filename) ? null : new LinePaths(lineTrack(written), places);
}

function linesOf({ code, ops }: CodeRuntime): Int32Array {
  const lines = new Int32Array(ops.length / 2);
  if (isLibraryCode(code.filename)) return lines;
  for (let at = 0; at < lines.length; at++) {
    const line = code.positions[at * 4] as number;
    // What jumps to itself is the whole of `while True: pass`.
    if (line > 0 && (!isPreparing(ops, at) || jumpsToItself(ops, at))) lines[at] = line;
  }
  return lines;
}
