/** tracemalloc: the recorder is the heap's (heap/tracemalloc.ts); snapshots and statistics are Python's (lib/tracemalloc.ts). */
import { lists, PythonRaise } from '../../objects/index.ts';
import { clinicInt } from '../builtins/arguments.ts';
import { keepsKeys } from '../eval/classes/class-keys.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type Native, native } from '../eval/native.ts';
import { TRACEMALLOC_SOURCE } from '../lib/tracemalloc.ts';
import { isRemembered, remember } from './abc-cache.ts';
import { library } from './library.ts';

const MOST_FRAMES = 65535;

/** ((file, line), ...), most recent first; a new reference. The names of files are those that the code objects have. */
/** A frame that is shown counts as much as reading so many bytes. */
const FRAME_BYTES = 128;

function framesTuple(vm: Interpreter, site: number): number {
  const frames = vm.heap.memory.tracemalloc.places.framesOf(site);
  vm.goThrough(FRAME_BYTES * frames.length);
  return vm.tupleOf(frames.map(({ file, line }) => vm.tupleOf([vm.name(file), vm.newInt(line)])));
}

function start(vm: Interpreter, [nframe = 0]: readonly number[]): number {
  if (nframe !== 0 && !vm.isInt(nframe))
    throw new PythonRaise('TypeError', vm.words.intArgument(vm.typeName(nframe)));
  const limit = nframe === 0 ? 1 : clinicInt(vm, nframe);
  if (limit < 1 || limit > MOST_FRAMES)
    throw new PythonRaise('ValueError', 'the number of frames must be in range [1; 65535]');
  const { tracemalloc } = vm.heap.memory;
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
  tracemalloc.takeSnapshot(vm.heap.ring.seq);
  const resume = tracemalloc.pause();
  try {
    for (const { sizeBytes, site } of blocks) {
      vm.tick();
      const known = frames.get(site) ?? framesTuple(vm, site);
      frames.set(site, known);
      const total = tracemalloc.places.totalOf(site);
      const trace = vm.tupleOf([vm.newInt(0), vm.newInt(sizeBytes), vm.own(known), vm.newInt(total)]);
      lists.append(vm.process, list, trace);
      vm.decref(trace);
    }
  } finally {
    resume();
  }
  vm.dropAll([...frames.values()]);
  return list;
}

function objectTraceback(vm: Interpreter, [ref]: readonly number[]): number {
  if (vm.process.profile.layout.tracedByHead && isBehindValues(vm, ref as number)) return vm.none();
  const site = vm.heap.memory.tracemalloc.siteOf(vm.heap.blockOf(ref as number));
  return site < 0 ? vm.none() : framesTuple(vm, site);
}

/** The block of an instance whose dict or values are kept before the collector's head begins before that head. */
function isBehindValues(vm: Interpreter, ref: number): boolean {
  return vm.classes.forObject(ref) === undefined && keepsKeys(vm, vm.typeOf(ref));
}

function sourceLine(vm: Interpreter, [file, line]: readonly number[]): number {
  return vm.newStr(vm.sources?.line(vm.text(file as number), vm.index(line as number))?.trim() ?? '');
}

/** isinstance(filters, Iterable), which remembers the classes that are. The hook looks for a method. */
const isIterable: Native = (vm, [filters = 0, hook = 0]) => {
  const globals = vm.field(vm.modules.get('tracemalloc') as number, 0);
  const cls = vm.classes.of(filters).ref;
  const cache = vm.readDict(globals, '_iterables');
  if (vm.isNone(cache)) vm.put(globals, '_iterables', vm.newSet());
  else if (isRemembered(vm, cache, cls)) return vm.bool(true);
  const found = vm.guard(vm.call(hook, [cls, cls]), (answer) => vm.truth(answer));
  if (found) remember(vm, vm.readDict(globals, '_iterables'), cls);
  return vm.bool(found);
};

export const TRACEMALLOC = library('tracemalloc', TRACEMALLOC_SOURCE, {
  placed: true,
  since: { reset_peak: 9, 'Traceback.total_nframe': 9 },
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
    _asked: native(isIterable, { args: [2, 2] }),
    _source_line: native(sourceLine, { args: [2, 2] }),
  },
});
