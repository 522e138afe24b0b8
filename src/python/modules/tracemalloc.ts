/** tracemalloc: the recorder is the heap's (heap/tracemalloc.ts); snapshots and statistics are Python's (lib/tracemalloc.ts). */
import { lists, PythonRaise } from '../../objects/index.ts';
import { currentLine, type Frame } from '../eval/frame.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';
import { TRACEMALLOC_SOURCE } from '../lib/tracemalloc.ts';
import { library } from './library.ts';

const LINES = 2 ** 20;
const MOST_FRAMES = 65535;

/** Numbers of files whose lines allocate; 0 is none. */
class TracedFiles {
  readonly #numbers = new Map<string, number>();
  readonly names: string[] = [''];

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

const files = new WeakMap<Interpreter, TracedFiles>();

function filesOf(vm: Interpreter): TracedFiles {
  const known = files.get(vm) ?? new TracedFiles();
  files.set(vm, known);
  return known;
}

function frameNumber(known: TracedFiles, frame: Frame): number {
  return known.number(frame.runtime.code.filename) * LINES + currentLine(frame);
}

/** Where code stands that allocates now (traceback_new). */
function locate(vm: Interpreter, known: TracedFiles): number {
  const { tracemalloc } = vm.heap.memory;
  const top = vm.frame;
  if (top === null) return tracemalloc.site(known.number('<unknown>') * LINES, 0, 1);
  if (tracemalloc.limit === 1) return tracemalloc.site(frameNumber(known, top), 0, Math.max(vm.depth, 1));
  const numbers: number[] = [];
  for (
    let frame: Frame | null = top;
    frame !== null && numbers.length < tracemalloc.limit;
    frame = frame.back
  ) {
    numbers.push(frameNumber(known, frame));
  }
  let site = 0;
  for (let at = numbers.length - 1; at >= 0; at--)
    site = tracemalloc.site(numbers[at] as number, site, at === 0 ? Math.max(vm.depth, 1) : 0);
  return site;
}

/** ((file, line), ...), most recent first; a new reference. The names of files are those that the code objects have. */
function framesTuple(vm: Interpreter, site: number): number {
  const known = filesOf(vm);
  const { frames } = vm.heap.memory.tracemalloc.framesOf(site);
  return vm.tupleOf(
    frames.map((frame) => {
      const name = known.names[Math.floor(frame / LINES)] as string;
      return vm.tupleOf([vm.name(name), vm.newInt(frame % LINES)]);
    }),
  );
}

function start(vm: Interpreter, [nframe = 0]: readonly number[]): number {
  if (nframe !== 0 && !vm.isInt(nframe))
    throw new PythonRaise('TypeError', vm.words.intArgument(vm.typeName(nframe)));
  const limit = nframe === 0 ? 1 : vm.index(nframe);
  if (limit < 1 || limit > MOST_FRAMES)
    throw new PythonRaise('ValueError', 'the number of frames must be in range [1; 65535]');
  const { tracemalloc } = vm.heap.memory;
  const known = filesOf(vm);
  tracemalloc.locate = () => locate(vm, known);
  vm.allocatedAt = (ref) => allocatedAt(vm, known, ref);
  tracemalloc.start(limit);
  return vm.none();
}

/**
 * [(domain, size, frames, how many frames there were), ...]: the list is recorded like any object, what it is filled with is not
 * (tracemalloc_get_traces_fill runs as `reentrant`). Equal frames are one tuple.
 */
function getTraces(vm: Interpreter): number {
  const { tracemalloc } = vm.heap.memory;
  const list = vm.newList();
  if (!tracemalloc.tracing) return list;
  const frames = new Map<number, number>();
  const blocks = tracemalloc.blocks();
  const resume = tracemalloc.pause();
  for (const { sizeBytes, site } of blocks) {
    const known = frames.get(site) ?? framesTuple(vm, site);
    frames.set(site, known);
    const { total } = tracemalloc.framesOf(site);
    const trace = vm.tupleOf([vm.newInt(0), vm.newInt(sizeBytes), vm.own(known), vm.newInt(total)]);
    lists.append(vm.process, list, trace);
    vm.decref(trace);
  }
  resume();
  vm.dropAll([...frames.values()]);
  return list;
}

function objectTraceback(vm: Interpreter, [ref]: readonly number[]): number {
  const site = vm.heap.memory.tracemalloc.siteOf(vm.heap.blockOf(ref as number));
  return site < 0 ? vm.none() : framesTuple(vm, site);
}

/** The most recent frame of an object's traceback, for whoever looks from outside. */
function allocatedAt(
  vm: Interpreter,
  known: TracedFiles,
  ref: number,
): { file: string; line: number } | null {
  const { tracemalloc } = vm.heap.memory;
  const site = tracemalloc.siteOf(vm.heap.blockOf(ref));
  const [frame] = site < 0 ? [] : tracemalloc.framesOf(site).frames;
  if (frame === undefined) return null;
  return { file: known.names[Math.floor(frame / LINES)] ?? '', line: frame % LINES };
}

function sourceLine(vm: Interpreter, [file, line]: readonly number[]): number {
  return vm.newStr(vm.sources?.line(vm.text(file as number), vm.index(line as number))?.trim() ?? '');
}

export const TRACEMALLOC = library('tracemalloc', TRACEMALLOC_SOURCE, {
  functions: {
    start: native(start, { args: [0, 1], keywords: ['nframe'] }),
    stop: native((vm) => {
      vm.heap.memory.tracemalloc.stop();
      return vm.none();
    }),
    is_tracing: native((vm) => vm.bool(vm.heap.memory.tracemalloc.tracing)),
    clear_traces: native((vm) => {
      vm.heap.memory.tracemalloc.clear();
      return vm.none();
    }),
    reset_peak: native((vm) => {
      vm.heap.memory.tracemalloc.resetPeak();
      return vm.none();
    }),
    get_traced_memory: native((vm) => {
      const { traced, peak } = vm.heap.memory.tracemalloc;
      return vm.tupleOf([vm.newInt(traced), vm.newInt(peak)]);
    }),
    get_traceback_limit: native((vm) => vm.newInt(vm.heap.memory.tracemalloc.limit)),
    get_tracemalloc_memory: native((vm) => vm.newInt(vm.heap.memory.tracemalloc.overheadBytes())),
    _get_traces: native(getTraces),
    _get_object_traceback: native(objectTraceback, { args: [1, 1] }),
    _source_line: native(sourceLine, { args: [2, 2] }),
  },
});
