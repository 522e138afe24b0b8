/** Instructions for raising, handling and `with`. */

import { PythonRaise } from '../../../objects/index.ts';
import { callSteps } from '../calls/call-steps.ts';
import { owning, runSteps, type Steps, type Then } from '../calls/waiting.ts';
import type { PyType } from '../classes/class-table.ts';
import { exceptionAfter, matchGroup } from '../exceptions/exception-groups.ts';
import { beginHandling, endHandling, topmostHandled } from '../exceptions/handled.ts';
import { consuming, EXC, isException, isExceptionClass, linkContext, Thrown } from '../exceptions/raise.ts';
import { raiseHere } from '../exceptions/unwinding.ts';
import { dropLast } from '../frames/finalizing.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import type { OpTable } from './handlers.ts';
import { peek, pop, push } from './ops-names.ts';

/** What `raise x` means: an instance, or a class that is called; takes x over. */
export function* exceptionToRaise(
  vm: Interpreter,
  value: number,
  refusal = 'exceptions must derive from BaseException',
): Steps {
  const asClass = vm.classes.forObject(value);
  if (asClass !== undefined && isExceptionClass(vm, asClass)) {
    const made = yield* owning(vm, [value], callSteps(vm, value, []));
    if (isException(vm, made)) return made;
    const name = vm.typeName(made);
    vm.decref(made);
    throw new PythonRaise(
      'TypeError',
      `calling ${vm.repr(value)} should have returned an instance of BaseException, not <class '${name}'>`,
    );
  }
  if (isException(vm, value)) return value;
  vm.decref(value);
  throw new PythonRaise('TypeError', refusal);
}

function raiseVarargs(vm: Interpreter, frame: Frame, arg: number): void {
  if (arg === 0) {
    const handled = topmostHandled(vm);
    if (handled === 0) throw new PythonRaise('RuntimeError', 'No active exception to reraise');
    return raiseHere(vm, new Thrown(vm.own(handled)));
  }
  const cause = arg === 2 ? pop(frame) : 0;
  const value = pop(frame);
  if (cause === 0 && isException(vm, value)) return raiseObject(vm, value);
  runSteps(vm, raising(vm, value, cause), raiseObject);
}

/** Takes the exception over. */
function raiseObject(vm: Interpreter, exception: number): void {
  linkContext(vm, exception);
  raiseHere(vm, new Thrown(exception));
}

/** The exception that is raised; `cause` is 0 where none was given. Takes both over. */
function* raising(vm: Interpreter, value: number, cause: number): Steps {
  let exception = 0;
  try {
    exception = yield* exceptionToRaise(vm, value);
    if (cause !== 0) setCause(vm, exception, cause);
    return exception;
  } catch (error) {
    return consuming(vm, [exception, cause], () => {
      throw error;
    });
  }
}

/** raise ... from cause; None hides the context. */
function setCause(vm: Interpreter, exception: number, cause: number): void {
  vm.heap.setPayload(exception, { ...(vm.heap.payload(exception) as object | undefined), suppress: true });
  if (vm.isNone(cause)) {
    vm.decref(cause);
    return vm.setField(exception, EXC.CAUSE, 0);
  }
  const asClass = vm.classes.forObject(cause);
  const isClass = asClass !== undefined && isExceptionClass(vm, asClass);
  if (!isClass && !isException(vm, cause))
    throw new PythonRaise('TypeError', 'exception causes must derive from BaseException');
  if (!isClass) return vm.setField(exception, EXC.CAUSE, cause);
  vm.setField(exception, EXC.CAUSE, vm.call(cause, []));
  vm.decref(cause);
}

/** Does an exception match `except type`? A tuple matches by any of its items, all of which are looked at first. */
export function matches(vm: Interpreter, exception: number, wanted: number): boolean {
  const of = vm.classes.of(exception);
  if (!vm.isTuple(wanted)) return vm.isSubclass(of, exceptionClass(vm, wanted));
  const types = vm.items(wanted).map((one) => exceptionClass(vm, one));
  return types.some((type) => vm.isSubclass(of, type));
}

/** Each of a tuple has to be a class of exceptions itself (check_except_type_valid). */
function exceptionClass(vm: Interpreter, wanted: number): PyType {
  const type = vm.classes.forObject(wanted);
  if (type !== undefined && isExceptionClass(vm, type)) return type;
  throw new PythonRaise(
    'TypeError',
    'catching classes that do not inherit from BaseException is not allowed',
  );
}

/** Both methods are looked up and bound before either is called (_PyObject_LookupSpecial). */
function beforeWith(vm: Interpreter, frame: Frame): void {
  const manager = pop(frame);
  const boundEnter = consuming(vm, [manager], () => {
    const bound = bindSpecial(vm, manager, '__enter__');
    try {
      push(frame, bindSpecial(vm, manager, '__exit__'));
    } catch (error) {
      vm.decref(bound);
      throw error;
    }
    return bound;
  });
  runSteps(vm, owning(vm, [boundEnter], callSteps(vm, boundEnter, [])), pushAnswer);
}

const pushAnswer: Then = (vm, answer) => push(vm.frame as Frame, answer);

function bindSpecial(vm: Interpreter, manager: number, name: string): number {
  const method = vm.special(manager, name);
  if (method === 0) throw notManager(vm, manager, name);
  return vm.bind(method, manager);
}

function notManager(vm: Interpreter, manager: number, missing: string): PythonRaise {
  const type = vm.typeName(manager);
  if (!vm.rules.withRefusesByType) return new PythonRaise('AttributeError', missing);
  const detail = missing === '__exit__' ? ' (missed __exit__ method)' : '';
  return new PythonRaise(
    'TypeError',
    `'${type}' object does not support the context manager protocol${detail}`,
  );
}

/** | exit | lasti | previous | exc |: exit is called with the exception's class, the exception and its traceback. */
function withExceptStart(vm: Interpreter, frame: Frame): void {
  const exception = peek(frame, 1);
  const exit = peek(frame, 4);
  const traceback = vm.field(exception, EXC.TRACEBACK) || vm.process.none;
  const args = [vm.classes.of(exception).ref, exception, traceback];
  const held = vm.rules.tracebackOnStack ? [vm.own(traceback)] : [];
  runSteps(vm, owning(vm, held, callSteps(vm, exit, args)), pushAnswer);
}

export const EXCEPTION_OPS: OpTable = {
  RAISE_VARARGS: raiseVarargs,
  RERAISE: (vm, frame) => raiseHere(vm, new Thrown(pop(frame))),
  PUSH_EXC_INFO: (vm, frame) => {
    const exception = pop(frame);
    push(frame, beginHandling(vm, exception) || vm.none());
    push(frame, exception);
  },
  CHECK_EXC_MATCH: (vm, frame) => {
    const matched = vm.bool(matches(vm, peek(frame, 2), peek(frame, 1)));
    const { slots, sp } = frame;
    const wanted = slots[sp - 1] as number;
    slots[sp - 1] = matched;
    vm.decref(wanted);
  },
  CHECK_EG_MATCH: (vm, frame) => {
    const wanted = pop(frame);
    const { match, rest } = vm.guard(wanted, () => matchGroup(vm, peek(frame, 1), wanted));
    if (match === 0 && !vm.rules.restStandsUnmatched) {
      if (rest !== 0) vm.decref(rest);
      push(frame, vm.none());
      return;
    }
    vm.decref(pop(frame));
    push(frame, rest || vm.none());
    push(frame, match === 0 ? vm.none() : match);
    if (match === 0) return;
    const old = vm.handled.exception;
    vm.handled.exception = vm.own(match);
    if (old !== 0) vm.decref(old);
  },
  PREP_RERAISE_STAR: (vm, frame) => {
    const after = exceptionAfter(vm, peek(frame, 2), peek(frame, 1));
    vm.decref(pop(frame));
    vm.decref(pop(frame));
    push(frame, after || vm.none());
  },
  POP_EXCEPT: (vm, frame) => {
    const previous = pop(frame);
    if (vm.isNone(previous)) vm.decref(previous);
    dropLast(vm, endHandling(vm, vm.isNone(previous) ? 0 : previous));
  },
  BEFORE_WITH: beforeWith,
  WITH_EXCEPT_START: withExceptStart,
};
