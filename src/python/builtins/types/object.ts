/** object: what every class inherits (typeobject.c). */
import { addressHash, hash64s, instances, newPlainObject, PythonRaise } from '../../../objects/index.ts';
import { attributeDict } from '../../eval/classes/attributes.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { keepClass, replaceDict, setClass, setDict } from '../../eval/classes/exchanging.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, native, resumable, type TypeDefinition } from '../../eval/native.ts';
import { differSteps } from '../../eval/operators/comparing.ts';
import { objectRepr } from '../../eval/texts/callable-repr.ts';
import { strArgument } from '../arguments.ts';
import { listNames } from '../functions/listing.ts';
import { OBJECT_SLOTS } from './attribute-slots.ts';
import { REDUCING } from './reducing.ts';
import { PLAIN_SIZEOF } from './sizing.ts';

/** object_new */
function construct(vm: Interpreter, args: readonly number[], keywords: Keywords): number {
  const type = vm.classes.forObject(args[0] as number) as PyType;
  if (args.length > 1 || keywords.size > 0) checkExcess(vm, type);
  if (type.layout === null) return newPlainObject(vm.process);
  const abstract = vm.classes.own(type, '__abstractmethods__');
  if (abstract !== 0 && vm.truth(abstract)) throw abstractError(vm, type.name, abstract);
  return instances.newInstance(vm.process, type.layout);
}

function abstractError(vm: Interpreter, name: string, abstract: number): PythonRaise {
  const names = vm.collect(abstract);
  const texts = names.map((one) => vm.text(one)).sort();
  vm.dropAll(names);
  return new PythonRaise('TypeError', vm.words.abstractClass(name, texts));
}

/** What is not the same object may still be equal: object says nothing then (object_richcompare). */
function differ(vm: Interpreter, self: number, other: number): number {
  return self === other ? vm.bool(false) : vm.notImplemented();
}

/** object___format___impl */
function format(vm: Interpreter, [self = 0, spec = 0]: readonly number[]): number {
  if (strArgument(vm, spec, '__format__() argument') === '') return vm.strObject(self);
  throw new PythonRaise('TypeError', `unsupported format string passed to ${vm.typeName(self)}.__format__`);
}

function subclassHook(vm: Interpreter, [, subclass = 0]: readonly number[]): number {
  const answer = (): number => vm.notImplemented();
  return vm.rules.subclassHookPacks ? vm.withTuple([subclass], answer) : answer();
}

/** object_init: arguments are too many unless the class has a `__new__` that takes them and no `__init__`. */
function init(vm: Interpreter, args: readonly number[], keywords: Keywords): number {
  if (args.length <= 1 && keywords.size === 0) return vm.none();
  const type = vm.typeOf(args[0] as number);
  const object = vm.classes.named('object');
  const tooMany = (owner: string): PythonRaise =>
    new PythonRaise(
      'TypeError',
      `${owner}.__init__() takes exactly one argument (the instance to initialize)`,
    );
  if (vm.classes.lookup(type, '__init__') !== vm.classes.lookup(object, '__init__')) throw tooMany('object');
  if (type.native === object && vm.overrideIn(type, '__new__') === 0) throw tooMany(type.name);
  return vm.none();
}

/** More arguments than the class are wrong, unless it is `__init__` that takes them. */
function checkExcess(vm: Interpreter, type: PyType): void {
  if (type.native !== vm.classes.named('object')) return;
  if (vm.overrideIn(type, '__new__') !== 0) {
    const words = 'object.__new__() takes exactly one argument (the type to instantiate)';
    throw new PythonRaise('TypeError', words);
  }
  if (vm.overrideIn(type, '__init__') === 0)
    throw new PythonRaise('TypeError', `${type.name}() takes no arguments`);
}

/** object says nothing of order. */
const UNORDERED = Object.fromEntries(
  ['__lt__', '__le__', '__gt__', '__ge__'].map((name) => [
    name,
    native((vm) => vm.notImplemented(), { args: [1, 1] }),
  ]),
);

export const OBJECT: TypeDefinition = {
  name: 'object',
  construct: native(construct, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
  methods: {
    __init__: native(init, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
    __repr__: native((vm, [self]) => vm.newStr(objectRepr(vm, self as number)), {}),
    __str__: native((vm, [self]) => vm.reprObject(self as number), {}),
    __format__: native(format, { args: [1, 1] }),
    __eq__: native((vm, [self, other]) => (self === other ? vm.bool(true) : vm.notImplemented()), {
      args: [1, 1],
    }),
    __ne__: resumable(
      function* (vm, [self = 0, other = 0]) {
        return (yield* differSteps(vm, self, other)) || differ(vm, self, other);
      },
      {
        args: [1, 1],
      },
    ),
    __hash__: native((vm, [self = 0]) => vm.newInt(hash64s.hashToInt(addressHash(vm.process, self)))),
    ...REDUCING,
    ...UNORDERED,
    __dir__: native((vm, [self = 0]) => listNames(vm, self)),
    ...OBJECT_SLOTS,
    __sizeof__: PLAIN_SIZEOF,
  },
  classMethods: {
    __init_subclass__: native((vm) => vm.none(), {}),
    __subclasshook__: native(subclassHook, { args: [1, 1] }),
  },
  getsets: {
    __class__: { get: (vm, self) => vm.own(vm.typeOf(self).ref), set: setClass, delete: keepClass },
    __dict__: { get: attributeDict, set: setDict, delete: (vm, self) => replaceDict(vm, self, 0) },
  },
};

/** `__weakref__` is in the namespace of the class that adds room for weak references: the first of them (subtype_getweakref). */
export function installWeakrefAttribute(vm: Interpreter): void {
  vm.getsets.push({ get: (one, self) => one.own(one.heap.weakrefs.of(self)[0] ?? one.process.none) });
  vm.getsetNames.push('__weakref__');
}
