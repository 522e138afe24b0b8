/** getattr and its kin, isinstance, callable, dir, vars, globals, locals (bltinmodule.c). */
import { PythonRaise } from '../../../objects/index.ts';
import { localsOf } from '../../eval/frames/frame-locals.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { directNative, type Native, type NativeDefinition, native } from '../../eval/native.ts';
import { isCallable } from '../types/callable-iterator.ts';
import { unionMembers } from '../types/generic-alias.ts';
import { dir } from './listing.ts';

function nameOf(vm: Interpreter, ref: number, who: string): string {
  if (vm.isStr(ref)) return vm.text(ref);
  throw new PythonRaise('TypeError', vm.words.attributeName(who, vm.typeName(ref)));
}

function getattr(vm: Interpreter, args: readonly number[]): number {
  const [ref, name, otherwise] = args as [number, number, number | undefined];
  const text = nameOf(vm, name, 'getattr');
  if (otherwise === undefined) return vm.getAttr(ref, text);
  return vm.findAttr(ref, text) || vm.own(otherwise);
}

/** isinstance, issubclass: a class, or a tuple of them. */
function belongs(vm: Interpreter, wanted: number, who: string, test: (one: number) => boolean): boolean {
  if (vm.isTuple(wanted)) return vm.items(wanted).some((one) => belongs(vm, one, who, test));
  const members = unionMembers(vm, wanted);
  if (members !== null) return members.some((one) => belongs(vm, one, who, test));
  if (vm.infoOf(wanted).name === 'GenericAlias')
    throw new PythonRaise('TypeError', `${who}() argument 2 cannot be a parameterized generic`);
  const hook = vm.special(wanted, who === 'isinstance' ? '__instancecheck__' : '__subclasscheck__');
  if (hook === 0 && !vm.isClass(wanted)) {
    const second =
      who === 'isinstance' ? 'isinstance() arg 2 must be' : 'issubclass() arg 2 must be a class,';
    throw new PythonRaise(
      'TypeError',
      who === 'isinstance'
        ? `${second} ${vm.words.classOrTuple}`
        : `${second} a tuple of classes, or a union`,
    );
  }
  return test(wanted);
}

function isinstance(vm: Interpreter, ref: number, wanted: number): number {
  // Nobody is asked where it is exactly of this class (PyObject_IsInstance).
  const exact = vm.classes.of(ref).ref;
  if (exact === wanted) return vm.bool(true);
  return vm.bool(
    belongs(vm, wanted, 'isinstance', (one) => {
      if (exact === one) return true;
      const meta = vm.override(one, '__instancecheck__');
      if (meta === 0) return vm.isInstance(ref, one);
      const answer = vm.callBound(meta, one, [ref]);
      return vm.guard(answer, () => vm.truth(answer));
    }),
  );
}

function issubclass(vm: Interpreter, args: readonly number[]): number {
  const [ref, wanted] = args as [number, number];
  return vm.bool(belongs(vm, wanted, 'issubclass', (one) => asksSubclass(vm, ref, one)));
}

/** PyObject_IsSubclass of one class: it is asked itself where its metaclass says how. */
export function asksSubclass(vm: Interpreter, ref: number, one: number): boolean {
  const meta = vm.override(one, '__subclasscheck__');
  if (meta !== 0) return vm.guard(vm.callBound(meta, one, [ref]), (answer) => vm.truth(answer));
  const [type, base] = [vm.classes.forObject(ref), vm.classes.forObject(one)];
  if (type === undefined) throw new PythonRaise('TypeError', 'issubclass() arg 1 must be a class');
  return base !== undefined && vm.isSubclass(type, base);
}

/** Its argument comes in a tuple, except in 3.12. */
function packedAlone(call: Native): Native {
  return (vm, args, keywords) => {
    if (args.length === 0 || !vm.rules.packsAlone) return call(vm, args, keywords);
    return vm.guard(vm.newTuple(args), () => call(vm, args, keywords));
  };
}

export const ATTRIBUTE_FUNCTIONS: Readonly<Record<string, NativeDefinition>> = {
  getattr: native(getattr, { args: [2, 3] }),
  setattr: native(
    (vm, [ref, name, value]) => {
      vm.setAttr(ref as number, nameOf(vm, name as number, 'setattr'), value as number);
      return vm.none();
    },
    { args: [3, 3] },
  ),
  delattr: native(
    (vm, [ref, name]) => {
      vm.delAttr(ref as number, nameOf(vm, name as number, 'delattr'));
      return vm.none();
    },
    { args: [2, 2] },
  ),
  hasattr: native(
    (vm, [ref, name]) => {
      const found = vm.findAttr(ref as number, nameOf(vm, name as number, 'hasattr'));
      if (found !== 0) vm.decref(found);
      return vm.bool(found !== 0);
    },
    { args: [2, 2] },
  ),
  isinstance: directNative(isinstance, { args: [2, 2], quietWhenWarm: true }),
  issubclass: native(issubclass, { args: [2, 2] }),
  callable: directNative((vm, ref) => vm.bool(isCallable(vm, ref)), { args: [1, 1] }),
  dir: native(packedAlone(dir), { args: [0, 1] }),
  vars: native(
    packedAlone((vm, [ref]) => (ref === undefined ? localsOf(vm) : vars(vm, ref))),
    { args: [0, 1] },
  ),
  globals: native((vm) => vm.own(vm.frame?.globals as number)),
  locals: native((vm) => localsOf(vm)),
};

function vars(vm: Interpreter, ref: number): number {
  const dict = vm.findAttr(ref, '__dict__');
  if (dict === 0) throw new PythonRaise('TypeError', 'vars() argument must have __dict__ attribute');
  return dict;
}
