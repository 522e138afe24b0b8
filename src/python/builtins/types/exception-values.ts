/** What built-in exceptions keep in fields of their own, as attributes, and the `__init__` that fills them (exceptions.c, members). */
import { PythonRaise } from '../../../objects/index.ts';
import { checkInitKeywords } from '../../eval/calls/calls.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { type ExceptionNumbers, numbersOf, setNumbers } from '../../eval/exceptions/filling.ts';
import { bareException, EXC, fillException, newException } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, type Keywords, type NativeDefinition, native } from '../../eval/native.ts';

/** T_OBJECT: None where there is nothing. */
export function kept(place: number): GetSet {
  return {
    get: (vm, self) => vm.own(vm.field(self, place) || vm.process.none),
    set: (vm, self, value) => vm.setField(self, place, vm.own(value)),
    delete: (vm, self) => vm.setField(self, place, 0),
    member: true,
  };
}

/** T_PYSSIZET */
export function keptNumber(name: keyof ExceptionNumbers): GetSet {
  return {
    get: (vm, self) => vm.newInt(numbersOf(vm, self)[name] ?? 0),
    set: (vm, self, value) => {
      if (!vm.isInt(value)) throw new PythonRaise('TypeError', 'an integer is required');
      setNumbers(vm, self, { [name]: Number(vm.int(value)) });
    },
    delete: () => {
      throw new PythonRaise('TypeError', "can't delete numeric/char attribute");
    },
    member: true,
  };
}

/** Which keywords `__init__` takes, and the fields that keep them. */
export interface ExceptionKeywords {
  readonly fields: Readonly<Record<string, number>>;
  /** Those that are younger than 3.8, with the second number of the version that brought them. */
  readonly since?: Readonly<Record<string, number>>;
}

function keywordsOf(vm: Interpreter, { fields, since = {} }: ExceptionKeywords): string[] {
  return Object.keys(fields).filter((name) => vm.minor >= (since[name] ?? 0));
}

const NO_FIELDS: ExceptionKeywords = { fields: {} };

/** Does a program's `__init__` fill it? Then `__new__` keeps the arguments alone. */
export function isFilledElsewhere(vm: Interpreter, type: PyType): boolean {
  return type.dict !== 0 && vm.overrideIn(type, '__init__') !== 0;
}

/** Calling the class: tp_new and tp_init in one, where the class has no `__init__` of a program. */
export function exceptionConstruct(name: string, taken = NO_FIELDS): NativeDefinition {
  return native(
    (vm, given, keywords) => {
      const type = vm.classes.forObject(given[0] ?? 0) ?? vm.classes.named(name);
      const args = given.slice(1);
      const tuple = vm.takeTuple();
      if (isFilledElsewhere(vm, type)) return bareException(vm, type, args, tuple);
      const made = newException(vm, type, args, tuple);
      keepKeywords(vm, made, taken, keywords);
      return made;
    },
    { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true, initKeywords: (vm) => keywordsOf(vm, taken) },
  );
}

/** `__init__`: the arguments, and what the class makes of them and of its keywords. */
export function exceptionInit(taken = NO_FIELDS): NativeDefinition {
  return native(
    (vm, [self = 0, ...args], keywords) => {
      const type = vm.classes.of(self);
      checkInitKeywords(vm, type, keywords);
      const tuple = vm.takeTuple();
      vm.setField(self, EXC.ARGS, tuple === 0 ? vm.newTuple(args) : vm.own(tuple));
      fillException(vm, self, args);
      keepKeywords(vm, self, taken, keywords);
      return vm.none();
    },
    { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true },
  );
}

function keepKeywords(
  vm: Interpreter,
  exception: number,
  { fields }: ExceptionKeywords,
  keywords: Keywords,
): void {
  if (keywords.size === 0) return;
  for (const [name, value] of keywords) {
    const place = fields[name];
    if (place !== undefined) vm.setField(exception, place, vm.own(value));
  }
}
