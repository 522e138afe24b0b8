/**
 * sys.getsizeof of the objects that the evaluator makes: tp_basicsize and the GC head, by version where it changed.
 * What grows (lists, dicts, texts ...) the objects room measures.
 */
import { classBytes } from './class-keys.ts';
import type { CodeRuntime } from './code-runtime.ts';
import { frameBytes, frameSlots } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { exceptionBytes } from './raise.ts';

const GC_HEAD_BYTES = 16;

const FIXED: { readonly [name: string]: number } = {
  slice: 56,
  cell: 40,
  method: 64,
  builtin_function_or_method: 72,
  method_descriptor: 72,
  'method-wrapper': 48,
  wrapper_descriptor: 72,
  getset_descriptor: 64,
  member_descriptor: 64,
  staticmethod: 48,
  classmethod: 48,
  super: 56,
  traceback: 56,
  module: 72,
  mappingproxy: 40,
  dict_keys: 40,
  dict_values: 40,
  dict_items: 40,
  list_iterator: 48,
  list_reverseiterator: 48,
  tuple_iterator: 48,
  str_iterator: 48,
  str_ascii_iterator: 48,
  bytes_iterator: 48,
  bytearray_iterator: 48,
  iterator: 48,
  set_iterator: 64,
  dict_keyiterator: 72,
  dict_valueiterator: 72,
  dict_itemiterator: 72,
};

export function installSizes(vm: Interpreter): void {
  const put = (name: string, size: (interpreter: Interpreter, ref: number) => number): void => {
    vm.sizes[vm.classes.named(name).info.id] ??= size;
  };
  for (const [name, bytes] of Object.entries(FIXED)) put(name, () => bytes);
  put('type', classBytes);
  put('property', () => GC_HEAD_BYTES + vm.rules.propertyBytes);
  put('range_iterator', () => vm.rules.rangeIteratorBytes);
  put('generator', generatorBytes);
  put('code', () => vm.rules.codeBytes);
  put('frame', (interpreter, ref) => {
    const runtime = interpreter.frameOf.get(ref)?.runtime ?? interpreter.endedFrames.get(ref)?.runtime;
    return runtime === undefined ? 0 : frameBytes(interpreter, runtime);
  });
  for (const type of vm.classes.all) {
    if (type.mro.some((one) => one.name === 'BaseException'))
      put(type.name, (interpreter, ref) => exceptionBytes(interpreter, interpreter.typeOf(ref)));
  }
}

/** From 3.11 the frame is part of the generator. */
function generatorBytes(vm: Interpreter, ref: number): number {
  const own = GC_HEAD_BYTES + vm.process.profile.layout.generator;
  if (vm.framesAreObjects) return own;
  const { code } = vm.heap.payload(ref) as { code: number };
  const runtime = vm.codes.all[code] as CodeRuntime;
  return own + 8 * frameSlots(vm, runtime);
}
