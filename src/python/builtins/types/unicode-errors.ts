/** UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError (exceptions.c): their attributes, and what str() says. */
import { points } from '../../../objects/index.ts';
import { UNICODE_ERROR } from '../../eval/exceptions/exception-fields.ts';
import { numbersOf } from '../../eval/exceptions/filling.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import { exceptionConstruct, exceptionInit, kept, keptNumber } from './exception-values.ts';

/** Which of its attributes the message begins with, and the words of one thing and of several. */
interface Words {
  readonly codec: boolean;
  readonly what: string;
  readonly one: string;
  readonly several: string;
}

/** UnicodeEncodeError_str and its like: what cannot be done, where, and why. */
function text(vm: Interpreter, self: number, words: Words): string {
  const object = vm.field(self, UNICODE_ERROR.OBJECT);
  if (object === 0) return '';
  const { start = 0, end = 0 } = numbersOf(vm, self);
  const said = (place: number): string => {
    const value = vm.field(self, place);
    return value === 0 ? 'None' : vm.str(value);
  };
  const head = words.codec ? `'${said(UNICODE_ERROR.ENCODING)}' codec ${words.what}` : words.what;
  const item = end === start + 1 ? itemAt(vm, object, start) : null;
  const where =
    item === null
      ? `${words.several} in position ${start}-${end - 1}`
      : `${words.one} ${item} in position ${start}`;
  return `${head} ${where}: ${said(UNICODE_ERROR.REASON)}`;
}

/** The byte, or the character by its code; null: there is none. */
function itemAt(vm: Interpreter, object: number, at: number): string | null {
  if (vm.isBytes(object)) {
    const byte = vm.bytes(object)[at];
    return byte === undefined ? null : `0x${hex(byte, 2)}`;
  }
  const point = points.toCodePoints(vm.text(object))[at];
  if (point === undefined) return null;
  if (point <= 0xff) return `'\\x${hex(point, 2)}'`;
  return point <= 0xffff ? `'\\u${hex(point, 4)}'` : `'\\U${hex(point, 8)}'`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function unicodeError(name: string, words: Words): TypeDefinition {
  return {
    name,
    construct: exceptionConstruct(name),
    methods: {
      __init__: exceptionInit(),
      __str__: native((vm, [self = 0]) => vm.newStr(text(vm, self, words))),
    },
    getsets: {
      encoding: kept(UNICODE_ERROR.ENCODING),
      object: kept(UNICODE_ERROR.OBJECT),
      start: keptNumber('start'),
      end: keptNumber('end'),
      reason: kept(UNICODE_ERROR.REASON),
    },
  };
}

const CHARACTERS = { one: 'character', several: 'characters' };

export const UNICODE_ERRORS: readonly TypeDefinition[] = [
  unicodeError('UnicodeEncodeError', { codec: true, what: "can't encode", ...CHARACTERS }),
  unicodeError('UnicodeDecodeError', { codec: true, what: "can't decode", one: 'byte', several: 'bytes' }),
  unicodeError('UnicodeTranslateError', { codec: false, what: "can't translate", ...CHARACTERS }),
];
