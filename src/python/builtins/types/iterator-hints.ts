/** The methods of iterators that can tell how much is left. */
import { type NativeDefinition, native } from '../../eval/native.ts';
import { ITERATOR } from './dunders.ts';
import { itemsLeft } from './list-fill.ts';

export const HINTED_ITERATOR: Readonly<Record<string, NativeDefinition>> = {
  ...ITERATOR,
  __length_hint__: native((vm, [self = 0]) => vm.newInt(Math.max(0, itemsLeft(vm, self)))),
};
