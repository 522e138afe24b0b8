/**
 * What built-in exceptions have beside BaseException's attributes (exceptions.c): values that their arguments stand for. They are kept in the two
 * free fields of an exception, or read from `args`.
 */

import { PythonRaise } from '../../../objects/index.ts';
import { EXC } from '../../eval/exceptions/raise.ts';
import type { GetSet, TypeDefinition } from '../../eval/native.ts';
import { native } from '../../eval/native.ts';
import { keyErrorStr } from '../../eval/texts/exception-text.ts';
import { EXCEPTION_GROUP } from './exception-group.ts';
import { argument, kept } from './exception-values.ts';
import { OS_ERROR } from './os-error.ts';
import { SYNTAX_ERROR } from './syntax-error.ts';

/** Keyword arguments that these exceptions take stay in their fields. */
function withKeywords(name: string, fields: readonly (readonly [string, number])[]): TypeDefinition {
  return {
    name,
    construct: native(
      (vm, args, keywords) => {
        const type = vm.classes.forObject(args[0] as number) ?? vm.classes.named(name);
        if (keywords.size > 0 && name !== 'ImportError' && !vm.rules.errorsName)
          throw new PythonRaise('TypeError', `${type.name}() takes no keyword arguments`);
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

const IMPORT_ERROR = withKeywords('ImportError', [
  ['name', EXC.A],
  ['path', EXC.B],
]);

/** The message, of an ImportError that was given nothing else (ImportError_init). */
const IMPORT_MESSAGE: GetSet = {
  get: (vm, self) => {
    const args = vm.field(self, EXC.ARGS);
    return vm.own(vm.listSize(args) === 1 ? vm.itemAt(args, 0) : vm.process.none);
  },
  member: true,
};

/** What a `from ... import` did not find (3.12), for suggestions. */
const NAME_FROM: GetSet = {
  get: (vm, self) => {
    const { nameFrom } = (vm.heap.payload(self) ?? {}) as { readonly nameFrom?: string };
    return nameFrom === undefined ? vm.none() : vm.newStr(nameFrom);
  },
  member: true,
};

export const EXCEPTIONS: readonly TypeDefinition[] = [
  { name: 'StopIteration', getsets: { value: kept(EXC.A) } },
  { name: 'SystemExit', getsets: { code: kept(EXC.A) } },
  withKeywords('AttributeError', [
    ['name', EXC.A],
    ['obj', EXC.B],
  ]),
  withKeywords('NameError', [['name', EXC.A]]),
  {
    ...IMPORT_ERROR,
    getsets: { ...IMPORT_ERROR.getsets, msg: IMPORT_MESSAGE, name_from: NAME_FROM },
  },
  { name: 'KeyError', methods: { __str__: native((vm, [self = 0]) => keyErrorStr(vm, self)) } },
  OS_ERROR,
  EXCEPTION_GROUP,
  SYNTAX_ERROR,
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
