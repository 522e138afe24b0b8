/** memoryview (memoryobject.c). */
import { hash64Of, PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { isSlice, sliceRange } from '../../eval/operators/subscripts.ts';
import { addressText } from '../../eval/texts/text.ts';
import { bytesLike, indexValue, packed, strArgument } from '../arguments.ts';
import { ITEM_SIZES, packItem, plainFormat, unpackItem } from './buffer-items.ts';
import { hexText } from './bytes-methods.ts';
import {
  contentOf,
  exporterOf,
  isContiguous,
  itemCount,
  newBuffer,
  newView,
  objectOf,
  placesOf,
  release,
  stridesOf,
  type View,
  viewBytes,
  viewOf,
} from './view-shape.ts';

type Args = readonly number[];

/** An item that is made counts as much as reading so many bytes. */
const ITEM_BYTES = 64;

function construct(vm: Interpreter, [, object = 0]: Args): number {
  if (vm.infoOf(object).name === 'memoryview') return newView(vm, vm.field(object, 0), viewOf(vm, object));
  const exporter = exporterOf(vm, object);
  if (exporter === undefined)
    throw new PythonRaise(
      'TypeError',
      `memoryview: a bytes-like object is required, not '${vm.typeName(object)}'`,
    );
  const itemsize = exporter.itemsize(vm, object);
  const shown: View = {
    format: exporter.format(vm, object),
    itemsize,
    offset: 0,
    shape: [exporter.bytes(vm, object).length / itemsize],
    strides: [itemsize],
    readonly: exporter.write === null,
    released: false,
  };
  return vm.guard(newBuffer(vm, object), (buffer) => newView(vm, buffer, shown));
}

function itemAt(vm: Interpreter, self: number, place: number): number {
  const { format, itemsize } = viewOf(vm, self);
  const object = objectOf(vm, self);
  const plain = plainFormat(format);
  if (plain === null)
    throw new PythonRaise('NotImplementedError', `memoryview: unsupported format ${format}`);
  const bytes = exporterOf(vm, object)?.bytes(vm, object) ?? new Uint8Array(0);
  return unpackItem(vm, plain, bytes.slice(place, place + itemsize));
}

/** Where the item of these indices is (ptr_from_tuple). */
function placeAt(vm: Interpreter, { offset, shape, strides }: View, indices: Args): number {
  let place = offset;
  for (const [at, index] of indices.entries()) {
    const size = shape[at] as number;
    const given = Number(indexValue(vm, index));
    const from = given < 0 ? given + size : given;
    if (from < 0 || from >= size)
      throw new PythonRaise('IndexError', `index out of bounds on dimension ${at + 1}`);
    place += from * (strides[at] as number);
  }
  return place;
}

function isIndex(vm: Interpreter, key: number): boolean {
  return vm.isInt(key) || vm.special(key, '__index__') !== 0;
}

/** The place that a key stands for: an index, or a tuple of them. */
function placeOfKey(vm: Interpreter, shown: View, key: number): number {
  const count = shown.shape.length;
  if (isIndex(vm, key)) {
    if (count > 1)
      throw new PythonRaise('NotImplementedError', 'multi-dimensional sub-views are not implemented');
    return placeAt(vm, shown, [key]);
  }
  if (vm.isTuple(key) && vm.items(key).every((one) => isIndex(vm, one))) {
    const indices = vm.items(key);
    if (indices.length > count)
      throw new PythonRaise(
        'TypeError',
        `cannot index ${count}-dimension view with ${indices.length}-element tuple`,
      );
    if (indices.length < count) throw new PythonRaise('NotImplementedError', 'sub-views are not implemented');
    return placeAt(vm, shown, indices);
  }
  throw new PythonRaise('TypeError', 'memoryview: invalid slice key');
}

function sliced(vm: Interpreter, shown: View, key: number): View {
  const [size = 0, ...sizes] = shown.shape;
  const [stride = 0, ...strides] = shown.strides;
  const { start, step, length } = sliceRange(vm, key, size);
  return {
    ...shown,
    offset: shown.offset + start * stride,
    shape: [length, ...sizes],
    strides: [stride * step, ...strides],
  };
}

function getItem(vm: Interpreter, [self = 0, key = 0]: Args): number {
  const shown = viewOf(vm, self);
  if (isSlice(vm, key)) return newView(vm, vm.field(self, 0), sliced(vm, shown, key));
  return itemAt(vm, self, placeOfKey(vm, shown, key));
}

function setItem(vm: Interpreter, [self = 0, key = 0, value = 0]: Args): number {
  const shown = viewOf(vm, self);
  const object = objectOf(vm, self);
  const write = exporterOf(vm, object)?.write ?? null;
  if (shown.readonly || write === null) throw new PythonRaise('TypeError', 'cannot modify read-only memory');
  if (isSlice(vm, key)) {
    storeSlice(vm, sliced(vm, shown, key), value, (at, bytes) => write(vm, object, at, bytes));
    return vm.none();
  }
  const place = placeOfKey(vm, shown, key);
  write(vm, object, place, packItem(vm, plainFormat(shown.format) ?? 'B', value));
  return vm.none();
}

/** Both sides have the same shape and format (copy_single). */
function storeSlice(
  vm: Interpreter,
  into: View,
  value: number,
  write: (at: number, bytes: Uint8Array) => void,
): void {
  const source = bytesLike(vm, value);
  const format = vm.infoOf(value).name === 'memoryview' ? viewOf(vm, value).format : formatOf(vm, value);
  if (format !== into.format || source.length !== itemCount(into) * into.itemsize)
    throw new PythonRaise('ValueError', 'memoryview assignment: lvalue and rvalue have different structures');
  const items = source.slice();
  vm.goThrough(ITEM_BYTES * itemCount(into));
  for (const [at, place] of placesOf(into).entries())
    write(place, items.slice(at * into.itemsize, (at + 1) * into.itemsize));
}

function formatOf(vm: Interpreter, ref: number): string {
  return exporterOf(vm, ref)?.format(vm, ref) ?? 'B';
}

function deleteItem(vm: Interpreter, [self = 0]: Args): number {
  const words = viewOf(vm, self).readonly ? 'cannot modify read-only memory' : 'cannot delete memory';
  throw new PythonRaise('TypeError', words);
}

/** Lists in lists, as many as there are dimensions. */
function nested(vm: Interpreter, self: number, shape: readonly number[], places: readonly number[]): number {
  const [size = 0, ...inner] = shape;
  if (inner.length === 0) return vm.listOf(places.map((place) => itemAt(vm, self, place)));
  const each = places.length / Math.max(size, 1);
  return vm.listOf(
    Array.from({ length: size }, (_, at) =>
      nested(vm, self, inner, places.slice(at * each, (at + 1) * each)),
    ),
  );
}

function cast(vm: Interpreter, [self = 0, format = 0, shape = 0]: Args): number {
  const shown = viewOf(vm, self);
  const text = strArgument(vm, format, "cast() argument 'format'");
  if (!isContiguous(shown))
    throw new PythonRaise('TypeError', 'memoryview: casts are restricted to C-contiguous views');
  const plain = plainFormat(text);
  if (plain === null)
    throw new PythonRaise(
      'ValueError',
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  const bytesOnly = (one: string): boolean => 'bBc'.includes(one);
  if (!bytesOnly(plain) && !bytesOnly(plainFormat(shown.format) ?? ''))
    throw new PythonRaise('TypeError', 'memoryview: cannot cast between two non-byte formats');
  const itemsize = ITEM_SIZES[plain] as number;
  const nbytes = itemCount(shown) * shown.itemsize;
  if (nbytes % itemsize !== 0)
    throw new PythonRaise('TypeError', 'memoryview: length is not a multiple of itemsize');
  const sizes = shape === 0 ? [nbytes / itemsize] : castShape(vm, shown, shape);
  if (sizes.reduce((product, size) => product * size, itemsize) !== nbytes)
    throw new PythonRaise('TypeError', 'memoryview: product(shape) * itemsize != buffer size');
  return newView(vm, vm.field(self, 0), {
    ...shown,
    format: text,
    itemsize,
    shape: sizes,
    strides: stridesOf(sizes, itemsize),
  });
}

function castShape(vm: Interpreter, shown: View, shape: number): number[] {
  if (!vm.isList(shape) && !vm.isTuple(shape))
    throw new PythonRaise('TypeError', 'shape must be a list or a tuple');
  const sizes = vm.items(shape).map((one) => Number(indexValue(vm, one)));
  if (shown.shape.length > 1 && sizes.length !== 1)
    throw new PythonRaise('TypeError', 'memoryview: cast must be 1D -> ND or ND -> 1D');
  return sizes;
}

const METHODS: Readonly<Record<string, NativeDefinition>> = {
  __getitem__: native(getItem, { args: [1, 1] }),
  __setitem__: native(setItem, { args: [2, 2] }),
  __delitem__: native(deleteItem, { args: [1, 1] }),
  __len__: native((vm, [self = 0]) => vm.newInt(viewOf(vm, self).shape[0] ?? 1)),
  __repr__: native((vm, [self = 0]) => {
    const { released } = vm.heap.payload(self) as View;
    return vm.newStr(`<${released ? 'released ' : ''}memory at ${addressText(vm, self)}>`);
  }),
  __enter__: native((vm, [self = 0]) => {
    viewOf(vm, self);
    return vm.own(self);
  }),
  __exit__: native(
    (vm, [self = 0]) => {
      release(vm, self);
      return vm.none();
    },
    { args: [0, Number.MAX_SAFE_INTEGER], packs: true },
  ),
  release: native((vm, [self = 0]) => {
    release(vm, self);
    return vm.none();
  }),
  tolist: native((vm, [self = 0]) => {
    const shown = viewOf(vm, self);
    const places = placesOf(shown);
    vm.goThrough(ITEM_BYTES * places.length);
    return nested(vm, self, shown.shape, places);
  }),
  tobytes: native((vm, [self = 0]) => vm.newFreshBytes(contentOf(vm, self)), {
    args: [0, 1],
    keywords: ['order'],
  }),
  hex: native(
    (vm, [self = 0, separator = 0, group = 0]) => hexText(vm, contentOf(vm, self), separator, group),
    {
      args: [0, 2],
      keywords: ['sep', 'bytes_per_sep'],
    },
  ),
  cast: native(cast, { args: [1, 2], keywords: ['format', 'shape'] }),
  toreadonly: native((vm, [self = 0]) =>
    newView(vm, vm.field(self, 0), { ...viewOf(vm, self), readonly: true }),
  ),
};

function shownAs(of: (vm: Interpreter, shown: View) => number): GetSet {
  return { get: (vm, self) => of(vm, viewOf(vm, self)) };
}

const ints = (vm: Interpreter, numbers: readonly number[]): number =>
  vm.tupleOf(numbers.map((one) => vm.newInt(one)));

export const MEMORYVIEW: TypeDefinition = {
  name: 'memoryview',
  methods: METHODS,
  construct: native(packed(construct), { args: [1, 1], keywords: ['object'] }),
  getsets: {
    obj: {
      get: (vm, self) => {
        viewOf(vm, self);
        return vm.own(objectOf(vm, self));
      },
    },
    nbytes: shownAs((vm, shown) => vm.newInt(itemCount(shown) * shown.itemsize)),
    readonly: shownAs((vm, shown) => vm.bool(shown.readonly)),
    itemsize: shownAs((vm, shown) => vm.newInt(shown.itemsize)),
    format: shownAs((vm, shown) => vm.newStr(shown.format)),
    ndim: shownAs((vm, shown) => vm.newInt(shown.shape.length)),
    shape: shownAs((vm, shown) => ints(vm, shown.shape)),
    strides: shownAs((vm, shown) => ints(vm, shown.strides)),
    suboffsets: shownAs((vm) => ints(vm, [])),
    c_contiguous: shownAs((vm, shown) => vm.bool(isContiguous(shown))),
    f_contiguous: shownAs((vm, shown) => vm.bool(shown.shape.length <= 1 && isContiguous(shown))),
    contiguous: shownAs((vm, shown) => vm.bool(isContiguous(shown))),
  },
};

/** Two views are equal when their shapes and all items are, whatever the formats (memory_richcompare). */
function compare(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  if (operator !== '==' && operator !== '!=') return null;
  const equal = sameItems(vm, a, b);
  return equal === null ? null : equal === (operator === '==');
}

function sameItems(vm: Interpreter, a: number, b: number): boolean | null {
  if ((vm.heap.payload(a) as View).released) return a === b;
  const isView = vm.infoOf(b).name === 'memoryview';
  if (isView && (vm.heap.payload(b) as View).released) return false;
  if (!isView && exporterOf(vm, b) === undefined) return null;
  const other = isView ? vm.own(b) : construct(vm, [0, b]);
  return vm.guard(other, () => {
    const [x, y] = [viewOf(vm, a), viewOf(vm, other)];
    if (x.shape.length !== y.shape.length || x.shape.some((size, at) => size !== y.shape[at])) return false;
    vm.goThrough(2 * ITEM_BYTES * itemCount(x));
    const places = placesOf(y);
    return placesOf(x).every((place, at) => {
      const left = itemAt(vm, a, place);
      return vm.guard(left, () =>
        vm.guard(itemAt(vm, other, places[at] as number), (right) => vm.equal(left, right)),
      );
    });
  });
}

/** The hash of the bytes, where nothing can change them (memory_hash). */
function hash(vm: Interpreter, self: number): ReturnType<typeof hash64Of> {
  const { readonly, format } = viewOf(vm, self);
  if (!readonly) throw new PythonRaise('ValueError', 'cannot hash writable memoryview object');
  if (!'bBc'.includes(plainFormat(format) ?? '-'))
    throw new PythonRaise('ValueError', "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  return vm.guard(vm.newBytes(contentOf(vm, self)), (bytes) => hash64Of(vm.process, bytes));
}

export function installMemoryviews(vm: Interpreter): void {
  const { atoms, bytearray } = vm.process.types;
  const byte = { format: () => 'B', itemsize: () => 1 };
  vm.exporters[atoms.bytes.id] = { ...byte, bytes: (it, ref) => it.bytes(ref), write: null };
  vm.exporters[bytearray.id] = {
    ...byte,
    bytes: (it, ref) => it.bytearrayBytes(ref),
    write: (it, ref, at, bytes) => it.bytearrayBytes(ref).set(bytes, at),
  };
  const { id } = vm.classes.named('memoryview').info;
  vm.buffers[id] = contentOf;
  vm.comparers[id] = compare;
  vm.hashers[id] = hash;
  vm.sizes[id] = (it, ref) => viewBytes((it.heap.payload(ref) as View).shape.length);
}
