/** str, bytes, bytearray: making them, and the methods that programs use most (unicodeobject.c, bytesobject.c, bytearrayobject.c). */
import { PythonRaise, strings } from '../../../objects/index.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import type { Interpreter } from '../../eval/interpreter.ts';

function construct(vm: Interpreter, args: readonly number[]): number {
  const [cls, ref] = args as [number, number];
  const packs = ref !== 0 && vm.process.profile.calls.tupleCalls.includes('str');
  const tuple = packs ? vm.newTuple([ref]) : 0;
  try {
    const type = vm.classes.forObject(cls);
    if (type !== undefined && type.dict !== 0) return vm.newStrOf(type, ref === 0 ? '' : vm.str(ref));
    if (ref === 0) return vm.newStr('');
    return vm.heap.typeOf(ref) === vm.process.types.atoms.str ? vm.own(ref) : vm.newStr(vm.str(ref));
  } finally {
    if (tuple !== 0) vm.decref(tuple);
  }
}

function join(vm: Interpreter, args: readonly number[]): number {
  const [self, iterable] = args as [number, number];
  const items = vm.isIterable(iterable) ? vm.collect(iterable) : null;
  if (items === null) throw new PythonRaise('TypeError', 'can only join an iterable');
  try {
    const bad = items.findIndex((item) => !vm.isStr(item));
    if (bad >= 0) throw new PythonRaise('TypeError', `sequence item ${bad}: expected str instance, ${vm.typeName(items[bad] as number)} found`);
    const only = items[0];
    if (items.length === 1 && only !== undefined && vm.heap.typeOf(only) === vm.process.types.atoms.str) return vm.own(only);
    return vm.newStr(items.map((item) => vm.text(item)).join(vm.text(self)));
  } finally {
    vm.dropAll(items);
  }
}

export const STR: TypeDefinition = {
  name: 'str',
  construct: native(construct, { args: [0, 3], keywords: ['object', 'encoding', 'errors'] }),
  methods: { join: native(join, { args: [1, 1] }) },
};

/** Content from a number of zero bytes, a bytes-like object, an iterable of ints or a text with an encoding. */
function content(vm: Interpreter, ref: number | undefined): Uint8Array {
  if (ref === undefined) return new Uint8Array(0);
  if (vm.isInt(ref)) {
    const length = vm.index(ref);
    if (length < 0) throw new PythonRaise('ValueError', 'negative count');
    vm.roomFor(length);
    return new Uint8Array(length);
  }
  if (vm.isStr(ref)) throw new PythonRaise('TypeError', 'string argument without an encoding');
  if (vm.isBytes(ref) || vm.infoOf(ref) === vm.process.types.bytearray) return vm.anyBytes(ref).slice();
  const items = vm.collect(ref);
  const bytes = items.map((item) => vm.index(item));
  vm.dropAll(items);
  if (bytes.some((byte) => byte < 0 || byte > 255)) throw new PythonRaise('ValueError', 'bytes must be in range(0, 256)');
  return Uint8Array.from(bytes);
}

export const BYTES: TypeDefinition = {
  name: 'bytes',
  construct: native((vm, [, ref]) => vm.newBytes(content(vm, ref)), { args: [0, 3], packs: true }),
};

export const BYTEARRAY: TypeDefinition = {
  name: 'bytearray',
  construct: native((vm, [, ref]) => vm.newBytearray(content(vm, ref)), { args: [0, 3], packs: true }),
  methods: {
    append: native((vm, [self, item]) => {
      const bytes = vm.bytearrayBytes(self as number);
      strings.appendByte(vm.process, self as number, item as number);
      vm.setBytearray(self as number, Uint8Array.of(...bytes, vm.index(item as number)));
      return vm.none();
    }, { args: [1, 1] }),
  },
};
