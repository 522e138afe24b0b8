/** What an OrderedDict does with one key, in steps for who watches lines (ordered-dict.ts does the same at once). */
import {
  dicts,
  hash64Of,
  type hash64s,
  maySeeReferences,
  whileHeld,
  withHashes,
} from '../../../objects/index.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { answered } from '../../eval/operators/key-questions.ts';
import { nodesOf } from './ordered-views.ts';

/** An act with the hash of the key, which has been asked for. */
type Hashed = <Result>(act: () => Result) => Steps<Result>;

/** withHashAsked: the hash is asked for once, and each act after it is begun again by itself. */
export function* hashedSteps(vm: Interpreter, key: number): Steps<Hashed> {
  const { process } = vm;
  const stored = maySeeReferences(process, key)
    ? new Map<number, hash64s.Hash64>([[key, yield* answered(vm, () => hash64Of(process, key))]])
    : null;
  return (act) => answered(vm, () => withHashes(process, stored, act));
}

/** od[key] = value of the class itself (PyODict_SetItem). */
export function* storeSteps(vm: Interpreter, self: number, key: number, value: number): Steps<void> {
  const hashed = yield* hashedSteps(vm, key);
  yield* hashed(() => storeEntry(vm, self, key, value));
  // The node's place is looked for anew (_odict_get_index).
  const find = (): number => whileHeld(vm.process, key, () => dicts.dictGet(vm.process, self, key));
  if (maySeeReferences(vm.process, key)) yield* hashed(find);
}

/** The entry and its node. */
export function storeEntry(vm: Interpreter, self: number, key: number, value: number): void {
  const size = vm.listSize(self);
  dicts.dictSet(vm.process, self, key, value);
  const slots = 1 << dicts.tableLog2(vm.process, self);
  if (vm.listSize(self) !== size) nodesOf(vm, self).add(key, slots);
  else nodesOf(vm, self).fit(slots);
}

export function* removeSteps(vm: Interpreter, self: number, key: number): Steps<void> {
  yield* removeHashed(vm, self, key, yield* hashedSteps(vm, key));
}

export function* removeHashed(vm: Interpreter, self: number, key: number, hashed: Hashed): Steps<void> {
  const stored = yield* hashed(() => dicts.storedKey(vm.process, self, key));
  if (stored === 0) throw vm.keyError(key);
  vm.incref(stored);
  try {
    if (nodesOf(vm, self).remove(stored)) vm.decref(stored);
    yield* hashed(() => dicts.dictDelete(vm.process, self, key));
  } finally {
    vm.decref(stored);
  }
}
