/** sys.getsizeof of iterators, views and slices that builtins make (`tp_basicsize` and the GC head). */
import type { Interpreter } from '../../eval/interpreter.ts';

const GC_HEAD_BYTES = 16;

const SIZES: { readonly [name: string]: number } = {
  map: 48,
  filter: 48,
  reversed: 48,
  list_reverseiterator: 48,
  callable_iterator: 48,
  dict_keys: 40,
  dict_values: 40,
  dict_items: 40,
  dict_reversekeyiterator: 72,
  dict_reversevalueiterator: 72,
  dict_reverseitemiterator: 72,
  slice: 56,
  iterator: 48,
};

export function installBuiltinSizes(vm: Interpreter): void {
  const put = (name: string, bytes: number): void => {
    vm.sizes[vm.classes.named(name).info.id] ??= () => bytes;
  };
  for (const [name, bytes] of Object.entries(SIZES)) put(name, bytes);
  put('enumerate', GC_HEAD_BYTES + vm.rules.enumerateBytes);
  put('zip', GC_HEAD_BYTES + vm.rules.zipBytes);
  put('longrange_iterator', vm.rules.rangeIteratorBytes);
}
