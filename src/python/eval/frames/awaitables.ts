/** Instructions that await: which iterator stands for an awaitable, and what asynchronous loops and managers ask for (genobject.c, ceval.c). */
import { PythonRaise } from '../../../objects/index.ts';
import { CodeFlag } from '../../compile/code-object.ts';
import { AWAITED } from '../../compile/opcodes.ts';
import { EXC, Thrown } from '../exceptions/raise.ts';
import type { OpTable } from '../instructions/handlers.ts';
import { matches } from '../instructions/ops-exceptions.ts';
import { peek, pop, push } from '../instructions/ops-names.ts';
import type { Interpreter } from '../interpreter.ts';
import { isIterator } from '../operators/iteration.ts';
import type { CodeRuntime } from './code-runtime.ts';
import type { Frame } from './frame.ts';
import { delegateOf } from './generator-throw.ts';

const typeError = (words: string): PythonRaise => new PythonRaise('TypeError', words);

function isCoroutine(vm: Interpreter, ref: number): boolean {
  return vm.infoOf(ref).name === 'coroutine';
}

const CO_AWAITABLE = CodeFlag.COROUTINE | CodeFlag.ITERABLE_COROUTINE;

/** A coroutine, or a generator that may be awaited as one (gen_is_coroutine; types.coroutine). */
function passesForCoroutine(vm: Interpreter, ref: number): boolean {
  if (vm.infoOf(ref).name !== 'generator') return isCoroutine(vm, ref);
  const { code } = vm.heap.payload(ref) as { code: number };
  return ((vm.codes.all[code] as CodeRuntime).code.flags & CodeFlag.ITERABLE_COROUTINE) !== 0;
}

/** _PyCoro_GetAwaitableIter: the iterator of an awaitable (borrowed), a new reference. */
export function awaitableIterator(vm: Interpreter, awaitable: number, refuse = cannotAwait): number {
  if (passesForCoroutine(vm, awaitable)) return vm.own(awaitable);
  const method = vm.special(awaitable, '__await__');
  if (method === 0) throw typeError(refuse(vm.typeName(awaitable)));
  const iterator = vm.callSpecial(method, awaitable);
  const isWrong = passesForCoroutine(vm, iterator);
  if (!isWrong && isIterator(vm, iterator)) return iterator;
  const words = isWrong
    ? '__await__() returned a coroutine'
    : `__await__() returned non-iterator of type '${vm.typeName(iterator)}'`;
  vm.decref(iterator);
  throw typeError(words);
}

const cannotAwait = (type: string): string => `object ${type} can't be used in 'await' expression`;

/** format_awaitable_error */
const REFUSALS: Readonly<Record<number, (type: string) => string>> = {
  [AWAITED.OPERAND]: cannotAwait,
  [AWAITED.ENTER]: (type) =>
    `'async with' received an object from __aenter__ that does not implement __await__: ${type}`,
  [AWAITED.EXIT]: (type) =>
    `'async with' received an object from __aexit__ that does not implement __await__: ${type}`,
};

function getAwaitable(vm: Interpreter, frame: Frame, what: number): void {
  const awaitable = pop(frame);
  const iterator = vm.guard(awaitable, () => awaitableIterator(vm, awaitable, REFUSALS[what]));
  const waiting = isCoroutine(vm, iterator) ? vm.generatorFrames.get(iterator) : undefined;
  if (waiting !== undefined && delegateOf(waiting) !== 0) {
    vm.decref(iterator);
    throw new PythonRaise('RuntimeError', 'coroutine is being awaited already');
  }
  push(frame, iterator);
}

/** `yield from`: a coroutine is iterated only by what is one itself. */
function getYieldFromIter(vm: Interpreter, frame: Frame): void {
  const iterable = pop(frame);
  const iterator = vm.guard(iterable, () => {
    if (!isCoroutine(vm, iterable)) return vm.iter(iterable);
    if ((frame.runtime.code.flags & CO_AWAITABLE) !== 0) return vm.own(iterable);
    throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
  });
  push(frame, iterator);
}

/** aiter(): what the object's `__aiter__` gives. */
function getAiter(vm: Interpreter, frame: Frame): void {
  const iterable = pop(frame);
  const iterator = vm.guard(iterable, () => {
    const method = vm.special(iterable, '__aiter__');
    if (method !== 0) return vm.callSpecial(method, iterable);
    throw typeError(`'async for' requires an object with __aiter__ method, got ${vm.typeName(iterable)}`);
  });
  if (vm.special(iterator, '__anext__') === 0) {
    const name = vm.typeName(iterator);
    vm.decref(iterator);
    throw typeError(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${name}`,
    );
  }
  push(frame, iterator);
}

function getAnext(vm: Interpreter, frame: Frame): void {
  const iterator = peek(frame, 1);
  const method = vm.special(iterator, '__anext__');
  if (method === 0)
    throw typeError(`'async for' requires an iterator with __anext__ method, got ${vm.typeName(iterator)}`);
  const awaitable = vm.callSpecial(method, iterator);
  push(
    frame,
    vm.guard(awaitable, () => fromAnext(vm, awaitable)),
  );
}

/** _PyErr_FormatFromCause: what is wrong with the awaitable is the cause. */
function fromAnext(vm: Interpreter, awaitable: number): number {
  try {
    return awaitableIterator(vm, awaitable);
  } catch (error) {
    const cause = vm.caught(error);
    const text = vm.newStr(
      `'async for' received an invalid object from __anext__: ${vm.typeName(awaitable)}`,
    );
    const exception = vm.guard(text, () => vm.newExceptionNamed('TypeError', [text]));
    vm.setField(exception, EXC.CAUSE, cause);
    vm.setField(exception, EXC.CONTEXT, vm.own(cause));
    vm.heap.setPayload(exception, { suppress: true });
    throw new Thrown(exception);
  }
}

function endAsyncFor(vm: Interpreter, frame: Frame): void {
  const exception = pop(frame);
  if (!matches(vm, exception, vm.classes.named('StopAsyncIteration').ref)) throw new Thrown(exception);
  vm.decref(exception);
  vm.decref(pop(frame));
}

function beforeAsyncWith(vm: Interpreter, frame: Frame): void {
  const manager = pop(frame);
  vm.guard(manager, () => {
    const enter = vm.special(manager, '__aenter__');
    const exit = vm.special(manager, '__aexit__');
    const [first, second] = vm.rules.asyncExitFirst
      ? ['__aexit__', '__aenter__']
      : ['__aenter__', '__aexit__'];
    const firstIsThere = (vm.rules.asyncExitFirst ? exit : enter) !== 0;
    if (enter === 0 || exit === 0) throw notManager(vm, manager, firstIsThere ? second : first);
    push(frame, vm.bind(exit, manager));
    push(frame, vm.callSpecial(enter, manager));
  });
}

function notManager(vm: Interpreter, manager: number, missing = ''): PythonRaise {
  if (!vm.rules.withRefusesByType) return new PythonRaise('AttributeError', missing);
  const detail = missing === '__aexit__' ? ' (missed __aexit__ method)' : '';
  return typeError(
    `'${vm.typeName(manager)}' object does not support the asynchronous context manager protocol${detail}`,
  );
}

export const AWAIT_OPS: OpTable = {
  GET_AWAITABLE: getAwaitable,
  GET_YIELD_FROM_ITER: getYieldFromIter,
  GET_AITER: getAiter,
  GET_ANEXT: getAnext,
  END_ASYNC_FOR: endAsyncFor,
  BEFORE_ASYNC_WITH: beforeAsyncWith,
  ASYNC_GEN_WRAP: (vm, frame) => push(frame, vm.wrapYielded(pop(frame))),
};
