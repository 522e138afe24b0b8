/** The views of an OrderedDict and its iterators (odictobject.c). A view's field: | dict |; an iterator's: | dict | result | key | */
import { dicts, PythonRaise } from '../../../objects/index.ts';
import { ITERATOR } from '../../builtins/types/dunders.ts';
import { remainingState } from '../../builtins/types/iterator-state.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { pairOf } from '../../eval/operators/kept-pair.ts';
import { type ModuleType, moduleType } from '../define-type.ts';
import type { OrderedNodes } from './ordered-nodes.ts';

const VIEW_BYTES = 40;
const ITERATOR_BYTES = 80;

export type Shown = 'keys' | 'values' | 'items';

interface Place {
  readonly shown: Shown;
  readonly backwards: boolean;
  readonly state: number;
  readonly size: number;
}

export function nodesOf(vm: Interpreter, dict: number): OrderedNodes {
  return vm.heap.annexes.of(dict) as OrderedNodes;
}

/** odictiter_nextkey: at the end it no longer looks whether anything has changed. */
function next(vm: Interpreter, iterator: number): number {
  const dict = vm.field(iterator, 0);
  if (dict === 0) return 0;
  const place = vm.heap.payload(iterator) as Place;
  const key = vm.field(iterator, 2);
  if (key === 0) {
    vm.setField(iterator, 0, 0);
    return 0;
  }
  const mutated = nodesOf(vm, dict).state !== place.state;
  if (mutated || vm.listSize(dict) !== place.size) {
    const what = mutated ? 'mutated' : 'changed size';
    vm.setField(iterator, 2, 0);
    vm.setField(iterator, 0, 0);
    throw new PythonRaise('RuntimeError', `OrderedDict ${what} during iteration`);
  }
  dicts.storedKey(vm.process, dict, key);
  vm.incref(key);
  const following = nodesOf(vm, dict).next(key, place.backwards);
  vm.setField(iterator, 2, following === 0 ? 0 : vm.own(following));
  return vm.guard(key, () => shownOf(vm, iterator, key));
}

/** The key, its value or the pair of both, as the iterator shows them (odictiter_iternext). */
function shownOf(vm: Interpreter, iterator: number, key: number): number {
  const { shown } = vm.heap.payload(iterator) as Place;
  if (shown === 'keys') return vm.own(key);
  const value = vm.getItem(vm.field(iterator, 0), key);
  return shown === 'values' ? value : vm.guard(value, () => pairOf(vm, iterator, [key, value]));
}

const ITERATOR_TYPE: ModuleType = {
  name: 'odict_iterator',
  module: 'builtins',
  typeName: 'odict_iterator',
  bytes: () => ITERATOR_BYTES,
  methods: { ...ITERATOR, ...remainingState(0, 2) },
  next,
};

/** An iterator over the entries, from the first or from the last one. */
export function iterateOrdered(
  vm: Interpreter,
  dict: number,
  shown: Shown = 'keys',
  backwards = false,
): number {
  const { state } = nodesOf(vm, dict);
  const first = nodesOf(vm, dict).end(backwards);
  const pair = shown === 'items' ? vm.newTuple([vm.process.none, vm.process.none]) : 0;
  const made = vm.newFields(moduleType(vm, ITERATOR_TYPE).info, ITERATOR_BYTES, [
    vm.own(dict),
    pair,
    first === 0 ? 0 : vm.own(first),
  ]);
  const place: Place = { shown, backwards, state, size: vm.listSize(dict) };
  vm.heap.setPayload(made, place);
  return made;
}

const view = (shown: Shown): ModuleType => ({
  name: `odict_${shown}`,
  module: 'builtins',
  typeName: `odict_${shown}`,
  layoutName: `dict_${shown}`,
  base: `dict_${shown}`,
  bytes: () => VIEW_BYTES,
  methods: {
    __iter__: native((vm, [self = 0]) => iterateOrdered(vm, vm.field(self, 0), shown)),
    __reversed__: native((vm, [self = 0]) => iterateOrdered(vm, vm.field(self, 0), shown, true)),
  },
  setup: (vm, type) => {
    const base = vm.classes.named(`dict_${shown}`).info;
    vm.operators[type.info.id] = vm.operators[base.id];
    vm.comparers[type.info.id] = vm.comparers[base.id];
    vm.iters[type.info.id] = (it, ref) => iterateOrdered(it, it.field(ref, 0), shown);
  },
});

const VIEWS: Readonly<Record<Shown, ModuleType>> = {
  keys: view('keys'),
  values: view('values'),
  items: view('items'),
};

export function orderedView(vm: Interpreter, dict: number, shown: Shown): number {
  return vm.newFields(moduleType(vm, VIEWS[shown]).info, VIEW_BYTES, [vm.own(dict)]);
}
