/**
 * Type variables in the arguments of list[T] and list[T] | int, and what stands in their places when such a thing is subscripted
 * (genericaliasobject.c:_Py_make_parameters, _Py_subs_parameters).
 */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';

/** What is subscripted: its arguments and the variables among them, borrowed. */
export interface Parameterized {
  readonly self: number;
  readonly args: readonly number[];
  readonly parameters: readonly number[];
}

/** A new tuple of the type variables in some arguments, each once, in the order in which they come. */
export function makeParameters(vm: Interpreter, args: readonly number[]): number {
  const found: number[] = [];
  const add = (one: number): void => {
    if (!found.some((known) => vm.equal(known, one))) found.push(one);
  };
  for (const arg of args) {
    if (vm.classes.forObject(arg) !== undefined) continue;
    if (isVariable(vm, arg)) add(arg);
    else for (const inner of parametersOf(vm, arg)) add(inner);
  }
  return vm.newTuple(found);
}

function isVariable(vm: Interpreter, ref: number): boolean {
  const subst = vm.findAttr(ref, '__typing_subst__');
  if (subst !== 0) vm.decref(subst);
  return subst !== 0;
}

/** Borrowed: the object that has them keeps its parameters. Those of a list or tuple are those of its items. */
function parametersOf(vm: Interpreter, ref: number): readonly number[] {
  const sequence = (vm.isTuple(ref) || vm.isList(ref)) && vm.rules.parametersInLists;
  const tuple = sequence ? makeParameters(vm, vm.items(ref)) : vm.findAttr(ref, '__parameters__');
  if (tuple === 0) return [];
  const inside = vm.isTuple(tuple) ? [...vm.items(tuple)] : [];
  vm.decref(tuple);
  return inside;
}

/** New references: the arguments, with what was given for the variables in their places. */
export function subsParameters(vm: Interpreter, whole: Parameterized, item: number): number[] {
  if (whole.parameters.length === 0)
    throw new PythonRaise('TypeError', vm.words.noTypeVariables(vm.repr(whole.self)));
  return vm.guard(prepared(vm, whole, item), (given) => {
    checkCount(vm, whole, vm.listSize(given));
    return substituted(vm, whole.args, { parameters: whole.parameters, given: vm.items(given) });
  });
}

/** A new tuple of what was given: a variable may ask for it in another form (`__typing_prepare_subst__`). */
function prepared(vm: Interpreter, whole: Parameterized, item: number): number {
  let given = vm.isTuple(item) ? vm.own(item) : vm.newTuple([item]);
  for (const parameter of whole.parameters) {
    const prepare = vm.findAttr(parameter, '__typing_prepare_subst__');
    if (prepare === 0) continue;
    const before = given;
    given = vm.guard(before, () => vm.guard(prepare, () => vm.call(prepare, [whole.self, before])));
  }
  return given;
}

function checkCount(vm: Interpreter, whole: Parameterized, actual: number): void {
  const expected = whole.parameters.length;
  if (actual !== expected)
    throw new PythonRaise('TypeError', vm.words.typeArgumentCount(vm.repr(whole.self), actual, expected));
}

interface Filling {
  readonly parameters: readonly number[];
  readonly given: readonly number[];
}

function substituted(vm: Interpreter, args: readonly number[], filling: Filling): number[] {
  const made: number[] = [];
  try {
    for (const arg of args) {
      const one = substitute(vm, arg, filling);
      if (isUnpacked(vm, arg) && vm.isTuple(one)) {
        made.push(...vm.items(one).map((inner) => vm.own(inner)));
        vm.decref(one);
      } else made.push(one);
    }
  } catch (error) {
    vm.dropAll(made);
    throw error;
  }
  return made;
}

function isUnpacked(vm: Interpreter, arg: number): boolean {
  if (vm.classes.forObject(arg) !== undefined) return false;
  const said = vm.findAttr(arg, '__typing_is_unpacked_typevartuple__');
  return said !== 0 && vm.guard(said, () => vm.truth(said));
}

/** A new reference. Up to 3.10 a variable did not look at what came into its place. */
function substitute(vm: Interpreter, arg: number, filling: Filling): number {
  if (vm.classes.forObject(arg) !== undefined) return vm.own(arg);
  const place = filling.parameters.findIndex((one) => one === arg || vm.equal(one, arg));
  if (place >= 0) {
    const given = filling.given[place] as number;
    return vm.rules.typeArgumentsChecked ? vm.callMethod(arg, '__typing_subst__', [given]) : vm.own(given);
  }
  const sequence = vm.rules.parametersInLists && (vm.isTuple(arg) || vm.isList(arg));
  if (sequence) {
    const items = substituted(vm, vm.items(arg), filling);
    return vm.isTuple(arg) ? vm.tupleOf(items) : vm.listOf(items);
  }
  return subscripted(vm, arg, filling);
}

/** An argument with variables of its own is subscripted with what is given for those. */
function subscripted(vm: Interpreter, arg: number, filling: Filling): number {
  const inner: number[] = [];
  for (const parameter of parametersOf(vm, arg)) {
    const place = filling.parameters.findIndex((one) => vm.equal(one, parameter));
    const given = place < 0 ? parameter : (filling.given[place] as number);
    if (vm.isTuple(given)) inner.push(...vm.items(given));
    else inner.push(given);
  }
  if (inner.length === 0) return vm.own(arg);
  return vm.guard(vm.newTuple(inner), (key) => vm.getItem(arg, key));
}
