/** Where running code stands when it allocates, for tracemalloc (tracemalloc.c:traceback_new). */

import type { Interpreter } from '../interpreter.ts';
import { currentLine, type Frame } from './frame.ts';

/** For as long as the process lives: what no frame does belongs, as before, to the operation that runs. */
export function locateByFrames(vm: Interpreter): void {
  const { tracemalloc } = vm.heap.memory;
  const { places } = tracemalloc;
  const otherwise = tracemalloc.locate;
  tracemalloc.locate = () => {
    const { frame } = vm;
    if (frame === null) return otherwise();
    let top = frame;
    let { depth } = vm;
    for (; top.back !== null && !isSeen(top); top = top.back) depth--;
    depth = Math.max(depth, 1);
    if (tracemalloc.limit === 1) return places.site(frameNumber(vm, top), 0, depth);
    return chain(vm, top, depth);
  };
}

/** A frame whose cells are still being made: what it allocates is its caller's (_PyFrame_IsIncomplete; up to 3.10 nothing runs yet). */
function isIncomplete({ runtime, ip, generator }: Frame): boolean {
  return ip <= runtime.firstTraceable && generator === 0;
}

function isSeen(frame: Frame): boolean {
  return !frame.runtime.isUnseen && !isIncomplete(frame);
}

function chain(vm: Interpreter, top: Frame, depth: number): number {
  const { limit, places } = vm.heap.memory.tracemalloc;
  const numbers: number[] = [];
  for (let frame: Frame | null = top; frame !== null && numbers.length < limit; frame = frame.back)
    numbers.push(frameNumber(vm, frame));
  let site = 0;
  for (let at = numbers.length - 1; at >= 0; at--)
    site = places.site(numbers[at] as number, site, Math.max(depth - at, numbers.length - at));
  return site;
}

function frameNumber(vm: Interpreter, frame: Frame): number {
  const { places } = vm.heap.memory.tracemalloc;
  return places.frame(places.file(frame.runtime.code.filename), currentLine(frame));
}
