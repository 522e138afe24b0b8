/** What built-in exceptions have beside BaseException's attributes (exceptions.c): values that their arguments and keywords stand for. */
import {
  ATTRIBUTE_ERROR,
  IMPORT_ERROR,
  NAME_ERROR,
  STOP_ITERATION,
  SYSTEM_EXIT,
} from '../../eval/exceptions/exception-fields.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import { baseExceptionStr, keyErrorStr } from '../../eval/texts/exception-text.ts';
import { EXCEPTION_GROUP } from './exception-group.ts';
import { type ExceptionKeywords, exceptionConstruct, exceptionInit, kept } from './exception-values.ts';
import { OS_ERROR_TYPE } from './os-error.ts';
import { SYNTAX_ERROR_TYPE } from './syntax-error.ts';
import { UNICODE_ERRORS } from './unicode-errors.ts';

/** A class with these attributes, some of which are taken by keyword. */
function withFields(
  name: string,
  attributes: Readonly<Record<string, number>>,
  taken: ExceptionKeywords = { fields: {} },
): TypeDefinition {
  return {
    name,
    construct: exceptionConstruct(name, taken),
    methods: { __init__: exceptionInit(taken) },
    getsets: Object.fromEntries(Object.entries(attributes).map(([key, place]) => [key, kept(place)])),
  };
}

const { OBJ, NAME } = ATTRIBUTE_ERROR;
const ATTRIBUTE_FIELDS = { name: NAME, obj: OBJ };
const NAME_FIELDS = { name: NAME_ERROR.NAME };
const IMPORT_KEYWORDS = {
  name: IMPORT_ERROR.NAME,
  path: IMPORT_ERROR.PATH,
  name_from: IMPORT_ERROR.NAME_FROM,
};
const IMPORT = withFields(
  'ImportError',
  { msg: IMPORT_ERROR.MSG, ...IMPORT_KEYWORDS },
  { fields: IMPORT_KEYWORDS, since: { name_from: 12 } },
);

/** ImportError_str: the message, where it is a str. */
function importErrorStr(vm: Interpreter, [self = 0]: readonly number[]): number {
  const msg = vm.field(self, IMPORT_ERROR.MSG);
  return msg !== 0 && vm.heap.typeOf(msg) === vm.process.types.atoms.str
    ? vm.own(msg)
    : baseExceptionStr(vm, self);
}

export const EXCEPTIONS: readonly TypeDefinition[] = [
  withFields('StopIteration', { value: STOP_ITERATION.VALUE }),
  withFields('SystemExit', { code: SYSTEM_EXIT.CODE }),
  withFields('AttributeError', ATTRIBUTE_FIELDS, { fields: ATTRIBUTE_FIELDS, since: { name: 10, obj: 10 } }),
  withFields('NameError', NAME_FIELDS, { fields: NAME_FIELDS, since: { name: 10 } }),
  { ...IMPORT, methods: { ...IMPORT.methods, __str__: native(importErrorStr) } },
  { name: 'KeyError', methods: { __str__: native((vm, [self = 0]) => keyErrorStr(vm, self)) } },
  OS_ERROR_TYPE,
  EXCEPTION_GROUP,
  SYNTAX_ERROR_TYPE,
  ...UNICODE_ERRORS,
];
