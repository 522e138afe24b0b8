/** What a dict takes from a mapping (dictobject.c:dict_merge), and the words when that fails in `{**x}` and `f(**x)` (ceval.c). */

import { dictCopies, dicts, PythonRaise } from '../../../objects/index.ts';
import { listSteps } from '../../builtins/types/list-fill.ts';
import { EXC, Thrown, whatCSees } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';

/** Its entries are taken from its table: a dict that iterates as dicts do. */
export function isPlainDict(vm: Interpreter, source: number): boolean {
  if (vm.heap.typeOf(source) === vm.process.types.dict && vm.classes.of(source).dict === 0) return true;
  if (!vm.isDict(source)) return false;
  const iter = vm.classes.lookup(vm.classes.of(source), '__iter__');
  return iter === vm.classes.lookup(vm.classes.named('dict'), '__iter__');
}

/** The keys in a list of their own (PyMapping_Keys), and each one's value as the mapping answers it. */
export function eachMappingItem(
  vm: Interpreter,
  source: number,
  use: (key: number, value: number) => void,
  check: (key: number) => void = () => undefined,
): void {
  const keys = askForKeys(vm, source);
  const list = vm.guard(keys, () => listOfKeys(vm, source, keys));
  vm.guard(list, () =>
    vm.forEach(list, (key) => {
      check(key);
      vm.guard(vm.getItem(source, key), (value) => use(key, value));
    }),
  );
}

/** PyObject_CallMethodNoArgs: a method of C is called with the mapping itself, none is bound. */
function askForKeys(vm: Interpreter, source: number): number {
  const method = vm.classes.lookup(vm.classes.of(source), 'keys');
  const isUnbound = method !== 0 && vm.heap.typeOf(method).name === 'method_descriptor';
  return isUnbound ? vm.callSpecial(method, source) : vm.callMethod(source, 'keys');
}

function listOfKeys(vm: Interpreter, source: number, keys: number): number {
  const [of, given] = [vm.typeName(source), vm.typeName(keys)];
  const iterator = vm.iterOr(keys, `${of}.keys() returned a non-iterable (type ${given})`);
  return vm.guard(iterator, () => vm.finish(listSteps(vm, iterator)));
}

/** PyDict_Copy: one that iterates in a way of its own is asked for its keys. */
export function copyDict(vm: Interpreter, source: number): number {
  if (isPlainDict(vm, source) || dicts.dictSize(vm.process, source) === 0)
    return dictCopies.copyDict(vm.process, source);
  const copy = vm.newDict();
  try {
    eachMappingItem(vm, source, (key, value) => dicts.dictSet(vm.process, copy, key, value));
  } catch (error) {
    vm.decref(copy);
    throw error;
  }
  return copy;
}

/** {**source} (DICT_UPDATE) */
export function updateFromMapping(vm: Interpreter, target: number, source: number): void {
  if (isPlainDict(vm, source)) return dictCopies.mergeDict(vm.process, target, source);
  try {
    eachMappingItem(vm, source, (key, value) => dicts.dictSet(vm.process, target, key, value));
  } catch (error) {
    const seen = whatCSees(vm, error);
    if (!vm.catches(seen, 'AttributeError')) throw seen;
    throw new PythonRaise('TypeError', `'${vm.typeName(source)}' object is not a mapping`);
  }
}

/** f(**source) (DICT_MERGE): no key may be there already. */
export function mergeKeywords(vm: Interpreter, target: number, source: number, label: () => string): void {
  if (
    dicts.dictSize(vm.process, target) === 0 &&
    vm.infoOf(source) === vm.process.types.dict &&
    isPlainDict(vm, source)
  )
    return dictCopies.mergeDict(vm.process, target, source);
  const check = (key: number): void => {
    if (dicts.dictGet(vm.process, target, key) !== 0) throw vm.keyError(key);
  };
  const add = (key: number, value: number): void => dicts.dictSet(vm.process, target, key, value);
  try {
    if (!isPlainDict(vm, source)) return eachMappingItem(vm, source, add, check);
    for (const [key, value] of dicts.dictEntries(vm.process, source)) {
      check(key);
      add(key, value);
    }
  } catch (error) {
    throw mergeFailed(vm, error, source, label);
  }
}

/** format_kwargs_error. The KeyError of dict_merge is still there while the TypeError that replaces it is made. */
function mergeFailed(vm: Interpreter, error: unknown, source: number, label: () => string): unknown {
  if (!isKeyError(vm, error)) {
    const seen = whatCSees(vm, error);
    if (!vm.catches(seen, 'AttributeError')) return seen;
    const given = vm.typeName(source);
    return new PythonRaise('TypeError', `${label()} argument after ** must be a mapping, not ${given}`);
  }
  const replaced = vm.caught(error);
  return vm.guard(replaced, () => {
    const args = vm.field(replaced, EXC.ARGS);
    if (vm.listSize(args) !== 1) return new Thrown(vm.own(replaced));
    const key = vm.itemAt(args, 0);
    const words = vm.isStr(key)
      ? `${label()} got multiple values for keyword argument '${vm.text(key)}'`
      : `${label()} keywords must be strings`;
    const failure = new PythonRaise('TypeError', words);
    return vm.rules.raisesObjects ? new Thrown(vm.caught(failure)) : failure;
  });
}

function isKeyError(vm: Interpreter, error: unknown): boolean {
  if (error instanceof PythonRaise) return error.exception === 'KeyError';
  // Until 3.11 only one that is no object yet shows its arguments.
  return vm.rules.raisesObjects && error instanceof Thrown && vm.isInstanceOf(error.exception, 'KeyError');
}
