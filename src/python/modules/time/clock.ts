/** The simulated clock: it counts instructions, goes on with every reading, and is put forward by time.sleep. */
import { PythonRaise } from '../../../objects/index.ts';
import { clinicInt, strArgument } from '../../builtins/arguments.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';

/** 2024-01-01 00:00:00 UTC. */
const START_SECONDS = 1_704_067_200;
const SECONDS_A_STEP = 1e-7;
const RESOLUTION = 1e-9;

const slept = new WeakMap<Interpreter, number>();
const readings = new WeakMap<Interpreter, number>();

/** Seconds since the program began; every reading is later than the one before. */
function elapsed(vm: Interpreter): number {
  const reading = (readings.get(vm) ?? 0) + 1;
  readings.set(vm, reading);
  return (slept.get(vm) ?? 0) + (vm.steps + reading) * SECONDS_A_STEP;
}

/** Whole seconds since 1970. */
export function now(vm: Interpreter): bigint {
  return BigInt(Math.floor(START_SECONDS + elapsed(vm)));
}

function seconds(base: number): NativeDefinition {
  return native((vm) => vm.newFloat(base + elapsed(vm)));
}

function newNanoseconds(vm: Interpreter, base: number): number {
  return vm.newInt(BigInt(base) * 1_000_000_000n + BigInt(Math.round(elapsed(vm) * 1e9)));
}

function nanoseconds(base: number): NativeDefinition {
  return native((vm) => newNanoseconds(vm, base));
}

/** _PyTime_FromSecondsObject */
export function secondsOf(vm: Interpreter, ref: number): number {
  if (!vm.isFloat(ref)) return clinicInt(vm, ref);
  const given = vm.heap.number(ref);
  if (Number.isNaN(given)) throw new PythonRaise('ValueError', 'Invalid value NaN (not a number)');
  return given;
}

function sleep(vm: Interpreter, [duration]: readonly number[]): number {
  const given = secondsOf(vm, duration as number);
  if (given < 0) throw new PythonRaise('ValueError', 'sleep length must be non-negative');
  waitFor(vm, given);
  return vm.none();
}

/** The clock goes on while a program waits. */
export function waitFor(vm: Interpreter, seconds: number): void {
  slept.set(vm, (slept.get(vm) ?? 0) + seconds);
}

/** The clocks of POSIX: their number, and what they show when a program begins. */
export const CLOCKS = {
  CLOCK_REALTIME: [0, START_SECONDS],
  CLOCK_MONOTONIC: [1, 1],
  CLOCK_PROCESS_CPUTIME_ID: [2, 0],
  CLOCK_THREAD_CPUTIME_ID: [3, 0],
  CLOCK_MONOTONIC_RAW: [4, 1],
  CLOCK_BOOTTIME: [7, 1],
  CLOCK_TAI: [11, START_SECONDS],
} as const;

const BASES = new Map<number, number>(Object.values(CLOCKS));

/** A function of a clock's number, which tells what it shows at the start. */
function ofClock(use: (vm: Interpreter, base: number) => number): NativeDefinition {
  return native(
    (vm, [id = 0]) => {
      if (!vm.isInt(id)) throw new PythonRaise('TypeError', vm.rules.clockNumber(vm.typeName(id)));
      const base = BASES.get(clinicInt(vm, id));
      if (base === undefined) return vm.raise('OSError', [vm.newInt(22), vm.newStr('Invalid argument')]);
      return use(vm, base);
    },
    { args: [1, 1] },
  );
}

/** What get_clock_info says of each: the clock under it, and whether it only goes on, and can be set. */
const INFO: Readonly<Record<string, readonly [clock: keyof typeof CLOCKS, monotonic: boolean]>> = {
  time: ['CLOCK_REALTIME', false],
  monotonic: ['CLOCK_MONOTONIC', true],
  perf_counter: ['CLOCK_MONOTONIC', true],
  process_time: ['CLOCK_PROCESS_CPUTIME_ID', true],
  thread_time: ['CLOCK_THREAD_CPUTIME_ID', true],
};

function clockInfo(vm: Interpreter, [name = 0]: readonly number[]): number {
  const info = INFO[strArgument(vm, name, 'get_clock_info() argument 1')];
  if (info === undefined) throw new PythonRaise('ValueError', 'unknown clock');
  const [clock, monotonic] = info;
  const parts = new Map([
    ['implementation', vm.newStr(`clock_gettime(${clock})`)],
    ['monotonic', vm.bool(monotonic)],
    ['adjustable', vm.bool(!monotonic)],
    ['resolution', vm.newFloat(RESOLUTION)],
  ]);
  const made = vm.call(vm.classes.named('SimpleNamespace').ref, [], parts);
  vm.dropAll([...parts.values()]);
  return made;
}

export const CLOCK_FUNCTIONS: Readonly<Record<string, NativeDefinition>> = {
  time: seconds(START_SECONDS),
  time_ns: nanoseconds(START_SECONDS),
  perf_counter: seconds(1),
  perf_counter_ns: nanoseconds(1),
  monotonic: seconds(1),
  monotonic_ns: nanoseconds(1),
  process_time: seconds(0),
  process_time_ns: nanoseconds(0),
  thread_time: seconds(0),
  thread_time_ns: nanoseconds(0),
  clock_gettime: ofClock((vm, base) => vm.newFloat(base + elapsed(vm))),
  clock_gettime_ns: ofClock(newNanoseconds),
  clock_getres: ofClock((vm) => vm.newFloat(RESOLUTION)),
  get_clock_info: native(clockInfo, { args: [1, 1], packs: true }),
  sleep: native(sleep, { args: [1, 1] }),
};
