/** dict_keys, dict_values, dict_items, and the iterators of dicts that go backwards (dictobject.c). A view's field: | dict | */
import { A, TABLE_ENTRIES_USED, TABLE_ENTRY, TABLE_HEADER } from '../../../heap/index.ts';
import { dicts, PythonRaise, sets } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  defineMethods,
  type GetSet,
  type NativeDefinition,
  native,
  type TypeDefinition,
} from '../../eval/native.ts';
import { newDictIterator } from '../../eval/operators/iteration.ts';
import { pairOf } from '../../eval/operators/kept-pair.ts';
import { once } from '../../eval/texts/nested-repr.ts';
import { arithmetic, COMPARISONS, CONTAINER } from './dunders.ts';
import { HINTED_ITERATOR } from './iterator-hints.ts';
import { remainingState } from './iterator-state.ts';
import { extendList } from './list-fill.ts';

type Args = readonly number[];
type ViewName = 'dict_keys' | 'dict_values' | 'dict_items';

const VIEW_BYTES = 40;
const REVERSED: { readonly [view in ViewName]: string } = {
  dict_keys: 'dict_reversekeyiterator',
  dict_values: 'dict_reversevalueiterator',
  dict_items: 'dict_reverseitemiterator',
};

export function newView(vm: Interpreter, name: ViewName, dict: number): number {
  return vm.newFields(vm.classes.named(name).info, VIEW_BYTES, [vm.own(dict)]);
}

/** The repr of a list of the view's items (dictview_repr, which is odict's views' own, too). */
function viewRepr(vm: Interpreter, view: number): string {
  return once(vm, view, '...', () =>
    vm.guard(vm.newList([]), (list) => {
      extendList(vm, list, view);
      return `${vm.typeName(view)}(${vm.repr(list)})`;
    }),
  );
}

function contains(vm: Interpreter, view: number, item: number): boolean {
  const dict = vm.field(view, 0);
  switch (vm.infoOf(view).name) {
    case 'dict_keys':
      return dicts.dictGet(vm.process, dict, item) !== 0;
    case 'dict_items': {
      if (!vm.isTuple(item) || vm.listSize(item) !== 2) return false;
      const found = dicts.dictGet(vm.process, dict, vm.itemAt(item, 0));
      return found !== 0 && vm.equal(vm.itemAt(item, 1), found);
    }
    default:
      return vm.entries(dict).some(([, value]) => vm.equal(value, item));
  }
}

/** A set of what the operand iterates; of a dict's keys, of the dict itself (dictviews_to_set). */
function asSet(vm: Interpreter, operand: number): number {
  const set = sets.newSet(vm.process, vm.process.types.set);
  const isKeys = vm.infoOf(operand).name === 'dict_keys' && vm.rules.keysBecomeSetsOfTheirDict;
  try {
    vm.updateSet(set, isKeys ? vm.field(operand, 0) : operand);
  } catch (error) {
    vm.decref(set);
    throw error;
  }
  return set;
}

function isView(vm: Interpreter, ref: number): boolean {
  const { name } = vm.infoOf(ref);
  return name === 'dict_keys' || name === 'dict_items';
}

function isExactSet(vm: Interpreter, ref: number): boolean {
  return vm.heap.typeOf(ref) === vm.process.types.set && vm.classes.of(ref).dict === 0;
}

function isSetLike(vm: Interpreter, ref: number): boolean {
  return vm.isAnySet(ref) || isView(vm, ref);
}

const METHOD_OF: { readonly [operator: string]: string } = {
  '-': 'difference_update',
  '^': 'symmetric_difference_update',
};

/** `&`, `|`, `-`, `^` of a view and anything iterable: a set (dictviews_or calls _PySet_Update, dictviews_sub and dictviews_xor a method). */
function operate(vm: Interpreter, a: number, b: number, operator: string): number {
  if (!['&', '|', '-', '^'].includes(operator)) return 0;
  if (operator === '&') return intersection(vm, a, b);
  const left = asSet(vm, a);
  try {
    if (operator === '|') vm.updateSet(left, b);
    else vm.decref(vm.callMethod(left, METHOD_OF[operator] as string, [b]));
    return left;
  } catch (error) {
    vm.decref(left);
    throw error;
  }
}

/** The longer of the two is asked for what the shorter one has; a set that is no shorter, by its own method (_PyDictView_Intersect). */
function intersection(vm: Interpreter, left: number, right: number): number {
  const [a, b] = isView(vm, left) ? [left, right] : [right, left];
  const isLonger = isSetLike(vm, b) && vm.length(b) >= vm.length(a);
  if (isLonger && isExactSet(vm, b)) return vm.callMethod(b, 'intersection', [a]);
  const swap = isLonger && isView(vm, b) && vm.length(b) > vm.length(a);
  const [asked, given] = swap ? [b, a] : [a, b];
  const result = sets.newSet(vm.process, vm.process.types.set);
  try {
    vm.forEach(given, (item) => {
      if (vm.contains(asked, item)) sets.setAdd(vm.process, result, item);
    });
  } catch (error) {
    vm.decref(result);
    throw error;
  }
  return result;
}

/** all_contained_in: one item at a time, up to the first that is not there. */
function within(vm: Interpreter, a: number, b: number): boolean {
  return vm.guard(vm.iter(a), (iterator) => {
    for (let item = vm.next(iterator); item !== 0; item = vm.next(iterator))
      if (!vm.guard(item, () => vm.contains(b, item))) return false;
    return true;
  });
}

/** dictview_richcompare. */
function compare(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  if (!isSetLike(vm, b)) return null;
  const [left, right] = [vm.length(a), vm.length(b)];
  switch (operator) {
    case '==':
      return left === right && within(vm, a, b);
    case '!=':
      return !(left === right && within(vm, a, b));
    case '<':
      return left < right && within(vm, a, b);
    case '<=':
      return left <= right && within(vm, a, b);
    case '>':
      return left > right && within(vm, b, a);
    default:
      return left >= right && within(vm, b, a);
  }
}

/** The entry before the iterator's place, which goes down; null at the end. */
function previousEntry(vm: Interpreter, iterator: number): readonly [number, number] | null {
  const dict = vm.field(iterator, 0);
  if (dict === 0) return null;
  const place = vm.heap.payload(iterator) as { at: number; left: number; yet: number };
  if (place.left !== vm.listSize(dict)) {
    place.left = -1;
    throw new PythonRaise('RuntimeError', 'dictionary changed size during iteration');
  }
  const found = entryBelow(vm, dict, place);
  if (found === null) vm.setField(iterator, 0, 0);
  else place.yet--;
  return found;
}

/** `place.at` counts the entries that were passed, from the end. */
function entryBelow(vm: Interpreter, dict: number, place: { at: number }): readonly [number, number] | null {
  if (dicts.isSplit(vm.process, dict)) return vm.entries(dict).at(-1 - place.at++) ?? null;
  const chunk = vm.heap.words[dict + A] as number;
  const cells = vm.heap.cells.words;
  const used = chunk === 0 ? 0 : (cells[chunk + TABLE_ENTRIES_USED] as number);
  while (place.at < used) {
    const at = chunk + TABLE_HEADER + (used - 1 - place.at++) * TABLE_ENTRY;
    if (cells[at + 1] !== 0) return [cells[at + 1] as number, cells[at + 2] as number];
  }
  return null;
}

export function installDictViews(vm: Interpreter): void {
  for (const name of ['dict_keys', 'dict_items'] as const) {
    const { id } = vm.classes.named(name).info;
    vm.operators[id] = operate;
    vm.comparers[id] = compare;
  }
  const next = (name: string, give: (pair: readonly [number, number], iterator: number) => number): void => {
    vm.nexts[vm.classes.named(name).info.id] = (interpreter, iterator) => {
      const pair = previousEntry(interpreter, iterator);
      return pair === null ? 0 : give(pair, iterator);
    };
  };
  next('dict_reversekeyiterator', ([key]) => vm.own(key));
  next('dict_reversevalueiterator', ([, value]) => vm.own(value));
  next('dict_reverseitemiterator', (pair, iterator) => pairOf(vm, iterator, pair));
}

function isDisjoint(vm: Interpreter, [self = 0, other = 0]: Args): number {
  const items = vm.collect(other);
  try {
    return vm.bool(!items.some((item) => contains(vm, self, item)));
  } finally {
    vm.dropAll(items);
  }
}

const SET_LIKE: Readonly<Record<string, NativeDefinition>> = {
  ...arithmetic(['and', 'or', 'sub', 'xor']),
  __contains__: native((vm, [self = 0, item = 0]) => vm.bool(contains(vm, self, item)), { args: [1, 1] }),
  isdisjoint: native(isDisjoint, { args: [1, 1] }),
};

function methodsOf(name: ViewName): Readonly<Record<string, NativeDefinition>> {
  return {
    __len__: CONTAINER['__len__'] as NativeDefinition,
    __iter__: CONTAINER['__iter__'] as NativeDefinition,
    ...(name === 'dict_values' ? {} : COMPARISONS),
    __reversed__: native((vm, [self = 0]) => newDictIterator(vm, REVERSED[name], vm.field(self, 0))),
    __repr__: native((vm, [self = 0]) => vm.newStr(viewRepr(vm, self))),
    ...(name === 'dict_values' ? {} : SET_LIKE),
  };
}

const ITERATORS = ['dict_keyiterator', 'dict_valueiterator', 'dict_itemiterator', ...Object.values(REVERSED)];

const PROXY_BYTES = 40;

/** The dict behind a view, read only (3.10). */
const MAPPING: GetSet = {
  get: (vm, self) =>
    vm.newFields(vm.classes.named('mappingproxy').info, PROXY_BYTES, [vm.own(vm.field(self, 0))]),
};

export const DICT_VIEWS: readonly TypeDefinition[] = [
  ...(['dict_keys', 'dict_values', 'dict_items'] as const).map((name) => ({
    ...defineMethods(name, methodsOf(name)),
    getsets: { mapping: MAPPING },
  })),
  ...ITERATORS.map((name) => defineMethods(name, { ...HINTED_ITERATOR, ...remainingState(0) })),
];
