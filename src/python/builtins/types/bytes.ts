/** bytes: what it is made of, and its call (bytesobject.c). Its methods are those of bytes-methods.ts. */

import { bytesMethods, PythonRaise, strReprs } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import { asSsize } from '../../eval/ssize.ts';
import { classArgument, newBytesOfClass } from '../allocate.ts';
import { byteOfItem, bytesOf, codecArguments, encoded, indexValue, strArgument } from '../arguments.ts';
import { collectBytes } from './byte-collecting.ts';
import { COMMON_BYTES_METHODS, MAKE_TABLE } from './bytes-methods.ts';
import { HASH, PERCENT, sequenceDunders } from './dunders.ts';
import { newArgumentsOf } from './reducing.ts';

type Args = readonly number[];

const BYTES_GUESS = 64;

/** What bytes() and bytearray() take; `name` is how messages call the type. */
export function contentOf(
  vm: Interpreter,
  [source = 0, encoding = 0, errors = 0]: Args,
  name: string,
): Uint8Array {
  if (source === 0) {
    if (encoding === 0 && errors === 0) return new Uint8Array(0);
    codecArguments(vm, name, [encoding, errors]);
    throw withoutText(encoding);
  }
  if (encoding !== 0 || errors !== 0) {
    const given = codecArguments(vm, name, [encoding, errors]);
    if (vm.isStr(source)) return encoded(vm, source, given);
    throw withoutText(encoding);
  }
  if (vm.isStr(source)) throw new PythonRaise('TypeError', 'string argument without an encoding');
  const known = bytesOf(vm, source);
  if (known !== null) return known.slice();
  if (vm.isInt(source) || (vm.special(source, '__index__') !== 0 && !vm.isIterable(source)))
    return zeros(vm, source);
  return collected(vm, source, name);
}

function withoutText(encoding: number): PythonRaise {
  const given = encoding === 0 ? 'errors' : 'encoding';
  return new PythonRaise('TypeError', `${given} without a string argument`);
}

function zeros(vm: Interpreter, source: number): Uint8Array {
  const length = asSsize(indexValue(vm, source));
  if (length === null) throw new PythonRaise('OverflowError', "cannot fit 'int' into an index-sized integer");
  if (length < 0) throw new PythonRaise('ValueError', 'negative count');
  vm.roomFor(length);
  return new Uint8Array(length);
}

function collected(vm: Interpreter, source: number, name: string): Uint8Array {
  if (!vm.isIterable(source))
    throw new PythonRaise(
      'TypeError',
      name === 'bytes'
        ? `cannot convert '${vm.typeName(source)}' object to bytes`
        : `cannot convert '${vm.typeName(source)}' object to bytearray`,
    );
  const message = name === 'bytes' ? 'bytes must be in range(0, 256)' : 'byte must be in range(0, 256)';
  if (name === 'bytes' && !standsThere(vm, source))
    return collectBytes(vm, source, { guess: BYTES_GUESS, message });
  const items = name === 'bytes' ? vm.items(source).map((item) => vm.own(item)) : vm.collect(source);
  try {
    return Uint8Array.from(items, (item) => byteOfItem(vm, item, message));
  } finally {
    vm.dropAll(items);
  }
}

/** A plain list or tuple is read where it stands (_PyBytes_FromList, _PyBytes_FromTuple). */
function standsThere(vm: Interpreter, source: number): boolean {
  const { list, tuple } = vm.process.types;
  const info = vm.heap.typeOf(source);
  return info === list || info === tuple;
}

/** A buffer or a tuple is copied into, and zeros are made in, a new object; a byte that is collected may be shared (bytesobject.c:PyBytes_FromObject). */
function isFilled(vm: Interpreter, source: number): boolean {
  return bytesOf(vm, source) !== null || vm.isInt(source) || vm.infoOf(source) === vm.process.types.tuple;
}

function construct(vm: Interpreter, [ofClass = 0, ...given]: Args): number {
  const type = classArgument(vm, ofClass);
  const [source = 0, encoding = 0] = given;
  if (source !== 0 && encoding === 0 && type.dict === 0 && vm.heap.typeOf(source) === type.info)
    return vm.own(source);
  const method = source === 0 ? 0 : vm.override(source, '__bytes__');
  if (method !== 0) {
    const answer = vm.callBound(method, source);
    if (vm.isBytes(answer)) return answer;
    throw new PythonRaise('TypeError', `__bytes__ returned non-bytes (type ${vm.typeName(answer)})`);
  }
  const content = contentOf(vm, given, 'bytes');
  const fresh = type.dict === 0 && encoding === 0 && source !== 0 && isFilled(vm, source);
  return fresh ? vm.newFreshBytes(content) : newBytesOfClass(vm, type, content);
}

export function fromHex(vm: Interpreter, text: number): Uint8Array {
  return bytesMethods.bytesFromHex(strArgument(vm, text, 'fromhex() argument'));
}

const SHOWN = native((vm, [self = 0]) => vm.newStr(strReprs.bytesRepr(vm.bytes(self))));

export const BYTES: TypeDefinition = {
  name: 'bytes',
  methods: {
    ...sequenceDunders({ hashable: true }),
    ...COMMON_BYTES_METHODS,
    __hash__: HASH,
    __getnewargs__: newArgumentsOf((vm, self) => vm.newBytes(vm.bytes(self))),
    __repr__: SHOWN,
    __str__: SHOWN,
    __bytes__: native((vm, [self = 0]) => vm.own(self)),
    ...PERCENT,
  },
  classMethods: { fromhex: native((vm, [, text = 0]) => vm.newBytes(fromHex(vm, text)), { args: [1, 1] }) },
  staticMethods: { maketrans: MAKE_TABLE },
  construct: native(construct, {
    args: [0, 3],
    keywords: ['source', 'encoding', 'errors'],
    packs: true,
    packsKeywords: true,
    parsesUpTo: 9,
    converts: (vm, [, , encoding = 0, errors = 0]) => codecArguments(vm, 'bytes', [encoding, errors]),
  }),
};
