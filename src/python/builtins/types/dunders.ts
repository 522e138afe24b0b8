/**
 * The special methods that built-in classes have as attributes: `[].__len__`, `int.__add__`, `super().__eq__(other)`.
 *
 * The evaluator does not come here for operators of built-in values; these are for code that names them. Instances of subclasses are
 * taken as plain values, so that a method that overrides `__add__` can call the one that it overrides.
 */
import { hash64Of, hash64s, PythonRaise } from '../../../objects/index.ts';
import { takenByInit } from '../../eval/calls/native-arguments.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { unary } from '../../eval/instructions/ops-operators.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type Keywords,
  type NativeDefinition,
  type NativeSteps,
  type NativeTraits,
  NO_KEYWORDS,
  native,
  resumable,
  steppable,
} from '../../eval/native.ts';
import { compareNative, slotSteps } from '../../eval/operators/comparing.ts';
import { asksToIterate } from '../../eval/operators/iteration-steps.ts';
import { lengthOf } from '../../eval/operators/lengths.ts';
import { inplaceNative, nativeOperation, unsupported } from '../../eval/operators/operators.ts';
import { concatenate, repeat } from '../../eval/operators/sequence-operators.ts';
import { binarySign, COMPARISON_SIGNS } from '../../eval/operators/signs.ts';
import { nativeFormatObject } from '../../eval/texts/formatting.ts';
import { newSizedInt, plain, withPlain } from '../allocate.ts';
import { indexValue, strArgument } from '../arguments.ts';

export type Methods = Readonly<Record<string, NativeDefinition>>;

/** Does Python code define `__init__` for this class? Then making an object leaves it empty. */
export function overridesInit(vm: Interpreter, type: PyType): boolean {
  return type.dict !== 0 && vm.overrideIn(type, '__init__') !== 0;
}

/**
 * The call of a class whose objects are filled by `__init__`: at most one argument, unless Python code defines an `__init__` that takes
 * what it likes; then the object stays empty.
 */
export function containerCall(name: string, takesKeywords: boolean, call: NativeSteps): NativeDefinition {
  const checked: NativeSteps = (vm, args, keywords) => {
    const type = vm.classes.forObject(args[0] as number) as PyType;
    takenByInit(vm, type.ref, makesEmpty, () => {
      // PyArg_UnpackTuple of set_init takes the name of the class.
      const label = name === 'set' ? type.name : name;
      if (!takesKeywords) checkKeywords(vm, type, name, keywords);
      if (args.length > 2)
        throw new PythonRaise('TypeError', `${label} expected at most 1 argument, got ${args.length - 1}`);
    });
    return call(vm, args, keywords);
  };
  const makesEmpty = (vm: Interpreter, type: number): number => vm.finish(call(vm, [type], NO_KEYWORDS));
  return iteratingKeys(checked, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true, makesEmpty });
}

/** Is one of them of a class of the program's, whose methods may be asked? */
export function asksClass(vm: Interpreter, args: readonly number[]): boolean {
  for (const one of args) if (isOfProgram(vm, one)) return true;
  return false;
}

/** Is it an object of a class of Python code? 0 is nothing. */
export function isOfProgram(vm: Interpreter, ref: number): boolean {
  return ref !== 0 && vm.classes.of(ref).dict !== 0;
}

/** A native in steps that waits where its first argument after self is an iterable that asks Python code. */
export function iterating(steps: NativeSteps, traits: NativeTraits): NativeDefinition {
  const asks = (vm: Interpreter, [, source = 0]: readonly number[]): boolean =>
    source !== 0 && asksToIterate(vm, source);
  return resumable(steps, { ...traits, asks });
}

/** The same of what puts the items into a table, which asks them, too. */
export function iteratingKeys(steps: NativeSteps, traits: NativeTraits): NativeDefinition {
  const asks = (vm: Interpreter, [, source = 0]: readonly number[]): boolean =>
    source !== 0 && (vm.lines.watched || asksToIterate(vm, source));
  return resumable(steps, { ...traits, asks });
}

/** set_init takes keywords in no class, list_init in subclasses; from 3.11 in those that define `__new__` (list___init__). */
export function checkKeywords(vm: Interpreter, type: PyType, name: string, keywords: Keywords): void {
  if (keywords.size === 0) return;
  const refuses = vm.rules.subclassesRefuseKeywords && vm.overrideIn(type, '__new__') === 0;
  if (type.dict === 0 || name === 'set' || refuses)
    throw new PythonRaise('TypeError', `${name}() takes no keyword arguments`);
}

/** Fills a new object, which is dropped when that raises. */
export function inTheClass(vm: Interpreter, made: number, fill: () => void): number {
  try {
    fill();
  } catch (error) {
    vm.decref(made);
    throw error;
  }
  return made;
}

/** The same in steps. */
export function* filledBySteps(vm: Interpreter, made: number, fill: Steps<void>): Steps {
  try {
    yield* fill;
  } catch (error) {
    vm.decref(made);
    throw error;
  }
  return made;
}

/** A number knows no wider ones: they know it (CHECK_BINOP, CONVERT_TO_DOUBLE). */
const isForeign = (vm: Interpreter, self: number, other: number): boolean =>
  (vm.isInt(self) && !vm.isInt(other)) || (vm.isFloat(self) && !vm.isFloat(other) && !vm.isInt(other));

/** Comparison of values: NotImplemented where their types say nothing about each other. */
function comparison(operator: string): NativeDefinition {
  const call = (vm: Interpreter, [a = 0, b = 0]: readonly number[]): number => {
    if (isForeign(vm, a, b)) return vm.notImplemented();
    const answer = compareNative(vm, a, b, operator);
    if (answer !== null) return vm.bool(answer);
    return a === b && operator === '==' ? vm.bool(true) : vm.notImplemented();
  };
  function* steps(vm: Interpreter, [a = 0, b = 0]: readonly number[]): Steps {
    if (isForeign(vm, a, b)) return vm.notImplemented();
    const answer = yield* slotSteps(vm, a, b, operator);
    if (answer !== 0) return answer;
    return a === b && operator === '==' ? vm.bool(true) : vm.notImplemented();
  }
  return steppable(call, steps, { args: [1, 1] });
}

/** All six, which a class has whose objects compare in any way. */
export const COMPARISONS: Methods = Object.fromEntries(
  Object.entries(COMPARISON_SIGNS).map(([name, sign]) => [`__${name}__`, comparison(sign)]),
);

/** What the classes of C make of the two, whatever methods their own classes have; NotImplemented where these do not go together. */
const attempt = (vm: Interpreter, a: number, b: number, operator: string): number =>
  nativeOperation(vm, a, b, operator) || vm.notImplemented();

const asked = (vm: Interpreter, self: number, other: number, operate: () => number): number =>
  isForeign(vm, self, other) ? vm.notImplemented() : operate();

/** `__add__` and `__radd__` and so on for these operations. */
export function arithmetic(names: readonly string[], reflected = true): Methods {
  const methods: Record<string, NativeDefinition> = {};
  for (const name of names) {
    const operator = binarySign(name);
    methods[`__${name}__`] = native(
      (vm, [a = 0, b = 0]) => asked(vm, a, b, () => attempt(vm, a, b, operator)),
      {
        args: [1, name === 'pow' ? 2 : 1],
      },
    );
    if (reflected)
      methods[`__r${name}__`] = native(
        (vm, [a = 0, b = 0]) => asked(vm, a, b, () => attempt(vm, b, a, operator)),
        {
          args: [1, name === 'pow' ? 2 : 1],
        },
      );
  }
  return methods;
}

/** In-place operations as the class of C has them, whatever the object's own class has; NotImplemented where the two do not go together. */
export function inplace(names: readonly string[]): Methods {
  return Object.fromEntries(
    names.map((name) => [
      `__i${name}__`,
      native((vm, [a = 0, b = 0]) => inplaceNative(vm, a, b, binarySign(name)) || vm.notImplemented(), {
        args: [1, 1],
      }),
    ]),
  );
}

export function unaries(names: { readonly [name: string]: '-' | '+' | '~' }): Methods {
  return Object.fromEntries(
    Object.entries(names).map(([name, operator]) => [
      `__${name}__`,
      native((vm, [a = 0]) => vm.guard(plain(vm, a), (x) => unary(vm, x, operator))),
    ]),
  );
}

export const HASH: NativeDefinition = native((vm, [self = 0]) =>
  vm.guard(plain(vm, self), (value) => newSizedInt(vm, hash64s.hashToInt(hash64Of(vm.process, value)))),
);

/** `__format__` of str and numbers, whatever the object's own class makes of it. */
export const FORMAT: NativeDefinition = native(
  (vm, [self = 0, spec = 0]) => nativeFormatObject(vm, self, strArgument(vm, spec, '__format__() argument')),
  { args: [1, 1] },
);

export const LENGTH: NativeDefinition = native((vm, [self = 0]) =>
  vm.guard(plain(vm, self), (value) => vm.newInt(lengthOf(vm, value))),
);

const ITER: NativeDefinition = native((vm, [self = 0]) => iterPlain(vm, self));

/** iter() of the built-in class: exact objects keep their identity, so that changes while iterating are seen. */
function iterPlain(vm: Interpreter, self: number): number {
  if (vm.override(self, '__iter__') === 0) return vm.iter(self);
  return vm.guard(plain(vm, self), (value) => vm.iter(value));
}

const CONTAINS: NativeDefinition = native(
  (vm, [self = 0, item = 0]) => {
    if (vm.override(self, '__contains__') === 0 && vm.override(self, '__iter__') === 0)
      return vm.bool(vm.contains(self, item));
    return vm.guard(plain(vm, self), (value) => vm.bool(vm.contains(value, item)));
  },
  { args: [1, 1] },
);

const GET_ITEM: NativeDefinition = native(
  (vm, [self = 0, key = 0]) => vm.guard(plain(vm, self), (value) => vm.getItem(value, key)),
  { args: [1, 1] },
);

/** What every built-in container has. */
export const CONTAINER: Methods = { __len__: LENGTH, __iter__: ITER, __contains__: CONTAINS };

export interface SequenceTraits {
  readonly hashable: boolean;
}

/** sq_concat, which has no other operand to leave it to. */
function concat(vm: Interpreter, [a = 0, b = 0]: readonly number[]): number {
  const made = withPlain(vm, a, b, (x, y) => concatenate(vm, x, y));
  if (made === 0) throw unsupported(vm, a, b, '+');
  return made;
}

/** How often a sequence is repeated, of anything that has an `__index__` (wrap_indexargfunc); a new reference. */
const timesGiven = (vm: Interpreter, ref: number): number =>
  vm.isInt(ref) ? vm.own(ref) : vm.newInt(indexValue(vm, ref));

/** sq_repeat */
function times(vm: Interpreter, [a = 0, b = 0]: readonly number[]): number {
  const count = timesGiven(vm, b);
  return vm.guard(count, () => vm.guard(plain(vm, a), (sequence) => repeat(vm, sequence, count)));
}

/** sq_inplace_concat and sq_inplace_repeat of list and bytearray. */
export const SEQUENCE_IN_PLACE: Methods = {
  __iadd__: native(
    (vm, [a = 0, b = 0]) => {
      const same = inplaceNative(vm, a, b, '+');
      if (same === 0) throw unsupported(vm, a, b, '+');
      return same;
    },
    { args: [1, 1] },
  ),
  __imul__: native(
    (vm, [a = 0, b = 0]) => vm.guard(timesGiven(vm, b), (count) => inplaceNative(vm, a, count, '*')),
    { args: [1, 1] },
  ),
};

export function sequenceDunders({ hashable }: SequenceTraits): Methods {
  return {
    ...CONTAINER,
    ...COMPARISONS,
    ...(hashable ? { __hash__: HASH } : {}),
    __add__: native(concat, { args: [1, 1] }),
    __mul__: native(times, { args: [1, 1] }),
    __rmul__: native(times, { args: [1, 1] }),
    __getitem__: GET_ITEM,
  };
}

/** `%`: what it formats stands on the left, of the class whose method is asked. */
export const PERCENT: Methods = {
  __mod__: native((vm, [self = 0, values = 0]) => vm.binary(self, values, '%'), { args: [1, 1] }),
  __rmod__: native(
    (vm, [self = 0, format = 0]) =>
      vm.infoOf(format) === vm.infoOf(self) ? vm.binary(format, self, '%') : vm.notImplemented(),
    { args: [1, 1] },
  ),
};

/** tp_iternext, whatever `__next__` the object's own class has. */
function nativeNext(vm: Interpreter, self: number): number {
  const next = vm.nexts[vm.infoOf(self).id];
  return next === undefined ? vm.next(self) : next(vm, self);
}

/** An instance is its own iterator: `__iter__` and `__next__`. */
export const ITERATOR: Methods = {
  __iter__: native((vm, [self = 0]) => vm.own(self)),
  __next__: native((vm, [self = 0]) => {
    const item = nativeNext(vm, self);
    if (item === 0) vm.raise('StopIteration', []);
    return item;
  }),
};
