/**
 * _thread (_threadmodule.c) for a program that has one thread: who it is, and locks, which are never waited for, since nobody else could
 * let them go.
 */
import { GC_HEAD_BYTES } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../eval/native.ts';
import { addressText } from '../eval/texts/text.ts';
import { classValue, type ModuleType, moduleType } from './define-type.ts';
import { secondsOf, waitFor } from './time/clock.ts';

type Args = readonly number[];

/** What pthread_self() would be: an address of the thread's own. */
const MAIN_THREAD = 0x7f0000001000;
const PROCESS_ID = 4242;
const LOCK_BYTES = 40;
const RLOCK_BYTES = 48;

interface Held {
  count: number;
}

function held(vm: Interpreter, lock: number): Held {
  return vm.heap.payload(lock) as Held;
}

function wouldWait(vm: Interpreter): never {
  return vm.raise('RuntimeError', [
    vm.newStr('this would wait for ever: a program here has one thread, which holds the lock itself'),
  ]);
}

/** Seconds that it may wait, -1 for ever (lock_acquire_parse_args). */
function patience(vm: Interpreter, blocking: number, timeout: number): number {
  const waits = blocking === 0 || vm.truth(blocking);
  const seconds = timeout === 0 ? -1 : secondsOf(vm, timeout);
  if (!waits && seconds !== -1)
    throw new PythonRaise('ValueError', "can't specify a timeout for a non-blocking call");
  if (waits && seconds < 0 && seconds !== -1) throw new PythonRaise('ValueError', vm.words.lockTimeout);
  return waits ? seconds : 0;
}

function acquire(vm: Interpreter, [self = 0, blocking = 0, timeout = 0]: Args): number {
  const seconds = patience(vm, blocking, timeout);
  if (held(vm, self).count > 0) {
    if (seconds < 0) return wouldWait(vm);
    waitFor(vm, seconds);
    return vm.bool(false);
  }
  vm.heap.setPayload(self, { count: 1 });
  return vm.bool(true);
}

function release(vm: Interpreter, [self = 0]: Args): number {
  if (held(vm, self).count === 0) throw new PythonRaise('RuntimeError', 'release unlocked lock');
  vm.heap.setPayload(self, { count: 0 });
  return vm.none();
}

function acquireAgain(vm: Interpreter, [self = 0]: Args): number {
  vm.heap.setPayload(self, { count: held(vm, self).count + 1 });
  return vm.bool(true);
}

/** RLock._is_owned, _release_save and _acquire_restore: what a condition does with a lock that is taken several times. */
function saved(vm: Interpreter, self: number): number {
  const { count } = held(vm, self);
  if (count === 0) throw new PythonRaise('RuntimeError', 'cannot release un-acquired lock');
  vm.heap.setPayload(self, { count: 0 });
  const parts = [vm.newInt(count), vm.newInt(MAIN_THREAD)];
  return vm.guard(vm.newTuple(parts), (tuple) => {
    vm.dropAll(parts);
    return vm.own(tuple);
  });
}

function restore(vm: Interpreter, [self = 0, state = 0]: Args): number {
  vm.heap.setPayload(self, { count: vm.index(vm.items(state)[0] as number) });
  return vm.none();
}

const OWNED: Readonly<Record<string, NativeDefinition>> = {
  _is_owned: native((vm, [self = 0]) => vm.bool(held(vm, self).count > 0)),
  _release_save: native((vm, [self = 0]) => saved(vm, self)),
  _acquire_restore: native(restore, { args: [1, 1] }),
};

function releaseOne(vm: Interpreter, [self = 0]: Args): number {
  const { count } = held(vm, self);
  if (count === 0) throw new PythonRaise('RuntimeError', 'cannot release un-acquired lock');
  vm.heap.setPayload(self, { count: count - 1 });
  return vm.none();
}

const takes = (call: (vm: Interpreter, args: Args) => number): NativeDefinition =>
  native(call, { args: [0, 2], keywords: ['blocking', 'timeout'] });

function lockType(name: 'lock' | 'RLock'): ModuleType {
  const take = takes(name === 'lock' ? acquire : acquireAgain);
  const give = name === 'lock' ? release : releaseOne;
  return {
    name,
    module: '_thread',
    heapSince: 10,
    traits: (vm) => ({ weakrefs: true, gc: vm.rules.locksCollected }),
    bytes: (vm) => lockBytes(vm, name),
    construct: native((vm) => newLock(vm, name)),
    methods: {
      acquire: take,
      release: native(give),
      __enter__: take,
      __exit__: native(give, { args: [0, Number.MAX_SAFE_INTEGER], packs: true }),
      __repr__: native((vm, [self = 0]) => vm.newStr(shown(vm, name, self))),
      ...(name === 'lock'
        ? { locked: native((vm, [self = 0]) => vm.bool(held(vm, self).count > 0)) }
        : OWNED),
    },
  };
}

function shown(vm: Interpreter, name: string, self: number): string {
  const { count } = held(vm, self);
  const owner = name === 'lock' ? '' : ` owner=${count > 0 ? MAIN_THREAD : 0} count=${count}`;
  return `<${count > 0 ? 'locked' : 'unlocked'} _thread.${name} object${owner} at ${addressText(vm, self)}>`;
}

function lockBytes(vm: Interpreter, name: 'lock' | 'RLock'): number {
  return (name === 'lock' ? LOCK_BYTES : RLOCK_BYTES) + (vm.rules.locksCollected ? GC_HEAD_BYTES : 0);
}

function newLock(vm: Interpreter, name: 'lock' | 'RLock'): number {
  const type = moduleType(vm, name === 'lock' ? LOCK : RLOCK);
  const made = vm.newFields(type.info, lockBytes(vm, name), [0]);
  vm.heap.setPayload(made, { count: 0 });
  return made;
}

const LOCK = lockType('lock');
const RLOCK = lockType('RLock');

export const THREAD: ModuleDefinition = {
  name: '_thread',
  functions: {
    get_ident: native((vm) => vm.newInt(MAIN_THREAD)),
    get_native_id: native((vm) => vm.newInt(PROCESS_ID)),
    allocate_lock: native((vm) => newLock(vm, 'lock')),
    _count: native((vm) => vm.newInt(0)),
  },
  values: {
    LockType: classValue(LOCK),
    RLock: classValue(RLOCK),
    error: (vm) => vm.own(vm.classes.named('RuntimeError').ref),
    TIMEOUT_MAX: (vm) => vm.newFloat(9223372036.0),
  },
};
