/**
 * Caches of what instructions looked up: up to 3.10 code that runs for the 1024th time gets a byte for each of its instructions, and an
 * entry for each that reads a global name or (3.10) an attribute; without any, the bytes go again (codeobject.c:_PyCode_InitOpcache).
 * Every run counts, a generator's each time that it goes on. What tracemalloc shows of it stands in the first line of the function.
 */
import type { CodeObject } from '../../compile/code-object.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { Frame } from '../frames/frame.ts';
import { olderUnits } from '../frames/older-code.ts';
import type { Interpreter } from '../interpreter.ts';

const OPCACHE_MIN_RUNS = 1024;
const ENTRY_BYTES = 32;
const MOST_ENTRIES = 255;

/** The frame begins to run, or goes on. */
export function countRun(vm: Interpreter, frame: Frame): void {
  const { runtime } = frame;
  if (runtime.runs >= OPCACHE_MIN_RUNS || ++runtime.runs < OPCACHE_MIN_RUNS || runtime.isUnseen) return;
  const { ip } = frame;
  // Its first line is where it stands, though nothing has run yet.
  frame.ip = Math.max(ip, runtime.firstTraceable + 1);
  try {
    makeCaches(vm, runtime);
  } finally {
    frame.ip = ip;
  }
}

function makeCaches(vm: Interpreter, runtime: CodeRuntime): void {
  const { memory } = vm.heap;
  const { code } = runtime;
  const units = olderUnits(code, vm.rules.olderCode);
  const map = memory.alloc(units);
  const entries = Math.min(
    countOps(code, (op) => vm.rules.cachedOps.includes(op)),
    MOST_ENTRIES,
  );
  if (entries === 0) memory.free(map);
  else {
    memory.alloc(ENTRY_BYTES * entries);
    runtime.cacheBytes = units + ENTRY_BYTES * entries;
  }
}

function countOps({ instructions }: CodeObject, counts: (op: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < instructions.length; at += 2) if (counts(instructions[at] as number)) count++;
  return count;
}
