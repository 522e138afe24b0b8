/**
 * `new`: makes an object and binds it to a name. Each type is built by the expression that its spelling shows; the fields
 * `items`, `entries`, `value` and `class` say of what, `how` and `length` choose a way to build whose growth differs.
 */

import { z } from 'zod';
import { complain } from '../../contract/index.ts';
import {
  build,
  callFrozenset,
  constantList,
  constantSet,
  dictDisplay,
  instances,
  ints,
  listDisplay,
  lists,
  newComplex,
  newFloat,
  newInt,
  newIntWithRoom,
  newPlainObject,
  type Process,
  PythonRaise,
  setDisplay,
  sets,
  strings,
  tupleDisplay,
  WAYS,
} from '../../objects/index.ts';
import { binder } from '../binding.ts';
import {
  keyReader,
  keySchema,
  literalObject,
  nameSchema,
  operandSchema,
  spellBytes,
  spellKey,
  spellLiteral,
  spellOperand,
  spellText,
} from '../operand.ts';
import { type Action, type FieldProblem, operand, reader, verb } from '../verb.ts';
import { spellWay } from '../way-spelling.ts';

const TYPES = [
  'list',
  'tuple',
  'dict',
  'set',
  'frozenset',
  'int',
  'float',
  'complex',
  'str',
  'bytes',
  'bytearray',
  'object',
  'instance',
  'range',
] as const;
/** Ways whose names do not begin with the type that they build. */
const WAYS_OF_OTHER_NAMES: { readonly [type: string]: readonly string[] } = {
  list: ['sorted', 'unpack', 'slice', 'concat', 'multiply'],
};
const MOST_ITEMS = 100_000;
const LONGEST = 10_000_000;
const ONE_DIGIT = 2 ** 30;

const fields = {
  type: z.enum(TYPES).meta({ description: 'Type of the object; `instance` needs `class`.' }),
  as: nameSchema,
  items: z
    .array(operandSchema)
    .max(MOST_ITEMS)
    .optional()
    .meta({ description: 'list, tuple, set, frozenset: what it holds.' }),
  entries: z
    .array(z.tuple([keySchema, operandSchema]))
    .max(MOST_ITEMS)
    .optional()
    .meta({ description: 'dict: [key, value] pairs.' }),
  value: z
    .union([z.number(), z.string().max(1_000_000)])
    .optional()
    .meta({
      description: 'int, float, str, bytes: the value (an int too large for JSON as a string of digits).',
    }),
  class: nameSchema.optional().meta({ description: 'instance: the class.' }),
  literal: z
    .boolean()
    .optional()
    .meta({ description: 'The literal itself (a constant of the code), not a fresh object.' }),
  how: z
    .enum(Object.keys(WAYS) as [string, ...string[]])
    .optional()
    .meta({ description: 'The expression that builds it.' }),
  length: z.int().min(0).max(LONGEST).optional().meta({ description: 'With `how`: how many items.' }),
};

type New = z.infer<z.ZodObject<typeof fields>>;
/** Makes the object: a new reference, and whether the expression contains a call. */
type Maker = () => number;

export const newObject = verb({
  op: 'new',
  summary: 'Makes an object and binds it to a name.',
  fields,
  check: checkNew,
  python: (o) => `${o.as} = ${spellNew(o)}`,
  compile: (o, process): Action => {
    const make = maker(process, o);
    const bindName = binder(process, o.as);
    const calls = containsCall(o);
    return (out) => {
      const made = make();
      if (calls) process.check();
      out.object = made;
      bindName(made);
    };
  },
});

/** Fields that each type needs, and those that make no sense for it. */
function checkNew(o: New): FieldProblem | null {
  if (o.how !== undefined) {
    if (!o.how.startsWith(o.type) && !WAYS_OF_OTHER_NAMES[o.type]?.includes(o.how)) {
      return { field: 'how', words: complain('does_not_build', { type: o.type }) };
    }
    return o.length === undefined ? { field: 'length', words: complain('needs_length') } : null;
  }
  if (o.type === 'instance')
    return o.class === undefined ? { field: 'class', words: complain('needs_class') } : null;
  if (o.type === 'int') return checkInt(o.value);
  if (o.type === 'float' || o.type === 'complex') {
    return typeof o.value === 'number' ? null : { field: 'value', words: complain('must_be_number') };
  }
  if (o.type === 'str' || o.type === 'bytes') return checkText(o);
  return o.literal === true ? { field: 'literal', words: complain('not_literal') } : null;
}

function checkInt(value: New['value']): FieldProblem | null {
  const whole = typeof value === 'number' ? Number.isSafeInteger(value) : /^-?\d{1,4300}$/.test(value ?? '');
  return whole ? null : { field: 'value', words: complain('must_be_integer') };
}

function checkText(o: New): FieldProblem | null {
  if (typeof o.value !== 'string') return { field: 'value', words: complain('must_be_string') };
  if (o.type === 'str')
    return o.value.isWellFormed() ? null : { field: 'value', words: complain('lone_surrogates') };
  return /^[\0-\xff]*$/.test(o.value) ? null : { field: 'value', words: complain('not_bytes') };
}

function spellNew(o: New): string {
  if (o.how !== undefined) return spellWay(o.how, o.length ?? 0);
  const items = spellItems(o);
  const value = o.value ?? 0;
  if (o.literal === true) return o.type === 'bytes' ? spellBytes(String(value)) : spellLiteral(value);
  switch (o.type) {
    case 'list':
      return `[${items.join(', ')}]`;
    case 'tuple':
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
    case 'set':
      return items.length === 0 ? 'set()' : `{${items.join(', ')}}`;
    case 'frozenset':
      return items.length === 0
        ? 'frozenset()'
        : `frozenset((${items.join(', ')}${items.length === 1 ? ',' : ''}))`;
    case 'dict':
      return `{${(o.entries ?? []).map(([key, entry]) => `${spellKey(key)}: ${spellOperand(entry)}`).join(', ')}}`;
    case 'instance':
      return `${o.class}()`;
    default:
      return spellAtom(o.type, value);
  }
}

/** A tuple of nothing but constants would be one itself, made with the code (fold_tuple): `zero or 1` is no constant. */
function spellItems({ type, items = [] }: New): string[] {
  const spelled = items.map(spellOperand);
  const [first, ...others] = spelled;
  const isTuple = type === 'tuple' || type === 'frozenset';
  const folds = isTuple && first !== undefined && items.every((item) => typeof item !== 'string');
  return folds ? [`zero or ${first}`, ...others] : spelled;
}

function spellAtom(type: New['type'], value: number | string): string {
  if (type === 'str') return value === '' ? "b''.decode()" : `${spellUtf8(String(value))}.decode()`;
  if (type === 'bytes') return `${spellText(String(value))}.encode('latin-1')`;
  if (type === 'int')
    return String(value).startsWith('-') ? `zero - ${String(value).slice(1)}` : `zero + ${value}`;
  if (type === 'float') return `zero + ${spellFloat(Number(value))}`;
  if (type === 'complex') return `zero + complex(${spellFloat(Number(value))}, 0.0)`;
  if (type === 'bytearray' && typeof value === 'string') return `bytearray(${spellBytes(value)})`;
  return `${type}()`;
}

function spellUtf8(text: string): string {
  return spellBytes(String.fromCharCode(...utf8(text)));
}

function spellFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : spellLiteral(value);
}

/** UTF-8 bytes of a text, without help from outside the language. */
function utf8(text: string): number[] {
  return [...unescapeComponent(encodeURIComponent(text))];
}

function* unescapeComponent(encoded: string): Generator<number> {
  for (let at = 0; at < encoded.length; at++) {
    if (encoded[at] !== '%') yield encoded.charCodeAt(at);
    else {
      yield Number.parseInt(encoded.slice(at + 1, at + 3), 16);
      at += 2;
    }
  }
}

/** Statements that contain a CALL: there 3.12 and later look whether a collection waits. */
function containsCall(o: New): boolean {
  if (o.literal === true) return false;
  if (o.how !== undefined) return true;
  if (o.type === 'set') return (o.items ?? []).length === 0;
  return ['frozenset', 'instance', 'object', 'str', 'bytes', 'bytearray'].includes(o.type);
}

function maker(process: Process, o: New): Maker {
  const { how } = o;
  if (how !== undefined) return () => build(process, how, o.length ?? 0);
  if (o.literal === true) return literalMaker(process, o);
  if (isOfLiterals(o)) return constantMaker(process, o);
  const items = (o.items ?? []).map((item) => operand(process, item));
  const values = (): number[] => items.map((read) => read());
  switch (o.type) {
    case 'list':
      return items.length === 0 ? () => lists.newList(process) : () => listDisplay(process, values());
    case 'tuple':
      return () => tupleDisplay(process, values());
    case 'set':
      return items.length === 0
        ? () => sets.newSet(process, process.types.set)
        : () => setDisplay(process, values());
    case 'frozenset':
      return () => callFrozenset(process, values());
    case 'dict':
      return dictMaker(process, o);
    case 'instance':
      return instanceMaker(process, o.class ?? '');
    default:
      return atomMaker(process, o);
  }
}

/** `[1, 2, 3]`, `{1, 2, 3}`: nothing but constants, which the compiler puts together. */
function isOfLiterals({ type, items = [] }: New): boolean {
  const folds = type === 'list' || type === 'set';
  return folds && items.length > 0 && items.every((item) => typeof item !== 'string');
}

function constantMaker(process: Process, o: New): Maker {
  const items = (o.items ?? []).map((item) => operand(process, item));
  const display = o.type === 'list' ? constantList : constantSet;
  return () =>
    display(
      process,
      items.map((read) => read()),
    );
}

function dictMaker(process: Process, o: New): Maker {
  const entries = (o.entries ?? []).map(
    ([key, value]) =>
      [keyReader(process, key, (text) => reader(process, text)), operand(process, value)] as const,
  );
  return () =>
    dictDisplay(
      process,
      entries.map(([key, value]) => [key(), value()] as const),
    );
}

function instanceMaker(process: Process, name: string): Maker {
  return () => {
    const one = process.classNamed(name);
    if (one === undefined) throw new PythonRaise('NameError', `name '${name}' is not defined`);
    return instances.newInstance(process, one);
  };
}

function literalMaker(process: Process, o: New): Maker {
  const value = o.value ?? 0;
  let object: number;
  if (o.type === 'bytes')
    object = process.constants.bytes(Uint8Array.from(String(value), (char) => char.charCodeAt(0)));
  else if (o.type === 'float') object = process.constants.float(Number(value));
  else if (o.type === 'int' && typeof value === 'string') object = process.constants.int(integer(value));
  else object = literalObject(process, value);
  return () => {
    process.heap.incref(object);
    return object;
  };
}

function atomMaker(process: Process, o: New): Maker {
  const value = o.value ?? 0;
  switch (o.type) {
    case 'int':
      return () => newComputedInt(process, integer(value));
    case 'float':
      return () => newFloat(process, Number(value));
    case 'complex':
      return () => newComplex(process, { re: Number(value), im: 0 });
    case 'str':
      return () => strings.newStr(process, String(value));
    case 'bytes':
      return () =>
        strings.newBytes(
          process,
          Uint8Array.from(String(value), (char) => char.charCodeAt(0)),
        );
    case 'bytearray':
      return bytearrayMaker(process, o);
    case 'range':
      return () => process.callRange(o.length ?? 0);
    default:
      return () => newPlainObject(process);
  }
}

/** bytearray(n), or bytearray(b'...'): the bytes are a constant of the code. */
function bytearrayMaker(process: Process, o: New): Maker {
  if (o.value === undefined) return () => strings.callBytearray(process, o.length ?? 0);
  const { length } = String(o.value);
  return () => strings.callBytearray(process, length);
}

/** `zero + N`: a sum of more than one digit has room for a carry (x_add); `zero - N` needs none (x_sub). */
function newComputedInt(process: Process, value: number | bigint): number {
  return value < ONE_DIGIT
    ? newInt(process, value)
    : newIntWithRoom(process, value, ints.intDigitCount(value) + 1);
}

function integer(value: number | string): number | bigint {
  const big = BigInt(typeof value === 'number' ? Math.trunc(value) : value);
  return Number.isSafeInteger(Number(big)) ? Number(big) : big;
}
