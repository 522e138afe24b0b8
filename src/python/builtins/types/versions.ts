/** Methods that came with a version, or went: they are taken away again where a program runs one without them. */
import type { Interpreter } from '../../eval/interpreter.ts';

const SINCE: { readonly [type: string]: { readonly [name: string]: number } } = {
  object: { __getstate__: 11 },
  int: { bit_count: 10, is_integer: 12 },
  str: { removeprefix: 9, removesuffix: 9 },
  float: { __ceil__: 9, __floor__: 9 },
  bytes: { removeprefix: 9, removesuffix: 9, __bytes__: 11 },
  bytearray: { removeprefix: 9, removesuffix: 9 },
  list: { __class_getitem__: 9 },
  zip: { __setstate__: 10 },
  tuple: { __class_getitem__: 9 },
  set: { __class_getitem__: 9 },
  frozenset: { __class_getitem__: 9 },
  dict: { __class_getitem__: 9, __or__: 9, __ror__: 9, __ior__: 9 },
  mappingproxy: { __reversed__: 9, __class_getitem__: 9 },
  enumerate: { __class_getitem__: 9 },
  property: { __set_name__: 10 },
  staticmethod: { __wrapped__: 10, __call__: 10 },
  classmethod: { __wrapped__: 10 },
  function: { __builtins__: 10, __type_params__: 12 },
  type: { __or__: 10, __ror__: 10, __annotations__: 10, __type_params__: 12 },
  code: { co_qualname: 11 },
  dict_keys: { mapping: 10 },
  dict_values: { mapping: 10 },
  dict_items: { mapping: 10 },
  generator: { gi_suspended: 11, __class_getitem__: 13 },
  SimpleNamespace: { __replace__: 13 },
  slice: { __hash__: 12 },
  GenericAlias: { __unpacked__: 11 },
  SyntaxError: { end_lineno: 10, end_offset: 10 },
  NameError: { name: 10 },
  ImportError: { name_from: 12 },
  AttributeError: { name: 10, obj: 10 },
  BaseException: { add_note: 11 },
};

/** The first version that lacks them. */
const UNTIL: typeof SINCE = { complex: { __int__: 10, __float__: 10 } };

export function removeOtherMethods(vm: Interpreter): void {
  for (const [type, names] of Object.entries(SINCE)) {
    const { natives } = vm.classes.named(type);
    for (const [name, since] of Object.entries(names)) if (vm.minor < since) natives.delete(name);
  }
  for (const [type, names] of Object.entries(UNTIL)) {
    const { natives } = vm.classes.named(type);
    for (const [name, until] of Object.entries(names)) if (vm.minor >= until) natives.delete(name);
  }
}
