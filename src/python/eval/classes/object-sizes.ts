/**
 * sys.getsizeof of the objects that the evaluator makes: tp_basicsize and the GC head, by version where it changed.
 * What grows (lists, dicts, texts ...) the objects room measures.
 */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import type { TypeName } from '../../dialect-sizes.ts';
import { exceptionBytes } from '../exceptions/raise.ts';
import { codeBytes } from '../frames/code-memory.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { frameBytes, frameSlots } from '../frames/frame.ts';
import { generatorBytes } from '../frames/generators.ts';
import type { Interpreter } from '../interpreter.ts';
import { classBytes } from './class-keys.ts';

const SLOT_BYTES = 8;

/** Tracked, and always as large as tp_basicsize and the head say. */
const TRACKED =
  `slice cell method builtin_function_or_method method_descriptor method-wrapper wrapper_descriptor getset_descriptor
  member_descriptor property staticmethod classmethod super traceback module mappingproxy enumerate zip map filter reversed
  dict_keys dict_values dict_items list_iterator list_reverseiterator tuple_iterator str_iterator str_ascii_iterator bytes_iterator
  bytearray_iterator iterator callable_iterator set_iterator dict_keyiterator dict_valueiterator dict_itemiterator
  dict_reversekeyiterator dict_reversevalueiterator dict_reverseitemiterator`.split(/\s+/);

/** The same, and never tracked. */
const UNTRACKED = ['range_iterator', 'longrange_iterator'];

/** tp_basicsize of the built-in class of this name. */
export function basicBytes(vm: Interpreter, name: TypeName): number {
  return vm.rules.typeSizes[name][0];
}

export function installSizes(vm: Interpreter): void {
  const put = (name: string, size: (interpreter: Interpreter, ref: number) => number): void => {
    vm.sizes[vm.classes.named(name).info.id] ??= size;
  };
  for (const name of TRACKED as TypeName[]) put(name, () => GC_HEAD_BYTES + basicBytes(vm, name));
  for (const name of UNTRACKED as TypeName[]) put(name, () => basicBytes(vm, name));
  put('type', classBytes);
  put('code', (interpreter, ref) => {
    const { code, cacheBytes } = interpreter.codes.ofObject(ref);
    return codeBytes(code, basicBytes(interpreter, 'code')) + cacheBytes;
  });
  put('generator', resumableBytes);
  put('frame', (interpreter, ref) => {
    const runtime = interpreter.frameOf.get(ref)?.runtime ?? interpreter.endedFrames.get(ref)?.runtime;
    return runtime === undefined ? 0 : frameBytes(interpreter, runtime) - uncountedSlot(interpreter);
  });
  for (const type of vm.classes.all) {
    if (type.mro.some((one) => one.name === 'BaseException'))
      put(type.name, (interpreter, ref) => exceptionBytes(interpreter, interpreter.typeOf(ref)));
  }
}

/** Up to 3.10 a frame has room for one variable more than it says (frameobject.c:frame_sizeof). */
function uncountedSlot(vm: Interpreter): number {
  return vm.framesAreObjects ? SLOT_BYTES : 0;
}

/** From 3.11 the frame is part of the generator. */
export function resumableBytes(vm: Interpreter, ref: number): number {
  const own = GC_HEAD_BYTES + generatorBytes(vm, vm.infoOf(ref).name);
  if (vm.framesAreObjects) return own;
  const { code } = vm.heap.payload(ref) as { code: number };
  const runtime = vm.codes.all[code] as CodeRuntime;
  return own + SLOT_BYTES * frameSlots(vm, runtime);
}
