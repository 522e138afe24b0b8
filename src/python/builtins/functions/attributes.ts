/** getattr and its kin, isinstance, callable, dir, vars, globals, locals (bltinmodule.c). */
import { PythonRaise } from '../../../objects/index.ts';
import { boundSteps } from '../../eval/calls/call-steps.ts';
import { ROOM } from '../../eval/calls/native-depth.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { asksForAttribute, attributeSteps, removeSteps, storeSteps } from '../../eval/classes/attributes.ts';
import { nameRead, seeking } from '../../eval/classes/method-cache.ts';
import { localsOf } from '../../eval/frames/frame-locals.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { directNative, type Native, type NativeDefinition, native, resumable } from '../../eval/native.ts';
import { answerSteps } from '../../eval/operators/truth.ts';
import { isCallable } from '../types/callable-iterator.ts';
import { unionMembers } from '../types/generic-alias.ts';
import { dir } from './listing.ts';

function nameOf(vm: Interpreter, ref: number, who: string): string {
  if (vm.isStr(ref)) return vm.text(ref);
  throw new PythonRaise('TypeError', vm.words.attributeName(who, vm.typeName(ref)));
}

/** Where an attribute is stored or deleted, its name is interned, and is itself the key where it is the first of its text (PyObject_SetAttr). */
function internedName(vm: Interpreter, ref: number): string {
  if (!vm.isStr(ref))
    throw new PythonRaise('TypeError', `attribute name must be string, not '${vm.typeName(ref)}'`);
  const text = vm.text(ref);
  if (vm.heap.typeOf(ref) === vm.process.types.atoms.str) vm.decref(vm.process.shared.intern(ref));
  return text;
}

/** Whoever reads attributes in a way of its own looks the name up itself, or does not. */
function readsItself(vm: Interpreter, ref: number): boolean {
  const type = vm.classes.of(ref);
  return type.dict !== 0 && vm.overrideIn(type, '__getattribute__') !== 0;
}

function* getattr(vm: Interpreter, args: readonly number[]): Steps {
  const [ref, name, otherwise] = args as [number, number, number | undefined];
  const text = nameOf(vm, name, 'getattr');
  if (!readsItself(vm, ref)) nameRead(vm, ref, name);
  const steps = otherwise === undefined ? attributeSteps(vm, ref, text) : findSteps(vm, ref, text);
  return (yield* seeking(vm, { text, name }, steps)) || vm.own(otherwise as number);
}

/** The attribute, or 0 when there is none (AttributeError). */
function* findSteps(vm: Interpreter, ref: number, name: string): Steps {
  if (!asksForAttribute(vm, ref, name)) return vm.findAttr(ref, name);
  try {
    return yield* attributeSteps(vm, ref, name);
  } catch (error) {
    if (vm.catches(error, 'AttributeError')) return 0;
    throw error;
  }
}

function* belongsToOne(
  vm: Interpreter,
  classes: readonly number[],
  ...[who, test]: [string, (one: number) => boolean | Steps<boolean>]
): Steps<boolean> {
  for (const one of classes) {
    vm.tick();
    if (yield* belongs(vm, one, who, test)) return true;
  }
  return false;
}

/** isinstance, issubclass: a class, or a tuple of them. */
function* belongs(
  vm: Interpreter,
  wanted: number,
  who: string,
  test: (one: number) => boolean | Steps<boolean>,
): Steps<boolean> {
  if (vm.isTuple(wanted)) {
    vm.nativeDepth.enter(who === 'isinstance' ? 'INSTANCE' : 'SUBCLASS', ROOM.CLASSES);
    try {
      return yield* belongsToOne(vm, vm.items(wanted), who, test);
    } finally {
      vm.nativeDepth.leave(ROOM.CLASSES);
    }
  }
  const members = unionMembers(vm, wanted);
  if (members !== null) return yield* belongsToOne(vm, members, who, test);
  if (vm.infoOf(wanted).name === 'GenericAlias')
    throw new PythonRaise('TypeError', `${who}() argument 2 cannot be a parameterized generic`);
  const hook = vm.special(wanted, who === 'isinstance' ? '__instancecheck__' : '__subclasscheck__');
  if (hook === 0 && !vm.isClass(wanted)) {
    const { classOrTuple, classOrClasses } = vm.words;
    throw new PythonRaise(
      'TypeError',
      `${who}() arg 2 must be ${who === 'isinstance' ? classOrTuple : classOrClasses}`,
    );
  }
  const answer = test(wanted);
  return typeof answer === 'boolean' ? answer : yield* answer;
}

/** Tuples in tuples in tuples, of which the steps find out. */
const DEEP = 8;

/** Does the metaclass of the class, or of one of several, say who belongs to it? */
function asksHook(vm: Interpreter, wanted: number, hook: string, nested = 0): boolean {
  if (vm.isTuple(wanted))
    return nested > DEEP || vm.items(wanted).some((one) => asksHook(vm, one, hook, nested + 1));
  return vm.override(wanted, hook) !== 0;
}

function isinstance(vm: Interpreter, ref: number, wanted: number): number {
  if (vm.classes.of(ref).ref === wanted) return vm.bool(true);
  const isPlain = vm.isClass(wanted) && vm.override(wanted, '__instancecheck__') === 0;
  return isPlain ? vm.bool(vm.isInstance(ref, wanted)) : vm.finish(isInstanceSteps(vm, [ref, wanted]));
}

function* isInstanceSteps(vm: Interpreter, [ref = 0, wanted = 0]: readonly number[]): Steps {
  // Nobody is asked where it is exactly of this class (PyObject_IsInstance).
  const exact = vm.classes.of(ref).ref;
  if (exact === wanted) return vm.bool(true);
  const steps = belongs(vm, wanted, 'isinstance', (one) => {
    if (exact === one) return true;
    const meta = vm.override(one, '__instancecheck__');
    return meta === 0 ? vm.isInstance(ref, one) : hookSteps(vm, meta, one, ref);
  });
  return vm.bool(yield* steps);
}

function* hookSteps(vm: Interpreter, hook: number, one: number, ref: number): Steps<boolean> {
  return yield* answerSteps(vm, yield* boundSteps(vm, hook, one, [ref]));
}

function* issubclass(vm: Interpreter, [ref = 0, wanted = 0]: readonly number[]): Steps {
  // What no class is asked about is looked at first (recursive_issubclass).
  const asksHook = vm.special(wanted, '__subclasscheck__') !== 0;
  if (!asksHook && !vm.isTuple(wanted) && !vm.isClass(wanted) && vm.classes.forObject(ref) === undefined)
    throw firstIsNoClass();
  const steps = belongs(vm, wanted, 'issubclass', (one) => {
    const meta = vm.override(one, '__subclasscheck__');
    return meta === 0 ? asksSubclass(vm, ref, one) : hookSteps(vm, meta, one, ref);
  });
  return vm.bool(yield* steps);
}

function firstIsNoClass(): PythonRaise {
  return new PythonRaise('TypeError', 'issubclass() arg 1 must be a class');
}

/** PyObject_IsSubclass of one class: it is asked itself where its metaclass says how. */
export function asksSubclass(vm: Interpreter, ref: number, one: number): boolean {
  const meta = vm.override(one, '__subclasscheck__');
  if (meta !== 0) return vm.guard(vm.callBound(meta, one, [ref]), (answer) => vm.truth(answer));
  const [type, base] = [vm.classes.forObject(ref), vm.classes.forObject(one)];
  if (type === undefined) throw firstIsNoClass();
  return base !== undefined && vm.isSubclass(type, base);
}

/** Its argument comes in a tuple, except in 3.12. */
function packedAlone(call: Native): Native {
  return (vm, args, keywords) => {
    if (args.length === 0 || !vm.rules.packsAlone) return call(vm, args, keywords);
    return vm.withTuple(args, () => call(vm, args, keywords));
  };
}

export const ATTRIBUTE_FUNCTIONS: Readonly<Record<string, NativeDefinition>> = {
  getattr: resumable(getattr, { args: [2, 3] }),
  setattr: resumable(
    function* (vm, [ref = 0, name = 0, value = 0]) {
      yield* storeSteps(vm, ref, internedName(vm, name), value);
      return vm.none();
    },
    { args: [3, 3] },
  ),
  delattr: resumable(
    function* (vm, [ref = 0, name = 0]) {
      yield* removeSteps(vm, ref, internedName(vm, name));
      return vm.none();
    },
    { args: [2, 2] },
  ),
  hasattr: resumable(
    function* (vm, [ref = 0, name = 0]) {
      const text = nameOf(vm, name, 'hasattr');
      if (!readsItself(vm, ref)) nameRead(vm, ref, name);
      const found = yield* seeking(vm, { text, name }, findSteps(vm, ref, text));
      if (found !== 0) vm.decref(found);
      return vm.bool(found !== 0);
    },
    { args: [2, 2] },
  ),
  isinstance: directNative(isinstance, {
    args: [2, 2],
    quietWhenWarm: true,
    steps: isInstanceSteps,
    directAsks: (vm, ref, wanted) =>
      vm.classes.of(ref).ref !== wanted && asksHook(vm, wanted, '__instancecheck__'),
  }),
  issubclass: resumable(issubclass, { args: [2, 2] }),
  callable: directNative((vm, ref) => vm.bool(isCallable(vm, ref)), { args: [1, 1] }),
  dir: resumable(
    (vm, args) =>
      args.length > 0 && vm.rules.packsAlone ? owning(vm, [vm.newTuple(args)], dir(vm, args)) : dir(vm, args),
    { args: [0, 1] },
  ),
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
