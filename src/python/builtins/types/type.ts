/** type: classes as objects (typeobject.c). */

import { dicts, PythonRaise } from '../../../objects/index.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import { instanceSteps } from '../../eval/calls/class-calls.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { tupleOfBuiltIn } from '../../eval/classes/built-in-views.ts';
import { metaclassOf, newClass } from '../../eval/classes/class-build.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { orderList } from '../../eval/classes/method-order.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, type Keywords, native, resumable, type TypeDefinition } from '../../eval/native.ts';
import { stepsPackedUpTo } from '../arguments.ts';
import { TYPE_SLOTS } from './attribute-slots.ts';
import { basicSize, isBuiltIn, itemSize } from './basic-sizes.ts';
import { CLASS_NAMES, neverDeleted, refuseNull, refuseOfBuiltIn } from './class-names.ts';
import { arithmetic } from './dunders.ts';
import { offsetsOf } from './offsets.ts';
import { subclassList } from './subclass-list.ts';
import { setBases } from './type-bases.ts';

function asType(vm: Interpreter, ref: number): PyType {
  const type = vm.classes.forObject(ref);
  if (type === undefined)
    throw new PythonRaise(
      'TypeError',
      `descriptor requires a 'type' object but received a '${vm.typeName(ref)}'`,
    );
  return type;
}

function checkParts(vm: Interpreter, [name, bases, namespace]: readonly [number, number, number]): void {
  const parts: [number, boolean, string][] = [
    [name, vm.isStr(name), 'str'],
    [bases, vm.isTuple(bases), 'tuple'],
    [namespace, vm.isDict(namespace), 'dict'],
  ];
  for (const [at, [part, fits, wanted]] of parts.entries()) {
    if (fits) continue;
    const given = vm.typeName(part);
    throw new PythonRaise('TypeError', `type.__new__() argument ${at + 1} must be ${wanted}, not ${given}`);
  }
}

/** type(x), or type(name, bases, namespace). */
function* construct(vm: Interpreter, args: readonly number[], keywords: Keywords): Steps {
  const [self, first, bases, namespace] = args as [number, number, number | undefined, number | undefined];
  if (args.length === 2) return vm.own(vm.typeOf(first).ref);
  if (bases === undefined || namespace === undefined)
    throw new PythonRaise('TypeError', 'type() takes 1 or 3 arguments');
  checkParts(vm, [first, bases, namespace]);
  refuseNull(vm.text(first));
  const refs = vm.items(bases);
  const metaclass = metaclassOf(vm, asType(vm, self), refs);
  if (metaclass !== asType(vm, self) && vm.overrideIn(metaclass, '__new__') !== 0) {
    // A base's metaclass makes the class (type_new).
    const make = vm.getAttr(metaclass.ref, '__new__');
    const call = callSteps(vm, make, [metaclass.ref, first, bases, namespace], keywords);
    return yield* owning(vm, [make], call);
  }
  return yield* newClass(vm, { name: vm.text(first), nameRef: first, bases, namespace, metaclass, keywords });
}

/** type(x) needs a tuple of its argument no more since 3.10; to make a class always does. */
const askingNeedsTuple = stepsPackedUpTo(9, construct);
const makingNeedsTuple = stepsPackedUpTo(Number.MAX_SAFE_INTEGER, construct);

/** type_vectorcall counts the arguments of `type` itself, type.__new__ those of a metaclass. */
function called(vm: Interpreter, args: readonly number[], keywords: Keywords): Steps {
  const count = args.length - 1;
  if (asType(vm, args[0] as number).dict !== 0 && count !== 3)
    throw new PythonRaise('TypeError', `type.__new__() takes exactly 3 arguments (${count} given)`);
  if (count === 1 && keywords.size > 0) throw new PythonRaise('TypeError', vm.words.typeTakesNoKeywords);
  if (count !== 1 && count !== 3) throw new PythonRaise('TypeError', 'type() takes 1 or 3 arguments');
  return args.length === 2 ? askingNeedsTuple(vm, args, keywords) : makingNeedsTuple(vm, args, keywords);
}

const own = (vm: Interpreter, type: PyType, name: string): number => vm.classes.own(type, name);

/** What a class made by Python code keeps in its namespace. */
function store(vm: Interpreter, self: number, name: string, value: number): void {
  const type = refuseOfBuiltIn(vm, self, name);
  vm.classes.changed();
  vm.put(type.dict, name, vm.own(value));
}

/** A class without annotations gets an empty dict when somebody asks (type_get_annotations). */
const ANNOTATIONS: GetSet = {
  get: (vm, self) => {
    const type = asType(vm, self);
    if (type.dict === 0)
      throw new PythonRaise(
        'AttributeError',
        `type object '${type.name}' has no attribute '__annotations__'`,
      );
    if (own(vm, type, '__annotations__') === 0) vm.put(type.dict, '__annotations__', vm.newDict());
    return vm.own(own(vm, type, '__annotations__'));
  },
  set: (vm, self, value) => store(vm, self, '__annotations__', value),
  delete: (vm, self) => {
    const type = refuseOfBuiltIn(vm, self, '__annotations__');
    if (own(vm, type, '__annotations__') === 0) throw new PythonRaise('AttributeError', '__annotations__');
    vm.classes.changed();
    dicts.dictDelete(vm.process, type.dict, vm.process.internName('__annotations__'));
  },
};

/** type.__prepare__: a namespace for whatever class. */
const PREPARE = native((vm) => vm.newDict(), { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true });

export const TYPE: TypeDefinition = {
  name: 'type',
  construct: resumable(called, {
    args: [0, Number.MAX_SAFE_INTEGER],
    anyKeywords: true,
    quietWhenWarm: true,
    asks: (_vm, args) => args.length > 2,
  }),
  classMethods: { __prepare__: PREPARE },
  methods: {
    mro: native((vm, [self]) => orderList(vm, asType(vm, self as number))),
    ...TYPE_SLOTS,
    ...arithmetic(['or']),
    __call__: resumable(
      (vm, [self = 0, ...args], keywords) => {
        const tuple = vm.takeTuple();
        return instanceSteps(vm, asType(vm, self), { args, keywords, tuple }, true);
      },
      { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true },
    ),
    __init__: native((vm) => vm.none(), { args: [1, 3], anyKeywords: true }),
    __subclasses__: native((vm, [self]) => subclassList(vm, asType(vm, self as number))),
    __instancecheck__: native((vm, [self, ref]) => vm.bool(vm.isInstance(ref as number, self as number)), {
      args: [1, 1],
    }),
    __subclasscheck__: native(
      (vm, [self, ref]) => vm.bool(vm.isSubclass(asType(vm, ref as number), asType(vm, self as number))),
      { args: [1, 1] },
    ),
  },
  getsets: {
    ...CLASS_NAMES,
    __bases__: {
      get: (vm, self) =>
        isBuiltIn(vm, asType(vm, self))
          ? vm.own(tupleOfBuiltIn(vm, asType(vm, self), 'bases'))
          : vm.own(vm.field(self, 1)),
      set: (vm, self, value) => setBases(vm, refuseOfBuiltIn(vm, self, '__bases__'), value),
      delete: neverDeleted('__bases__'),
    },
    __base__: {
      get: (vm, self) =>
        isBuiltIn(vm, asType(vm, self))
          ? vm.own(asType(vm, self).bases[0]?.ref ?? vm.process.none)
          : vm.own(vm.field(self, 3) || vm.process.none),
      member: true,
    },
    __basicsize__: { get: (vm, self) => vm.newInt(basicSize(vm, asType(vm, self))), member: true },
    __itemsize__: { get: (vm, self) => vm.newInt(itemSize(vm, asType(vm, self))), member: true },
    __dictoffset__: { get: (vm, self) => vm.newInt(offsetsOf(vm, asType(vm, self)).dict), member: true },
    __weakrefoffset__: {
      get: (vm, self) => vm.newInt(offsetsOf(vm, asType(vm, self)).weakrefs),
      member: true,
    },
    __mro__: {
      get: (vm, self) =>
        isBuiltIn(vm, asType(vm, self))
          ? vm.own(tupleOfBuiltIn(vm, asType(vm, self), 'mro'))
          : vm.own(vm.field(self, 2)),
    },
    __dict__: { get: (vm, self) => vm.mappingProxy(asType(vm, self)) },
    __annotations__: ANNOTATIONS,
    __type_params__: {
      get: (vm, self) => vm.own(own(vm, asType(vm, self), '__type_params__') || vm.process.emptyTuple()),
      set: (vm, self, value) => store(vm, self, '__type_params__', value),
      delete: neverDeleted('__type_params__'),
    },
    __doc__: {
      get: (vm, self) => {
        const type = asType(vm, self);
        // What a built-in class has under this name describes its objects, not itself.
        return vm.own((type.dict === 0 ? 0 : own(vm, type, '__doc__')) || vm.process.none);
      },
      set: (vm, self, value) => store(vm, self, '__doc__', value),
      delete: neverDeleted('__doc__'),
    },
  },
};
