/** functools.reduce and cmp_to_key (_functoolsmodule.c). Fields of a key: | function | object | */
import { GC_HEAD_BYTES, REFCNT } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { makeUnhashable } from '../../builtins/types/hashing.ts';
import { emptyTuple, refillTuple } from '../../builtins/types/list-fill.ts';
import { callSteps, objectSteps } from '../../eval/calls/call-steps.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, NO_KEYWORDS, native, resumable } from '../../eval/native.ts';
import { compareSteps } from '../../eval/operators/comparing.ts';
import { iterOrSteps, nextAtOnce, nextSteps } from '../../eval/operators/iteration-steps.ts';
import { answerSteps } from '../../eval/operators/truth.ts';
import { ANY, type ModuleType, moduleType, openField } from '../define-type.ts';

type Args = readonly number[];

function* reduce(vm: Interpreter, [func = 0, iterable = 0, initial]: Args): Steps {
  const iterator = yield* iterOrSteps(vm, iterable, 'reduce() arg 2 must support iteration');
  let result = initial === undefined ? 0 : vm.own(initial);
  // The pair of arguments is made once for all calls, unless one keeps it, and holds those of the last call until the next one.
  let pair = emptyTuple(vm, 2);
  try {
    for (;;) {
      vm.tick();
      let item = nextAtOnce(vm, iterator);
      if (item < 0) item = yield* nextSteps(vm, iterator);
      if (item === 0) break;
      vm.tick();
      if (result === 0) {
        result = item;
        continue;
      }
      const args = [result, item];
      refillTuple(vm, pair, args);
      result = 0;
      result = yield* objectSteps(vm, func, { args, keywords: NO_KEYWORDS, tuple: pair });
      if ((vm.heap.words[pair + REFCNT] as number) === 1) continue;
      vm.decref(pair);
      pair = emptyTuple(vm, 2);
    }
  } catch (error) {
    vm.dropAll([result]);
    throw error;
  } finally {
    vm.dropAll([pair, iterator]);
  }
  if (result === 0) throw new PythonRaise('TypeError', vm.rules.reduceOfNothing);
  return result;
}

export const REDUCE = resumable(reduce, { args: [2, 3], packs: true });

const KEY_BYTES = 32;
const KEY = { FUNC: 0, OBJECT: 1 } as const;

const KEY_TYPE: ModuleType = {
  name: 'KeyWrapper',
  module: 'functools',
  heapSince: 10,
  traits: (vm) => ({ gc: vm.rules.keyWrapperCollected }),
  bytes: (vm) => keyBytes(vm),
  methods: {
    __call__: native(callKey, { args: ANY, anyKeywords: true }),
  },
  getsets: { obj: openField(KEY.OBJECT) },
  setup: (vm, type) => {
    vm.waitingComparers[type.info.id] = { steps: compareKeys, watchedOnly: false };
    vm.comparers[type.info.id] = (it, a, b, operator) => it.finish(compareKeys(it, a, b, operator));
    makeUnhashable(vm, type);
    if (vm.rules.keyWrapperUnready) leaveUnready(vm, type.info.id);
  },
};

/** What the readied class is made of besides its dict and the tuple of its mro: its bases, the descriptors in it. */
const READIED_OBJECTS = 11;

/** Up to 3.9 nobody readies the class before an attribute of its objects is read (PyObject_GenericGetAttr), and till then none can be set. */
function leaveUnready(vm: Interpreter, typeId: number): void {
  vm.unreadyTypes.set(typeId, 'functools.KeyWrapper');
  vm.getters[typeId] = () => {
    vm.getters[typeId] = undefined;
    vm.unreadyTypes.delete(typeId);
    vm.startObjects.make(READIED_OBJECTS);
    vm.newDict();
    vm.newTuple([vm.process.none, vm.process.none]);
    return 0;
  };
}

/** keyobject_call: in words of its own, by the name `K`. */
function callKey(vm: Interpreter, [self = 0, ...args]: Args, keywords: Keywords): number {
  const given = args.length + keywords.size;
  if (given > 1) {
    const what = args.length === 0 ? 'keyword argument' : 'argument';
    throw new PythonRaise('TypeError', `K() takes at most 1 ${what} (${given} given)`);
  }
  const object = args[0] ?? keywords.get('obj');
  if (object === undefined) throw new PythonRaise('TypeError', "K() missing required argument 'obj' (pos 1)");
  return newKey(vm, vm.field(self, KEY.FUNC), object);
}

function keyBytes(vm: Interpreter): number {
  return KEY_BYTES + (vm.rules.keyWrapperCollected ? GC_HEAD_BYTES : 0);
}

function newKey(vm: Interpreter, func: number, object: number): number {
  return vm.newFields(moduleType(vm, KEY_TYPE).info, keyBytes(vm), [
    vm.own(func),
    object === 0 ? 0 : vm.own(object),
  ]);
}

function* compareKeys(vm: Interpreter, a: number, b: number, operator: string): Steps<boolean> {
  if (vm.typeOf(b) !== moduleType(vm, KEY_TYPE))
    throw new PythonRaise('TypeError', 'other argument must be K instance');
  const objects = [vm.field(a, KEY.OBJECT), vm.field(b, KEY.OBJECT)];
  const order = yield* callSteps(vm, vm.field(a, KEY.FUNC), objects);
  const zero = vm.newInt(0);
  const answer = yield* owning(vm, [zero, order], compareSteps(vm, order, zero, operator));
  return yield* answerSteps(vm, answer);
}

export const CMP_TO_KEY = native((vm, [func = 0]) => newKey(vm, func, 0), {
  args: [1, 1],
  keywords: ['mycmp'],
  packsUpTo: 11,
});
