/**
 * What bytes and bytearray have in common (bytes_methods.c, stringlib): searching, splitting and padding are those of str over the bytes as
 * latin-1 text. Results are of the class of self; unchanged exact bytes are themselves.
 */
import {
  bytesMethods,
  codecs,
  lists,
  PythonRaise,
  strFinds,
  strPads,
  strSplits,
} from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { newSizedInt } from '../allocate.ts';
import {
  bounds,
  bytesLike,
  bytesOf,
  bytesText,
  clinicInt,
  clinicSize,
  codecArguments,
  flagArgument,
  packedUpTo,
  sizeOr,
  sizeValue,
} from '../arguments.ts';
import { fastSequence } from './list-fill.ts';
import { listOfParts, preallocated } from './str-parts.ts';

type Args = readonly number[];

const LAST_PACKING = 12;
const { bytesToLatin1, latin1ToBytes } = bytesMethods;

const textOf = (vm: Interpreter, self: number): string => bytesToLatin1(vm.anyBytes(self));

/** An object of the class of self with this content. */
function like(vm: Interpreter, self: number, text: string): number {
  if (!vm.isBytes(self)) return vm.newBytearray(latin1ToBytes(text));
  const same =
    vm.typeOf(self).dict === 0 && text.length === vm.bytes(self).length && text === textOf(vm, self);
  return same ? vm.own(self) : vm.newBytes(latin1ToBytes(text));
}

/** The same for methods that fill a new object themselves: one byte is not shared. */
function freshLike(vm: Interpreter, self: number, text: string): number {
  if (!vm.isBytes(self)) return vm.newBytearray(latin1ToBytes(text));
  const same =
    vm.typeOf(self).dict === 0 && text.length === vm.bytes(self).length && text === textOf(vm, self);
  return same ? vm.own(self) : vm.newFreshBytes(latin1ToBytes(text));
}

function freshBytes(vm: Interpreter, self: number, bytes: Uint8Array): number {
  return vm.isBytes(self) ? vm.newFreshBytes(bytes) : vm.newBytearray(bytes);
}

/** What is searched for: bytes, or one byte as a number (_Py_bytes_find). */
function needle(vm: Interpreter, ref: number): string {
  if (bytesOf(vm, ref) !== null) return bytesText(vm, ref);
  if (!vm.isInt(ref) && vm.special(ref, '__index__') === 0) {
    throw new PythonRaise(
      'TypeError',
      `argument should be integer or bytes-like object, not '${vm.typeName(ref)}'`,
    );
  }
  const byte = sizeValue(vm, ref);
  if (byte < 0 || byte > 255) throw new PythonRaise('ValueError', 'byte must be in range(0, 256)');
  return String.fromCharCode(byte);
}

type Find = (text: string, sub: string, range: strFinds.Range) => number;

function searching(find: Find, raises: boolean): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, sub = 0, start, end]: Args): number => {
    const text = textOf(vm, self);
    const range = strFinds.adjustRange(text.length, ...bounds(vm, start, end));
    const found = find(text, needle(vm, sub), range);
    if (found < 0 && raises) throw new PythonRaise('ValueError', 'subsection not found');
    return newSizedInt(vm, found);
  };
  return native(packedUpTo(LAST_PACKING, call), { args: [1, 3], parsesUpTo: LAST_PACKING });
}

function tail(
  name: string,
  matches: (text: string, part: string, range: strFinds.Range) => boolean,
): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, part = 0, start, end]: Args): number => {
    const text = textOf(vm, self);
    const range = strFinds.adjustRange(text.length, ...bounds(vm, start, end));
    if (vm.isTuple(part))
      return vm.bool(vm.items(part).some((one) => matches(text, bytesText(vm, one), range)));
    if (bytesOf(vm, part) === null) {
      throw new PythonRaise(
        'TypeError',
        `${name} first arg must be bytes or a tuple of bytes, not ${vm.typeName(part)}`,
      );
    }
    return vm.bool(matches(text, bytesText(vm, part), range));
  };
  return native(packedUpTo(LAST_PACKING, call), { args: [1, 3], parsesUpTo: LAST_PACKING });
}

const ask = (question: bytesMethods.BytesQuestion): NativeDefinition =>
  native((vm, [self = 0]) => vm.bool(bytesMethods.bytesAsk(vm.anyBytes(self), question)));

const changed = (change: (bytes: Uint8Array) => Uint8Array): NativeDefinition =>
  native((vm, [self = 0]) => {
    return freshBytes(vm, self, change(vm.anyBytes(self)));
  });

/** getargs.c, "c" */
function oneByte(vm: Interpreter, name: string, fill: number): string {
  const isBytes = vm.isBytes(fill) || vm.infoOf(fill) === vm.process.types.bytearray;
  const text = isBytes ? bytesText(vm, fill) : '';
  if (text.length === 1) return text;
  throw new PythonRaise(
    'TypeError',
    `${name}() argument 2 must be a byte string of length 1, not ${vm.typeName(fill)}`,
  );
}

function padded(name: string, pad: (text: string, width: number, fill: string) => string): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, width = 0, fill]: Args): number => {
    const columns = clinicSize(vm, width);
    vm.roomFor(columns);
    return freshLike(
      vm,
      self,
      pad(textOf(vm, self), columns, fill === undefined ? ' ' : oneByte(vm, name, fill)),
    );
  };
  return native(call, { args: [1, 2] });
}

function strip(sides: strSplits.StripSides): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, which]: Args): number => {
    const text = textOf(vm, self);
    if (which === undefined || vm.isNone(which))
      return like(vm, self, strSplits.stripSpace(text, sides, strSplits.BYTES_RULES));
    return like(vm, self, strSplits.stripCharacters(text, bytesText(vm, which), sides));
  };
  return native(call, { args: [0, 1] });
}

function split(words: typeof strSplits.splitWords, by: typeof strSplits.splitBy): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, separator = 0, given = 0]: Args): number => {
    const text = textOf(vm, self);
    const count = sizeOr(vm, given, -1);
    const parts =
      separator === 0 || vm.isNone(separator)
        ? words(text, count, strSplits.BYTES_RULES)
        : by(text, bytesText(vm, separator), count);
    return listOfParts(
      vm,
      parts.map((part) => like(vm, self, part)),
      preallocated(count),
    );
  };
  return native(call, { args: [0, 2], keywords: ['sep', 'maxsplit'] });
}

function splitLines(vm: Interpreter, [self = 0, keepEnds = 0]: Args): number {
  const list = vm.newList();
  for (const line of strSplits.splitLines(
    textOf(vm, self),
    flagArgument(vm, keepEnds),
    strSplits.BYTES_RULES,
  )) {
    vm.guard(like(vm, self, line), (part) => lists.append(vm.process, list, part));
  }
  return list;
}

function partition(take: (text: string, separator: string) => [string, string, string]): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, separator = 0]: Args): number =>
    vm.tupleOf(take(textOf(vm, self), bytesText(vm, separator)).map((part) => like(vm, self, part)));
  return native(call, { args: [1, 1] });
}

function replace(vm: Interpreter, [self = 0, old = 0, by = 0, count]: Args): number {
  const sought = bytesText(vm, old);
  const given = { by: bytesText(vm, by), count: sizeOr(vm, count, -1), profile: vm.process.values };
  return freshLike(vm, self, strFinds.strReplace(textOf(vm, self), sought, given));
}

const BUFFERS_ON_STACK = 10;
const BUFFER_BYTES = 80;

/** Each item lends its bytes while they are put together; of many items the buffers lie in a block (STRINGLIB(bytes_join)). */
function withBuffers(vm: Interpreter, count: number, act: () => number): number {
  if (count <= BUFFERS_ON_STACK) return act();
  const { memory } = vm.heap;
  const block = memory.alloc(BUFFER_BYTES * count);
  try {
    return act();
  } finally {
    memory.free(block);
  }
}

function join(vm: Interpreter, [self = 0, iterable = 0]: Args): number {
  const sequence = fastSequence(vm, iterable, 'can only join an iterable');
  return vm.guard(sequence, () => {
    const texts = vm.items(sequence).map((item, at) => {
      if (bytesOf(vm, item) !== null) return bytesText(vm, item);
      throw new PythonRaise(
        'TypeError',
        `sequence item ${at}: expected a bytes-like object, ${vm.typeName(item)} found`,
      );
    });
    const [only] = vm.items(sequence);
    if (
      only !== undefined &&
      texts.length === 1 &&
      vm.isBytes(self) &&
      vm.heap.typeOf(only) === vm.process.types.atoms.bytes
    )
      return vm.own(only);
    return withBuffers(vm, texts.length, () =>
      freshBytes(vm, self, latin1ToBytes(texts.join(textOf(vm, self)))),
    );
  });
}

function decode(vm: Interpreter, [self = 0, encoding = 0, errors = 0]: Args): number {
  const text = codecs.decodeBytes(vm.anyBytes(self), {
    ...codecArguments(vm, 'decode', [encoding, errors]),
    profile: vm.process.values,
  });
  return vm.newStr(text);
}

function hex(vm: Interpreter, [self = 0, separator = 0, group = 0]: Args): number {
  return hexText(vm, vm.anyBytes(self), separator, group);
}

/** Two digits a byte; 0 for a separator or a size of groups that was not given. */
export function hexText(vm: Interpreter, bytes: Uint8Array, separator: number, group: number): number {
  const perGroup = group === 0 ? 1 : clinicInt(vm, group);
  if (separator !== 0 && vm.length(separator) !== 1)
    throw new PythonRaise('ValueError', 'sep must be length 1.');
  const between = separator === 0 ? '' : vm.isStr(separator) ? vm.text(separator) : bytesText(vm, separator);
  if (between > '\x7f') throw new PythonRaise('ValueError', 'sep must be ASCII.');
  return vm.newStr(bytesMethods.bytesHex(bytes, between, perGroup));
}

function translate(vm: Interpreter, [self = 0, table = 0, remove = 0]: Args): number {
  const given = vm.isNone(table) ? null : bytesLike(vm, table);
  const bytes = bytesMethods.bytesTranslate(
    vm.anyBytes(self),
    given,
    remove === 0 ? new Uint8Array(0) : bytesLike(vm, remove),
  );
  return freshBytes(vm, self, bytes);
}

function removing(cut: (text: string, part: string) => string): NativeDefinition {
  return native((vm, [self = 0, part = 0]) => like(vm, self, cut(textOf(vm, self), bytesText(vm, part))), {
    args: [1, 1],
  });
}

function contains(vm: Interpreter, [self = 0, item = 0]: Args): number {
  if (bytesOf(vm, item) === null && !vm.isInt(item)) {
    throw new PythonRaise('TypeError', `a bytes-like object is required, not '${vm.typeName(item)}'`);
  }
  return vm.bool(textOf(vm, self).includes(needle(vm, item)));
}

export const MAKE_TABLE: NativeDefinition = native(
  (vm, [from = 0, to = 0]) =>
    vm.newBytes(bytesMethods.bytesMakeTranslation(bytesLike(vm, from), bytesLike(vm, to))),
  { args: [2, 2] },
);

export const COMMON_BYTES_METHODS: Readonly<Record<string, NativeDefinition>> = {
  __contains__: native(contains, { args: [1, 1] }),
  find: searching(strFinds.strFind, false),
  rfind: searching(strFinds.strFindLast, false),
  index: searching(strFinds.strFind, true),
  rindex: searching(strFinds.strFindLast, true),
  count: searching(strFinds.strCount, false),
  startswith: tail('startswith', strFinds.strStartsWith),
  endswith: tail('endswith', strFinds.strEndsWith),
  isalnum: ask('isalnum'),
  isalpha: ask('isalpha'),
  isascii: ask('isascii'),
  isdigit: ask('isdigit'),
  isspace: ask('isspace'),
  islower: ask('islower'),
  isupper: ask('isupper'),
  istitle: ask('istitle'),
  upper: changed(bytesMethods.bytesUpper),
  lower: changed(bytesMethods.bytesLower),
  swapcase: changed(bytesMethods.bytesSwapcase),
  capitalize: changed(bytesMethods.bytesCapitalize),
  title: changed(bytesMethods.bytesTitle),
  ljust: padded('ljust', strPads.strLeftJustify),
  rjust: padded('rjust', strPads.strRightJustify),
  center: padded('center', strPads.strCenter),
  zfill: native(
    (vm, [self = 0, width = 0]) =>
      freshLike(vm, self, strPads.strZeroFill(textOf(vm, self), clinicSize(vm, width))),
    { args: [1, 1] },
  ),
  expandtabs: native(
    (vm, [self = 0, size = 0]) => {
      const bytes = latin1ToBytes(
        strPads.strExpandTabs(textOf(vm, self), size === 0 ? 8 : clinicInt(vm, size)),
      );
      return freshBytes(vm, self, bytes);
    },
    { args: [0, 1], keywords: ['tabsize'] },
  ),
  strip: strip('both'),
  lstrip: strip('left'),
  rstrip: strip('right'),
  split: split(strSplits.splitWords, strSplits.splitBy),
  rsplit: split(strSplits.splitWordsLast, strSplits.splitByLast),
  splitlines: native(splitLines, { args: [0, 1], keywords: ['keepends'] }),
  partition: partition(strFinds.strPartition),
  rpartition: partition(strFinds.strPartitionLast),
  replace: native(replace, { args: [2, 3] }),
  join: native(join, { args: [1, 1] }),
  decode: native(decode, { args: [0, 2], keywords: ['encoding', 'errors'] }),
  hex: native(hex, { args: [0, 2], keywords: ['sep', 'bytes_per_sep'] }),
  translate: native(translate, { args: [1, 2], keywords: ['', 'delete'] }),
  removeprefix: removing((text, part) =>
    part !== '' && text.startsWith(part) ? text.slice(part.length) : text,
  ),
  removesuffix: removing((text, part) =>
    part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text,
  ),
};
