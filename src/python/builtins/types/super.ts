/** super objects (typeobject.c:super_init, super_repr); what they find is in super-object.ts. */
import { PythonRaise } from '../../../objects/index.ts';
import { newSuper, SUPER_FIELDS, superAttribute } from '../../eval/classes/super-object.ts';
import type { Frame } from '../../eval/frames/frame.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, native, type TypeDefinition } from '../../eval/native.ts';
import { packedUpTo } from '../arguments.ts';
import { READING } from './attribute-slots.ts';

/** super(): the class in the cell `__class__` and the first parameter of the function that runs; super(cls, obj): what is given. */
function construct(vm: Interpreter, args: readonly number[]): number {
  const [, owner, self] = args as [number, number | undefined, number | undefined];
  if (args.length > 3) throw new PythonRaise('TypeError', vm.words.superTakesTwo(args.length - 1));
  if (owner === undefined) return superHere(vm);
  if (vm.classes.forObject(owner) === undefined)
    throw new PythonRaise('TypeError', vm.words.superNeedsType(vm.typeName(owner)));
  return newSuper(vm, owner, self ?? 0);
}

/** super_init_without_args */
function superHere(vm: Interpreter): number {
  const { frame } = vm;
  if (frame === null) throw new PythonRaise('RuntimeError', 'super(): no current frame');
  const { code, localCount } = frame.runtime;
  if (code.argCount === 0) throw new PythonRaise('RuntimeError', 'super(): no arguments');
  const first = firstArgument(vm, frame);
  if (first <= 0) throw new PythonRaise('RuntimeError', 'super(): arg[0] deleted');
  const at = code.freeVars.indexOf('__class__');
  if (at < 0) throw new PythonRaise('RuntimeError', 'super(): __class__ cell not found');
  const owner = vm.field(frame.slots[localCount + code.cellVars.length + at] as number, 0);
  if (owner === 0) throw new PythonRaise('RuntimeError', 'super(): empty __class__ cell');
  return newSuper(vm, owner, first);
}

/** Borrowed; it may be in a cell of its own. */
function firstArgument(vm: Interpreter, { runtime, slots }: Frame): number {
  const inCell = runtime.code.cellToArg.indexOf(0);
  return inCell < 0 ? (slots[0] as number) : vm.field(slots[runtime.localCount + inCell] as number, 0);
}

function member(place: number): GetSet {
  return { get: (vm, self) => vm.own(vm.field(self, place) || vm.process.none), member: true };
}

function repr(vm: Interpreter, [self = 0]: readonly number[]): number {
  const owner = vm.classes.forObject(vm.field(self, SUPER_FIELDS.TYPE));
  const type = vm.classes.forObject(vm.field(self, SUPER_FIELDS.OBJECT_TYPE));
  const shown = type === undefined ? 'NULL' : `<${type.name} object>`;
  return vm.newStr(`<super: <class '${owner?.name}'>, ${shown}>`);
}

export const SUPER: TypeDefinition = {
  name: 'super',
  construct: native(packedUpTo(10, construct), { args: [0, Number.MAX_SAFE_INTEGER] }),
  methods: { __repr__: native(repr), __getattribute__: READING },
  getsets: {
    __thisclass__: member(SUPER_FIELDS.TYPE),
    __self__: member(SUPER_FIELDS.OBJECT),
    __self_class__: member(SUPER_FIELDS.OBJECT_TYPE),
  },
};

export function installSuper(vm: Interpreter): void {
  vm.getters[vm.classes.named('super').info.id] = (_vm, self, name) => superAttribute(vm, self, name);
}
