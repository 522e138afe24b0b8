/** `__call__` of what has tp_call: `f.__call__(1)`, `hasattr(obj, '__call__')`. */
import { callSteps } from '../../eval/calls/call-steps.ts';
import { type NativeDefinition, resumable, type TypeDefinition } from '../../eval/native.ts';

const CALL: NativeDefinition = resumable(
  (vm, [self = 0, ...args], keywords) => callSteps(vm, self, args, keywords),
  { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true },
);

export const CALLABLE_TYPES: readonly TypeDefinition[] = [
  'function',
  'method',
  'builtin_function_or_method',
  'method_descriptor',
  'classmethod_descriptor',
  'wrapper_descriptor',
  'method-wrapper',
].map((name) => ({ name, methods: { __call__: CALL } }));
