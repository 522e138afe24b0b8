/** `__call__` of what has tp_call: `f.__call__(1)`, `hasattr(obj, '__call__')`. */
import { type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';

const CALL: NativeDefinition = native((vm, [self = 0, ...args], keywords) => vm.call(self, args, keywords), {
  args: [0, Number.MAX_SAFE_INTEGER],
  anyKeywords: true,
});

export const CALLABLE_TYPES: readonly TypeDefinition[] = [
  'function',
  'method',
  'builtin_function_or_method',
  'method_descriptor',
  'classmethod_descriptor',
  'wrapper_descriptor',
  'method-wrapper',
].map((name) => ({ name, methods: { __call__: CALL } }));
