/**
 * What built-in exceptions have beside BaseException's attributes (exceptions.c): values that their arguments stand for. They are kept in the two
 * free fields of an exception, or read from `args`.
 */

import type { Interpreter } from '../../eval/interpreter.ts';
import type { GetSet, TypeDefinition } from '../../eval/native.ts';
import { native } from '../../eval/native.ts';
import { EXC } from '../../eval/raise.ts';

function kept(place: number): GetSet {
  return {
    get: (vm, self) => vm.own(vm.field(self, place) || vm.process.none),
    set: (vm, self, value) => vm.setField(self, place, vm.own(value)),
    member: true,
  };
}

/** An argument by its place, None where there are too few. */
function argument(at: number, least = at + 1): GetSet {
  return {
    get: (vm, self) => {
      const args = vm.field(self, EXC.ARGS);
      return vm.own(vm.listSize(args) >= least ? vm.itemAt(args, at) : vm.process.none);
    },
    member: true,
  };
}

/** Keyword arguments that these exceptions take stay in their fields. */
function withKeywords(name: string, fields: readonly (readonly [string, number])[]): TypeDefinition {
  return {
    name,
    construct: native(
      (vm, args, keywords) => {
        const type = vm.classes.forObject(args[0] as number) ?? vm.classes.named(name);
        const made = vm.newExceptionOf(type, args.slice(1));
        for (const [key, place] of fields) {
          const value = keywords.get(key);
          if (value !== undefined) vm.setField(made, place, vm.own(value));
        }
        return made;
      },
      { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true, initKeywords: fields.map(([key]) => key) },
    ),
    getsets: Object.fromEntries(fields.map(([key, place]) => [key, kept(place)])),
  };
}

const OS_ERROR_TEXT = native((vm: Interpreter, [self = 0]) => {
  const args = vm.field(self, EXC.ARGS);
  const size = vm.listSize(args);
  if (size < 2 || size > 5)
    return vm.newStr(size === 1 ? vm.str(vm.itemAt(args, 0)) : size === 0 ? '' : vm.repr(args));
  const head = `[Errno ${vm.str(vm.itemAt(args, 0))}] ${vm.str(vm.itemAt(args, 1))}`;
  return vm.newStr(size > 2 ? `${head}: ${vm.repr(vm.itemAt(args, 2))}` : head);
});

export const EXCEPTIONS: readonly TypeDefinition[] = [
  { name: 'StopIteration', getsets: { value: kept(EXC.A) } },
  { name: 'SystemExit', getsets: { code: kept(EXC.A) } },
  withKeywords('AttributeError', [
    ['name', EXC.A],
    ['obj', EXC.B],
  ]),
  withKeywords('NameError', [['name', EXC.A]]),
  withKeywords('ImportError', [
    ['name', EXC.A],
    ['path', EXC.B],
  ]),
  {
    name: 'OSError',
    getsets: { errno: argument(0, 2), strerror: argument(1, 2), filename: argument(2) },
    methods: { __str__: OS_ERROR_TEXT },
  },
  {
    name: 'UnicodeError',
    getsets: {
      encoding: argument(0),
      object: argument(1),
      start: argument(2),
      end: argument(3),
      reason: argument(4),
    },
  },
];
