/** io: what reads the program's own source is Python (lib/io.ts); what a decoder makes of a file is traced where CPython's decoder is (codecs.py:decode). */
import { points } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { fileOfCode } from '../../eval/start/module-places.ts';
import { IO_SOURCE } from '../../lib/io.ts';
import { library } from '../library.ts';
import { bytesIO } from './bytes-io.ts';
import { stringIO } from './string-io.ts';

/** Runs `use` as if the decoder's line allocated, called from where the program stands. */
function inDecoder(vm: Interpreter, use: () => number): number {
  const { tracemalloc } = vm.heap.memory;
  if (!tracemalloc.tracing) return use();
  const { places, locate, limit } = tracemalloc;
  const callers = locate();
  const kept = limit > places.framesOf(callers).length ? callers : 0;
  tracemalloc.locate = () =>
    places.site(
      places.frame(places.file(fileOfCode(vm, 'codecs')), vm.rules.decoderLine),
      kept,
      places.totalOf(callers) + 1,
    );
  try {
    return use();
  } finally {
    tracemalloc.locate = locate;
  }
}

/** Where a file stands is no object in CPython. */
function standAt(vm: Interpreter, file: number, at: number): void {
  const resume = vm.heap.memory.tracemalloc.pause();
  try {
    vm.guard(vm.newInt(at), (position) => vm.setAttr(file, '_at', position));
  } finally {
    resume();
  }
}

/** The next `size` characters of a file, and it stands behind them. */
function decoded(vm: Interpreter, [file = 0, size = 0]: readonly number[]): number {
  const attribute = (name: string): number => vm.getAttr(file, name);
  const start = vm.guard(attribute('_at'), (at) => vm.index(at));
  const whole = vm.guard(attribute('_whole'), (text) => vm.text(text));
  const text = points.sliceString(whole, start, 1, Math.max(0, vm.index(size)));
  standAt(vm, file, start + vm.index(size));
  return inDecoder(vm, () => vm.newFreshStr(text));
}

export const IO = library('io', IO_SOURCE, {
  functions: { _decoded: native(decoded, { args: [2, 2] }) },
  values: { StringIO: stringIO, BytesIO: bytesIO },
});
