/**
 * Groups of exceptions (exceptions.c, 3.11): taking them apart, and what `except*` does with them.
 *
 *   a group's fields beside those of every exception   | message | tuple of exceptions |
 */
import { lists, PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { EXC, isException, isExceptionClass } from './raise.ts';

export const GROUP = { MESSAGE: EXC.A, EXCEPTIONS: EXC.B } as const;

export function isGroup(vm: Interpreter, ref: number): boolean {
  return vm.isInstanceOf(ref, 'BaseExceptionGroup');
}

/** Which exceptions are wanted; of a group that is wanted as a whole nothing is asked. */
export type Wanted = (exception: number) => boolean;

/** Both owned, 0 for none. */
export interface Parts {
  readonly match: number;
  readonly rest: number;
}

/** exceptiongroup_split_recursive */
export function splitGroup(vm: Interpreter, group: number, wanted: Wanted, keepsRest: boolean): Parts {
  if (wanted(group)) return { match: vm.own(group), rest: 0 };
  const matching = vm.newList();
  const others = keepsRest ? vm.newList() : 0;
  try {
    for (const one of vm.items(vm.field(group, GROUP.EXCEPTIONS))) {
      if (isGroup(vm, one)) {
        const { match, rest } = splitGroup(vm, one, wanted, keepsRest);
        for (const [part, list] of [
          [match, matching],
          [rest, others],
        ] as const) {
          if (part !== 0 && list !== 0) lists.append(vm.process, list, part);
          if (part !== 0) vm.decref(part);
        }
      } else if (wanted(one)) lists.append(vm.process, matching, one);
      else if (others !== 0) lists.append(vm.process, others, one);
    }
    const match = subset(vm, group, matching);
    const rest = others === 0 ? 0 : subset(vm, group, others);
    return { match, rest };
  } finally {
    vm.dropAll([matching, others]);
  }
}

/** PyObject_CallMethod builds the argument in a tuple where its format says so. */
function callBuilt(vm: Interpreter, group: number, name: string, argument: number): number {
  const call = (): number => vm.callMethod(group, name, [argument]);
  return vm.rules.groupMethodsThroughTuple ? vm.withTuple([argument], call) : call();
}

/** exceptiongroup_subset: a group like this one of only these exceptions, made by its method `derive`; 0 of none. */
function subset(vm: Interpreter, group: number, list: number): number {
  if (vm.listSize(list) === 0) return 0;
  const made = callBuilt(vm, group, 'derive', list);
  if (!isGroup(vm, made)) {
    vm.decref(made);
    throw new PythonRaise('TypeError', 'derive must return an instance of BaseExceptionGroup');
  }
  for (const place of [EXC.TRACEBACK, EXC.CONTEXT, EXC.CAUSE]) {
    const value = vm.field(group, place);
    if (value !== 0) vm.setField(made, place, vm.own(value));
  }
  const notes = vm.field(group, EXC.NOTES);
  if (notes !== 0 && (vm.isList(notes) || vm.isTuple(notes)))
    vm.setField(made, EXC.NOTES, vm.newList(vm.items(notes)));
  return made;
}

/** A class of exceptions, or a tuple of them, or 0. */
export function exceptionClasses(vm: Interpreter, wanted: number): readonly number[] | null {
  const each = vm.isTuple(wanted) ? vm.items(wanted) : [wanted];
  const areClasses = each.every((one) => {
    const type = vm.classes.forObject(one);
    return type !== undefined && isExceptionClass(vm, type);
  });
  return areClasses ? each : null;
}

function ofClasses(vm: Interpreter, classes: readonly number[]): Wanted {
  return (exception) => classes.some((one) => vm.isInstance(exception, one));
}

/** The classes of `except* wanted`, checked (check_except_star_type_valid). */
function starClasses(vm: Interpreter, wanted: number): readonly number[] {
  const classes = exceptionClasses(vm, wanted);
  if (classes === null)
    throw new PythonRaise(
      'TypeError',
      'catching classes that do not inherit from BaseException is not allowed',
    );
  const group = vm.classes.named('BaseExceptionGroup');
  for (const one of classes) {
    const type = vm.classes.forObject(one);
    if (type !== undefined && vm.isSubclass(type, group))
      throw new PythonRaise(
        'TypeError',
        'catching ExceptionGroup with except* is not allowed. Use except instead.',
      );
  }
  return classes;
}

/** exception_group_match: what `except*` takes of an exception, in a group in any case, and what it leaves. */
export function matchGroup(vm: Interpreter, exception: number, wanted: number): Parts {
  const classes = starClasses(vm, wanted);
  if (vm.isNone(exception)) return { match: 0, rest: 0 };
  const isWanted = ofClasses(vm, classes);
  if (isWanted(exception)) {
    if (isGroup(vm, exception)) return { match: vm.own(exception), rest: 0 };
    return { match: newGroup(vm, '', [exception]), rest: 0 };
  }
  if (!isGroup(vm, exception)) return { match: 0, rest: vm.own(exception) };
  const pair = callBuilt(vm, exception, 'split', wanted);
  return vm.guard(pair, () => {
    if (!vm.isTuple(pair) || vm.listSize(pair) !== 2)
      throw new PythonRaise('TypeError', `${vm.typeName(exception)}.split must return a 2-tuple`);
    const [match = 0, rest = 0] = vm.items(pair).map((one) => (vm.isNone(one) ? 0 : vm.own(one)));
    return { match, rest };
  });
}

/** _PyExc_CreateExceptionGroup */
function newGroup(vm: Interpreter, message: string, exceptions: readonly number[]): number {
  const text = vm.newStr(message);
  const tuple = vm.newTuple(exceptions);
  try {
    return vm.call(vm.classes.named('ExceptionGroup').ref, [text, tuple]);
  } finally {
    vm.dropAll([text, tuple]);
  }
}

/** As `newGroup`, of a list of exceptions some of which may be no Exception. */
function groupOfList(vm: Interpreter, list: number): number {
  const text = vm.newStr('');
  return vm.guard(text, () => vm.call(vm.classes.named('BaseExceptionGroup').ref, [text, list]));
}

/** The same exception further on its way, or a part of it: what is raised anew has other traces (is_same_exception_metadata). */
function isPartOf(vm: Interpreter, exception: number, whole: number): boolean {
  const places = [EXC.NOTES, EXC.TRACEBACK, EXC.CAUSE, EXC.CONTEXT];
  return places.every((place) => vm.field(exception, place) === vm.field(whole, place));
}

function leaves(vm: Interpreter, exception: number, into: Set<number>): void {
  if (!isGroup(vm, exception)) {
    into.add(exception);
    return;
  }
  for (const one of vm.items(vm.field(exception, GROUP.EXCEPTIONS))) leaves(vm, one, into);
}

/** _PyExc_PrepReraiseStar: what goes on after the handlers of `original`, of which `raised` lists what they raised or left; 0 for nothing. */
export function exceptionAfter(vm: Interpreter, original: number, raised: number): number {
  const all = vm.items(raised).filter((one) => !vm.isNone(one));
  if (!isGroup(vm, original)) return all[0] === undefined ? 0 : vm.own(all[0]);
  const again = all.filter((one) => isException(vm, one) && isPartOf(vm, one, original));
  const anew = all.filter((one) => !again.includes(one));
  const kept = new Set<number>();
  for (const one of again) leaves(vm, one, kept);
  const rest = again.length === 0 ? 0 : splitGroup(vm, original, (one) => kept.has(one), false).match;
  if (anew.length === 0) return rest;
  if (anew.length === 1 && rest === 0) return vm.own(anew[0] as number);
  const list = vm.newList(rest === 0 ? anew : [...anew, rest]);
  if (rest !== 0) vm.decref(rest);
  return vm.guard(list, () => groupOfList(vm, list));
}
