/**
 * Operations of whole sets in steps, for who watches lines: what `__hash__` and `__eq__` of their keys answer is waited for. Each does what its
 * namesake does at once (objects/set.ts, comparing.ts), in the same order; one key is one act that is begun again (key-questions.ts).
 */
import { sets, storedHashesOf, whileHeld, withHashes } from '../../../objects/index.ts';
import type { Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import { answered } from './key-questions.ts';

/** What is done with one key: it asks all its questions before it changes anything. */
export type KeyAct = (key: number) => boolean;

/** sets.everyKey */
export function* everyKeySteps(vm: Interpreter, set: number, test: KeyAct): Steps<boolean> {
  const { process } = vm;
  const stored = storedHashesOf(process, set);
  for (const key of sets.setItems(process, set)) {
    const act = (): boolean => withHashes(process, stored, () => whileHeld(process, key, () => test(key)));
    if (!(yield* answered(vm, act))) return false;
  }
  return true;
}

/** The same of what happens with each. */
export function* eachKeySteps(vm: Interpreter, set: number, use: (key: number) => void): Steps<void> {
  yield* everyKeySteps(vm, set, (key) => {
    use(key);
    return true;
  });
}

/** sets.setMerge */
export function* mergeSteps(vm: Interpreter, set: number, other: number): Steps<void> {
  const { process } = vm;
  if (sets.mergesAtOnce(process, set, other)) return;
  const stored = storedHashesOf(process, other);
  for (const key of sets.setItems(process, other))
    yield* answered(vm, () => withHashes(process, stored, () => sets.setAdd(process, set, key)));
}

/** sets.setSubtract */
export function* subtractSteps(vm: Interpreter, set: number, other: number): Steps<void> {
  const { process } = vm;
  if (set === other) return sets.clearSet(process, set);
  yield* eachKeySteps(vm, other, (key) => void sets.setDiscard(process, set, key));
  sets.dropDummies(process, set);
}

/** Are both sets, and is what they ask to be waited for? */
export function asksBothSets(vm: Interpreter, a: number, b: number): boolean {
  return vm.lines.watched && vm.isAnySet(a) && vm.isAnySet(b);
}

export function* withinSteps(vm: Interpreter, small: number, large: number): Steps<boolean> {
  if (vm.listSize(small) > vm.listSize(large)) return false;
  return yield* everyKeySteps(vm, small, (key) => sets.setHas(vm.process, large, key));
}

/** set_richcompare */
export function* compareSetsSteps(vm: Interpreter, a: number, b: number, operator: string): Steps<boolean> {
  const [left, right] = [vm.listSize(a), vm.listSize(b)];
  switch (operator) {
    case '<':
      return left < right && (yield* withinSteps(vm, a, b));
    case '<=':
      return yield* withinSteps(vm, a, b);
    case '==':
      return left === right && (yield* withinSteps(vm, a, b));
    case '!=':
      return left !== right || !(yield* withinSteps(vm, a, b));
    case '>':
      return left > right && (yield* withinSteps(vm, b, a));
    default:
      return yield* withinSteps(vm, b, a);
  }
}

/** inplace.ts:inplaceSet; `intersect` is set_iand. A new reference, 0: it is no operation of sets. */
export function* inplaceSetSteps(
  vm: Interpreter,
  a: number,
  b: number,
  operator: string,
  intersect: (set: number, other: number) => Steps<void>,
): Steps {
  if (operator === '|') yield* mergeSteps(vm, a, b);
  else if (operator === '-') yield* subtractSteps(vm, a, b);
  else if (operator === '&') yield* intersect(a, b);
  else if (operator === '^' && a === b) sets.clearSet(vm.process, a);
  else if (operator === '^') yield* toggleSteps(vm, a, b);
  else return 0;
  return vm.own(a);
}

/** Each key of `other` goes out of `set` or into it; none is held, as in set_symmetric_difference_update. */
function* toggleSteps(vm: Interpreter, set: number, other: number): Steps<void> {
  const { process } = vm;
  const stored = storedHashesOf(process, other);
  for (const key of sets.setItems(process, other)) {
    const toggle = (): void => {
      if (!sets.setDiscard(process, set, key)) sets.setAdd(process, set, key);
    };
    yield* answered(vm, () => withHashes(process, stored, toggle));
  }
}
