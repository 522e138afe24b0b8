/** `item in container` and the places of items: what equals what is asked of each in turn (abstract.c:PySequence_Contains, list_index_impl ...). */
import { KIND } from '../../../heap/index.ts';
import { dicts, PythonRaise, sets } from '../../../objects/index.ts';
import { specialSteps } from '../calls/call-steps.ts';
import { owning, type Steps } from '../calls/waiting.ts';
import { bulkOf } from '../effort.ts';
import type { Interpreter } from '../interpreter.ts';
import { equalItems } from './comparing.ts';
import { iterOrSteps, nextSteps } from './iteration-steps.ts';
import { asksForKey, withKey } from './key-questions.ts';
import { asSetKey } from './set-keys.ts';
import { answerSteps } from './truth.ts';

/** `item in container`. */
export function containsObject(vm: Interpreter, container: number, item: number): boolean {
  return isLookup(vm, container)
    ? isKeyOrPart(vm, container, item)
    : vm.finish(searchSteps(vm, container, item));
}

/** The same in steps. */
export function* containsSteps(vm: Interpreter, container: number, item: number): Steps<boolean> {
  return isLookup(vm, container)
    ? yield* withKey(vm, item, () => isKeyOrPart(vm, container, item))
    : yield* searchSteps(vm, container, item);
}

/** May Python code say whether it is in there? */
export function asksForMember(vm: Interpreter, container: number, item: number): boolean {
  return isLookup(vm, container) ? asksForKey(vm, item) : true;
}

/** Is it looked up at once: in a dict, a set or a str? */
function isLookup(vm: Interpreter, container: number): boolean {
  const { kind } = vm.infoOf(container);
  if (kind !== KIND.DICT && kind !== KIND.SET && !vm.isStr(container)) return false;
  return vm.override(container, '__contains__') === 0;
}

function isKeyOrPart(vm: Interpreter, container: number, item: number): boolean {
  const { kind } = vm.infoOf(container);
  if (kind === KIND.DICT) return dicts.dictGet(vm.process, container, item) !== 0;
  if (kind === KIND.SET) return asSetKey(vm, item, (key) => sets.setHas(vm.process, container, key));
  vm.goThrough(bulkOf(vm, container));
  if (vm.isStr(item)) return vm.text(container).includes(vm.text(item));
  throw new PythonRaise(
    'TypeError',
    `'in <string>' requires string as left operand, not ${vm.typeName(item)}`,
  );
}

function* searchSteps(vm: Interpreter, container: number, item: number): Steps<boolean> {
  const own = vm.override(container, '__contains__');
  const { kind } = vm.infoOf(container);
  if (own === 0 && (kind === KIND.LIST || kind === KIND.TUPLE)) {
    vm.goThrough(bulkOf(vm, container));
    return (yield* placeSteps(vm, container, item)) >= 0;
  }
  const method = own || vm.special(container, '__contains__');
  if (method !== 0) return yield* answerSteps(vm, yield* specialSteps(vm, method, container, [item]));
  const words = `argument of type '${vm.typeName(container)}' is not iterable`;
  const iterator = yield* iterOrSteps(vm, container, words);
  return yield* owning(vm, [iterator], isAmongNext(vm, iterator, item));
}

function* isAmongNext(vm: Interpreter, iterator: number, item: number): Steps<boolean> {
  for (;;) {
    vm.tick();
    const one = yield* nextSteps(vm, iterator);
    if (one === 0) return false;
    if (yield* owning(vm, [one], equalItems(vm, one, item, false))) return true;
  }
}

/** From the first place to the last but one. */
export type Places = readonly [number, number];

const ALL: Places = [0, Number.MAX_SAFE_INTEGER];

/** Place of the first item that equals `value`, -1 for none; a list may change meanwhile. */
export function* placeSteps(vm: Interpreter, self: number, value: number, [from, to] = ALL): Steps {
  for (let at = from; at < to && at < vm.listSize(self); at++)
    if (yield* equalsItem(vm, self, at, value)) return at;
  return -1;
}

/** So many of the items equal `value`. */
export function* countSteps(vm: Interpreter, self: number, value: number): Steps {
  let found = 0;
  for (let at = 0; at < vm.listSize(self); at++) if (yield* equalsItem(vm, self, at, value)) found++;
  return found;
}

/** What a list holds is held meanwhile, for a comparison can change it. */
function* equalsItem(vm: Interpreter, self: number, at: number, value: number): Steps<boolean> {
  const item = vm.itemAt(self, at);
  const equal = equalItems(vm, item, value, false);
  return yield* vm.isList(self) ? owning(vm, [vm.own(item)], equal) : equal;
}
