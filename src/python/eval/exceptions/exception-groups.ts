/**
 * Groups of exceptions (exceptions.c, 3.11): taking them apart, and what `except*` does with them.
 *
 *   a group's fields beside those of every exception   | message | tuple of exceptions |
 */
import { lists, PythonRaise, sets } from '../../../objects/index.ts';
import { callObject } from '../calls/calls.ts';
import { ROOM } from '../calls/native-depth.ts';
import type { Interpreter } from '../interpreter.ts';
import { NO_KEYWORDS } from '../native.ts';
import { EXC, GROUP } from './exception-fields.ts';
import { isException, isExceptionClass } from './raise.ts';

export { GROUP };

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
        const { match, rest } = splitInner(vm, one, wanted, keepsRest);
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

function splitInner(vm: Interpreter, ...[group, wanted, keepsRest]: [number, Wanted, boolean]): Parts {
  vm.nativeDepth.enter('GROUP', ROOM.GROUP);
  try {
    return splitGroup(vm, group, wanted, keepsRest);
  } finally {
    vm.nativeDepth.leave(ROOM.GROUP);
  }
}

/** PyObject_CallMethod builds the argument in a tuple, as its format says ("(O)"). */
function callBuilt(vm: Interpreter, group: number, name: string, argument: number): number {
  return vm.withTuple([argument], () => vm.callMethod(group, name, [argument]));
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
  copyNotes(vm, group, made);
  return made;
}

/** Notes that are no sequence are left out. */
function copyNotes(vm: Interpreter, from: number, to: number): void {
  const notes = vm.findAttr(from, '__notes__');
  if (notes === 0) return;
  vm.guard(notes, () => {
    if (!vm.isList(notes) && !vm.isTuple(notes)) return;
    vm.guard(vm.newList(vm.items(notes)), (copy) => vm.setAttr(to, '__notes__', copy));
  });
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
    return { match: vm.withTuple([exception], (alone) => newGroup(vm, alone)), rest: 0 };
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

/** _PyExc_CreateExceptionGroup: of a tuple or list of exceptions. */
function newGroup(vm: Interpreter, exceptions: number): number {
  return vm.guard(vm.newStr(''), (text) => callGroup(vm, text, exceptions));
}

/** PyObject_CallObject with a tuple of both arguments, which the group keeps. */
export function callGroup(vm: Interpreter, message: number, exceptions: number): number {
  const { ref } = vm.classes.named('BaseExceptionGroup');
  const args = [message, exceptions];
  return vm.withTuple(args, (tuple) => callObject(vm, ref, { args, keywords: NO_KEYWORDS, tuple }));
}

/** The same exception further on its way, or a part of it: what is raised anew has other traces (is_same_exception_metadata). */
function isPartOf(vm: Interpreter, exception: number, whole: number): boolean {
  const places = [EXC.TRACEBACK, EXC.CAUSE, EXC.CONTEXT];
  return places.every((place) => vm.field(exception, place) === vm.field(whole, place));
}

/** collect_exception_group_leaf_ids */
function addLeaves(vm: Interpreter, exception: number, ids: number): void {
  if (!isGroup(vm, exception)) {
    vm.guard(idOf(vm, exception), (id) => sets.setAdd(vm.process, ids, id));
    return;
  }
  for (const one of vm.items(vm.field(exception, GROUP.EXCEPTIONS))) addLeaves(vm, one, ids);
}

function idOf(vm: Interpreter, exception: number): number {
  return vm.newInt(vm.process.addressOf(exception));
}

/** exception_group_projection: the part of a group that these exceptions are left of; 0 for nothing. */
function projection(vm: Interpreter, group: number, list: number): number {
  return vm.guard(sets.newSet(vm.process, vm.process.types.set), (ids) => {
    for (const one of vm.items(list)) addLeaves(vm, one, ids);
    const isLeft: Wanted = (one) =>
      !isGroup(vm, one) && vm.guard(idOf(vm, one), (id) => sets.setHas(vm.process, ids, id));
    return splitGroup(vm, group, isLeft, false).match;
  });
}

/** _PyExc_PrepReraiseStar: what goes on after the handlers of `original`, of which `all` lists what they raised or left; 0 for nothing. */
export function exceptionAfter(vm: Interpreter, original: number, all: number): number {
  const items = vm.items(all);
  const [first = vm.process.none] = items;
  if (items.length === 0 || !isGroup(vm, original)) return vm.isNone(first) ? 0 : vm.own(first);
  const raised = vm.newList();
  const left = vm.newList();
  try {
    for (const one of items.filter((each) => !vm.isNone(each)))
      lists.append(vm.process, isException(vm, one) && isPartOf(vm, one, original) ? left : raised, one);
    const rest = projection(vm, original, left);
    if (vm.listSize(raised) === 0) return rest;
    if (rest !== 0) vm.guard(rest, () => lists.append(vm.process, raised, rest));
    return vm.listSize(raised) === 1 ? vm.own(vm.itemAt(raised, 0)) : newGroup(vm, raised);
  } finally {
    vm.dropAll([raised, left]);
  }
}
