/** The methods of iterators that can tell how much is left; one that goes by index cannot where its sequence has no length (iter_len). */
import { type NativeDefinition, native } from '../../eval/native.ts';
import { ITERATOR } from './dunders.ts';
import { itemsLeft } from './list-fill.ts';

export const HINTED_ITERATOR: Readonly<Record<string, NativeDefinition>> = {
  ...ITERATOR,
  __length_hint__: native((vm, [self = 0]) => {
    const left = itemsLeft(vm, self);
    return left < 0 ? vm.notImplemented() : vm.newInt(left);
  }),
};
