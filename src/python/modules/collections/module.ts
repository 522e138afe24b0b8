/** collections: the natives, and what is Python (lib/collections.ts). */
import type { Interpreter } from '../../eval/interpreter.ts';
import type { ModuleDefinition } from '../../eval/native.ts';
import { COLLECTIONS_SOURCE } from '../../lib/collections.ts';
import { classValue, moduleType } from '../define-type.ts';
import { library } from '../library.ts';
import { COUNT_ELEMENTS } from './counting.ts';
import { DEFAULTDICT } from './defaultdict.ts';
import { DEQUE } from './deque.ts';
import { ORDERED_DICT } from './ordered-dict.ts';
import { tuplegetterType } from './tuplegetter.ts';

const IN_C = {
  deque: classValue(DEQUE),
  defaultdict: classValue(DEFAULTDICT),
  OrderedDict: classValue(ORDERED_DICT),
  _tuplegetter: (vm: Interpreter): number => vm.own(moduleType(vm, tuplegetterType(vm)).ref),
};

/** _collections, as other modules ask for it. */
export const COLLECTIONS_IN_C: ModuleDefinition = {
  name: '_collections',
  functions: { _count_elements: COUNT_ELEMENTS },
  values: IN_C,
};

export const COLLECTIONS = library('collections', COLLECTIONS_SOURCE, {
  functions: { _count_elements: COUNT_ELEMENTS },
  values: IN_C,
  since: { 'Counter.total': 10, 'UserString.removeprefix': 9, 'UserString.removesuffix': 9 },
});
