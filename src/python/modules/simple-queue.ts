/** _queue (_queuemodule.c): a queue without bound. Up to 3.12 its items are in a list of its own, later in the queue itself. */
import { Annex, GC_HEAD_BYTES } from '../../heap/index.ts';
import { lists, PythonRaise } from '../../objects/index.ts';
import { allocate, classArgument } from '../builtins/allocate.ts';
import { indexValue } from '../builtins/arguments.ts';
import { CLASS_GET_ITEM } from '../builtins/types/generic-alias.ts';
import { Thrown } from '../eval/exceptions/raise.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';
import { classValue, type ModuleType } from './define-type.ts';
import { library } from './library.ts';
import { waitFor } from './time/clock.ts';

type Args = readonly number[];

/** Where in the annex the list is, or the first item. */
const FIRST = 1;

function parts(vm: Interpreter, self: number): number[] {
  return (vm.heap.annexes.of(self) as Annex).refs;
}

function size(vm: Interpreter, self: number): number {
  const refs = parts(vm, self);
  return vm.rules.simpleQueuesKeepList ? vm.length(refs[FIRST] as number) : refs.length - FIRST;
}

function put(vm: Interpreter, [self = 0, item = 0]: Args): number {
  const refs = parts(vm, self);
  if (vm.rules.simpleQueuesKeepList) lists.append(vm.process, refs[FIRST] as number, item);
  else refs.push(vm.own(item));
  return vm.none();
}

function takeFirst(vm: Interpreter, self: number): number {
  const refs = parts(vm, self);
  if (!vm.rules.simpleQueuesKeepList) return refs.splice(FIRST, 1)[0] as number;
  const list = refs[FIRST] as number;
  const zero = vm.newInt(0);
  return vm.guard(zero, () => vm.callMethod(list, 'pop', [zero]));
}

function empty(vm: Interpreter): never {
  const type = vm.readDict(vm.field(vm.modules.get('_queue') as number, 0), 'Empty');
  throw new Thrown(vm.call(type, []));
}

function secondsOf(vm: Interpreter, timeout: number): number {
  const seconds = vm.isFloat(timeout) ? vm.heap.number(timeout) : Number(indexValue(vm, timeout));
  if (seconds < 0) throw new PythonRaise('ValueError', "'timeout' must be a non-negative number");
  return seconds;
}

function get(vm: Interpreter, [self = 0, block = 0, timeout = 0]: Args): number {
  const waits = block === 0 || vm.truth(block);
  const isBounded = timeout !== 0 && !vm.isNone(timeout);
  const seconds = waits && isBounded ? secondsOf(vm, timeout) : 0;
  if (size(vm, self) > 0) return takeFirst(vm, self);
  if (waits && !isBounded)
    throw new PythonRaise('RuntimeError', 'this would wait for ever: a program here has one thread');
  waitFor(vm, seconds);
  return empty(vm);
}

function construct(vm: Interpreter, [ofClass = 0]: Args): number {
  const type = classArgument(vm, ofClass);
  const self = allocate(vm, type, vm.rules.typeSizes.SimpleQueue[0]);
  vm.fillFields(self, []);
  vm.heap.annexes.add(self, new Annex(vm.rules.simpleQueuesKeepList ? [0, vm.newList()] : [0]));
  vm.heap.track(self);
  return self;
}

const SIMPLE_QUEUE: ModuleType = {
  name: 'SimpleQueue',
  module: '_queue',
  heapSince: 10,
  traits: { weakrefs: true },
  bytes: (vm) => GC_HEAD_BYTES + vm.rules.typeSizes.SimpleQueue[0],
  construct: native(construct),
  methods: {
    put: native(put, { args: [1, 3], keywords: ['item', 'block', 'timeout'] }),
    put_nowait: native(put, { args: [1, 1], keywords: ['item'] }),
    get: native(get, { args: [0, 2], keywords: ['block', 'timeout'] }),
    get_nowait: native((vm, [self = 0]) => (size(vm, self) > 0 ? takeFirst(vm, self) : empty(vm))),
    qsize: native((vm, [self = 0]) => vm.newInt(size(vm, self))),
    empty: native((vm, [self = 0]) => vm.bool(size(vm, self) === 0)),
  },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  since: { __class_getitem__: 9 },
};

export const SIMPLE_QUEUES = library('_queue', 'class Empty(Exception):\n    pass\n', {
  values: { SimpleQueue: classValue(SIMPLE_QUEUE) },
});
