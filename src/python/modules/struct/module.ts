/** struct (_struct.c): Struct objects, and functions that keep those of the formats they were given. */
import { Annex, GC_HEAD_BYTES, type Heap } from '../../../heap/index.ts';
import { dicts, PythonRaise } from '../../../objects/index.ts';
import { allocate, classArgument } from '../../builtins/allocate.ts';
import { bytesLike, sizeValue } from '../../builtins/arguments.ts';
import { Thrown } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Native, type NativeDefinition, native } from '../../eval/native.ts';
import { classValue, type ModuleType, moduleType } from '../define-type.ts';
import { library } from '../library.ts';
import { type Format, parseFormat, StructRaise, wrongValue } from './format.ts';
import { notBuffer, packValues, unpackCheck, unpackValues } from './values.ts';

type Args = readonly number[];

const ANY = { args: [0, Number.MAX_SAFE_INTEGER] as const };
/** A formatcode: what it is, where it lies, how large it is and how often. */
const CODE_BYTES = 32;
/** _clearcache is called when there are so many. */
const MOST_KEPT = 100;

/** The format, and the block in which CPython keeps its parts. */
class Codes extends Annex {
  readonly format: Format;
  readonly block: number;

  constructor(refs: readonly number[], format: Format, block: number) {
    super(refs);
    this.format = format;
    this.block = block;
  }

  override blocks(): Iterable<number> {
    return [this.block];
  }

  override copy(): Codes {
    return this.copyTo(new Codes(this.refs, this.format, this.block));
  }
}

const blockBytes = (format: Format): number =>
  CODE_BYTES * (1 + format.parts.filter(({ code }) => code !== 'x').length);

function codesOf(vm: Interpreter, self: number): Format {
  return (vm.heap.annexes.of(self) as Codes).format;
}

/** Faults of formats and values become struct.error. */
function asStructErrors(call: Native): Native {
  return (vm, args, keywords) => {
    try {
      return call(vm, args, keywords);
    } catch (error) {
      if (!(error instanceof StructRaise)) throw error;
      const type = vm.readDict(vm.field(vm.modules.get('_struct') as number, 0), 'error');
      const words = vm.newStr(error.words);
      throw new Thrown(vm.guard(words, () => vm.call(type, [words])));
    }
  };
}

function formatText(vm: Interpreter, ref: number): string {
  if (vm.isBytes(ref)) return String.fromCharCode(...vm.bytes(ref));
  if (!vm.isStr(ref))
    throw new PythonRaise(
      'TypeError',
      `Struct() argument 1 must be a str or bytes object, not ${vm.typeName(ref)}`,
    );
  const ascii = vm.newStr('ascii');
  vm.decref(vm.guard(ascii, () => vm.callMethod(ref, 'encode', [ascii])));
  return vm.text(ref);
}

function newStruct(vm: Interpreter, [ofClass = 0, given = 0]: Args): number {
  const type = classArgument(vm, ofClass);
  const text = formatText(vm, given);
  const format = parseFormat(text);
  const self = allocate(vm, type, vm.rules.typeSizes.Struct[0]);
  vm.fillFields(self, []);
  const kept = vm.newBytes(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  const heap: Heap = vm.heap;
  heap.annexes.add(self, new Codes([0, kept], format, heap.memory.alloc(blockBytes(format))));
  if (heap.typeOf(self).gc) heap.track(self);
  return self;
}

function pack(vm: Interpreter, self: number, values: Args): number {
  const format = codesOf(vm, self);
  if (values.length !== format.length)
    wrongValue(`pack expected ${format.length} items for packing (got ${values.length})`);
  return vm.newBytes(packValues(vm, format, values));
}

function unpack(vm: Interpreter, self: number, buffer: number): number {
  const bytes = bytesLike(vm, buffer);
  unpackCheck(bytes.length, codesOf(vm, self).size);
  return unpackValues(vm, codesOf(vm, self), bytes);
}

interface Span {
  readonly name: string;
  /** Without room for a negative offset. */
  readonly noRoom: string;
  readonly doing: string;
}

const READING: Span = { name: 'unpack_from', noRoom: 'not enough data to unpack', doing: 'unpacking' };
const WRITING: Span = { name: 'pack_into', noRoom: 'no space to pack', doing: 'packing' };

/** Where in a buffer of this length an offset lies, which may count from its end. */
function placeIn(span: Span, length: number, size: number, offset: number): number {
  if (offset < 0 && offset + size > 0) wrongValue(`${span.noRoom} ${size} bytes at offset ${offset}`);
  if (offset + length < 0) wrongValue(`offset ${offset} out of range for ${length}-byte buffer`);
  const from = offset < 0 ? offset + length : offset;
  if (length - from < size)
    wrongValue(
      `${span.name} requires a buffer of at least ${from + size} bytes for ${span.doing} ${size} bytes at offset ${from} (actual buffer size is ${length})`,
    );
  return from;
}

function unpackFrom(vm: Interpreter, self: number, [buffer = 0, offset = 0]: Args): number {
  const format = codesOf(vm, self);
  const bytes = bytesLike(vm, buffer);
  const from = placeIn(READING, bytes.length, format.size, offset === 0 ? 0 : sizeValue(vm, offset));
  return unpackValues(vm, format, bytes.slice(from, from + format.size));
}

/** The bytes of a buffer that can be written, as a view of single bytes; a new reference. */
function writable(vm: Interpreter, target: number): number {
  let view: number;
  try {
    view = vm.call(vm.classes.named('memoryview').ref, [target]);
  } catch (error) {
    vm.decref(vm.caught(error));
    throw notBuffer(vm, target);
  }
  const isFixed = vm.getAttr(view, 'readonly');
  if (vm.guard(isFixed, () => vm.truth(isFixed))) {
    vm.decref(view);
    throw notBuffer(vm, target);
  }
  const code = vm.newStr('B');
  return vm.guard(view, () => vm.guard(code, () => vm.callMethod(view, 'cast', [code])));
}

function packInto(vm: Interpreter, self: number, [target, given, ...values]: Args): number {
  const format = codesOf(vm, self);
  if (target === undefined) return wrongValue('pack_into expected buffer argument');
  if (given === undefined) return wrongValue('pack_into expected offset argument');
  if (values.length !== format.length)
    wrongValue(`pack_into expected ${format.length} items for packing (got ${values.length})`);
  const view = writable(vm, target);
  return vm.guard(view, () => {
    const from = placeIn(WRITING, vm.length(view), format.size, sizeValue(vm, given));
    const bytes = vm.newBytes(packValues(vm, format, values));
    const place = vm.newSlice([vm.newInt(from), vm.newInt(from + format.size), vm.none()]);
    vm.decref(
      vm.guard(bytes, () => vm.guard(place, () => vm.callMethod(view, '__setitem__', [place, bytes]))),
    );
    return vm.none();
  });
}

/** A new reference to the format as it was given. */
function textOf(vm: Interpreter, self: number): number {
  const bytes = (vm.heap.annexes.of(self) as Codes).refs[1] as number;
  return vm.newStr(String.fromCharCode(...vm.bytes(bytes)));
}

/** s_repr */
function shown(vm: Interpreter, self: number): string {
  const text = textOf(vm, self);
  return `${vm.typeName(self).split('.').at(-1)}(${vm.guard(text, () => vm.repr(text))})`;
}

const ITERATOR = { OWNER: 0, BUFFER: 1 } as const;

function iterUnpack(vm: Interpreter, self: number, buffer: number): number {
  const { size } = codesOf(vm, self);
  const length = bytesLike(vm, buffer).length;
  if (size === 0) wrongValue('cannot iteratively unpack with a struct of length 0');
  if (length % size !== 0) wrongValue(`iterative unpacking requires a buffer of a multiple of ${size} bytes`);
  const { info } = moduleType(vm, UNPACK_ITERATOR);
  const made = vm.newFields(info, GC_HEAD_BYTES + vm.rules.typeSizes.unpack_iterator[0], [
    vm.own(self),
    vm.own(buffer),
  ]);
  vm.heap.setPayload(made, { at: 0 });
  return made;
}

interface Progress {
  readonly at: number;
}

function left(vm: Interpreter, self: number): number {
  const owner = vm.field(self, ITERATOR.OWNER);
  if (owner === 0) return 0;
  const { at } = vm.heap.payload(self) as Progress;
  return (bytesLike(vm, vm.field(self, ITERATOR.BUFFER)).length - at) / codesOf(vm, owner).size;
}

function nextUnpacked(vm: Interpreter, self: number): number {
  if (left(vm, self) < 1) {
    vm.setField(self, ITERATOR.OWNER, 0);
    vm.setField(self, ITERATOR.BUFFER, 0);
    return 0;
  }
  const format = codesOf(vm, vm.field(self, ITERATOR.OWNER));
  const { at } = vm.heap.payload(self) as Progress;
  const bytes = bytesLike(vm, vm.field(self, ITERATOR.BUFFER)).slice(at, at + format.size);
  vm.heap.setPayload(self, { at: at + format.size });
  return unpackValues(vm, format, bytes);
}

const UNPACK_ITERATOR: ModuleType = {
  name: 'unpack_iterator',
  module: '_struct',
  heapSince: 9,
  bytes: (vm) => GC_HEAD_BYTES + vm.rules.typeSizes.unpack_iterator[0],
  methods: { __length_hint__: native((vm, [self = 0]) => vm.newInt(left(vm, self))) },
  next: nextUnpacked,
};

const KEYWORDS = ['buffer', 'offset'];

const STRUCT: ModuleType = {
  name: 'Struct',
  module: '_struct',
  heapSince: 9,
  traits: (vm) => ({ weakrefs: true, gc: vm.rules.structsCollected }),
  bytes: (vm, ref) =>
    vm.rules.typeSizes.Struct[0] +
    (vm.rules.structsCollected ? GC_HEAD_BYTES : 0) +
    blockBytes(codesOf(vm, ref)),
  construct: native(asStructErrors(newStruct), { args: [1, 1], keywords: ['format'] }),
  methods: {
    pack: native(
      asStructErrors((vm, [self = 0, ...values]) => pack(vm, self, values)),
      ANY,
    ),
    pack_into: native(
      asStructErrors((vm, [self = 0, ...given]) => packInto(vm, self, given)),
      ANY,
    ),
    unpack: native(
      asStructErrors((vm, [self = 0, buffer = 0]) => unpack(vm, self, buffer)),
      { args: [1, 1] },
    ),
    unpack_from: native(
      asStructErrors((vm, [self = 0, ...given]) => unpackFrom(vm, self, given)),
      {
        args: [1, 2],
        keywords: KEYWORDS,
      },
    ),
    __repr__: native((vm, [self = 0]) => vm.newStr(shown(vm, self))),
    iter_unpack: native(
      asStructErrors((vm, [self = 0, buffer = 0]) => iterUnpack(vm, self, buffer)),
      { args: [1, 1] },
    ),
  },
  since: { __repr__: 13 },
  getsets: {
    size: { get: (vm, self) => vm.newInt(codesOf(vm, self).size) },
    format: { get: textOf },
  },
};

/** Struct objects by their format, which the functions of a module keep (cache_struct_converter). */
const caches = new WeakMap<Interpreter, number>();

function structOf(vm: Interpreter, format: number): number {
  const cache = caches.get(vm) ?? vm.newDict();
  caches.set(vm, cache);
  const key = vm.isStr(format) || vm.isBytes(format) ? format : 0;
  const known = key === 0 ? 0 : dicts.dictGet(vm.process, cache, key);
  if (known !== 0) return vm.own(known);
  const made = newStruct(vm, [moduleType(vm, STRUCT).ref, format]);
  if (vm.length(cache) >= MOST_KEPT) vm.decref(vm.callMethod(cache, 'clear', []));
  vm.setItem(cache, key, made);
  return made;
}

type Use = (vm: Interpreter, self: number, given: Args) => number;

/** A function of the module: the format comes first. */
function withFormat(use: Use, traits: Parameters<typeof native>[1]): NativeDefinition {
  return native(
    asStructErrors((vm, [format, ...given]) => {
      if (format === undefined) throw new PythonRaise('TypeError', 'missing format argument');
      const self = structOf(vm, format);
      return vm.guard(self, () => use(vm, self, given));
    }),
    traits,
  );
}

const TWO = { args: [2, 2] } as const;

const FUNCTIONS = {
  calcsize: withFormat((vm, self) => vm.newInt(codesOf(vm, self).size), { args: [1, 1] }),
  pack: withFormat(pack, ANY),
  pack_into: withFormat(packInto, ANY),
  unpack: withFormat((vm, self, [buffer = 0]) => unpack(vm, self, buffer), TWO),
  unpack_from: withFormat(unpackFrom, { args: [2, 3], keywords: ['', ...KEYWORDS] }),
  iter_unpack: withFormat((vm, self, [buffer = 0]) => iterUnpack(vm, self, buffer), TWO),
  _clearcache: native((vm) => {
    const cache = caches.get(vm);
    if (cache !== undefined) vm.decref(vm.callMethod(cache, 'clear', []));
    return vm.none();
  }),
};

/** The error is a class of its own, made when the module is. */
const ERROR = `
class error(Exception):
    pass


error.__module__ = 'struct'
`;

export const STRUCT_IN_C = library('_struct', ERROR, {
  functions: FUNCTIONS,
  values: { Struct: classValue(STRUCT) },
});

const NAMES = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error'];

export const STRUCT_MODULE = library(
  'struct',
  `__all__ = [${NAMES.map((name) => `'${name}'`).join(', ')}]\nfrom _struct import ${NAMES.join(', ')}, _clearcache\n`,
);
