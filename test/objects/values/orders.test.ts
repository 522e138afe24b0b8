import { expect, test } from 'vitest';
import { intHash } from '../../../src/objects/values/hash.ts';
import type { PyInt } from '../../../src/objects/values/py-int.ts';
import * as table from '../../../src/objects/values/set-table.ts';
import {
  type SortPolicy,
  sortNow,
  sortPolicy,
  sortTotal,
  timsort,
} from '../../../src/objects/values/timsort.ts';
import type { ValueProfile } from '../../../src/objects/values/value-profile.ts';
import { valueProfile } from '../../../src/objects/values/value-profile.ts';
import { mismatches, type Subject } from './fixture.ts';

class Stopped extends Error {}

function sortOrder(keys: readonly number[], policy: SortPolicy, limit: number | undefined): unknown {
  const items = Int32Array.from(keys.keys());
  let count = 0;
  let digest = 17n;
  const sorting = timsort(items, policy);
  const answer = (left: number, right: number): boolean => {
    count++;
    digest = (digest * 1000003n + BigInt(left) * 8191n + BigInt(right)) % 2n ** 31n;
    return (keys[left] as number) < (keys[right] as number);
  };
  try {
    let step = sorting.next();
    while (step.done !== true) {
      const less = answer(step.value.left, step.value.right);
      step = limit !== undefined && count > limit ? sorting.throw(new Stopped()) : sorting.next(less);
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return [Array.from(items), count, Number(digest)];
}

test('sort asks the same questions in the same order, and an exception leaves the items where CPython leaves them', () => {
  const subjects: Record<string, Subject> = {
    'sort.order': (profile, keys, reverse, limit) => sortOrder(keys, sortPolicy(profile, reverse), limit),
  };

  expect(mismatches('orders', subjects)).toEqual([]);
});

test('a sort whose questions can be answered at once gives the same order', () => {
  const keys = [5, 3, 9, 3, 1];
  const items = Int32Array.from(keys.keys());

  sortNow(items, sortPolicy(valueProfile(12), false), (a, b) => (keys[a] as number) < (keys[b] as number));

  expect(Array.from(items)).toEqual([4, 1, 3, 0, 2]);
});

test('where all items can be compared, the quick sort gives the order of the exact one', () => {
  const keys = Array.from({ length: 500 }, (_, i) => (i * 7919) % 97);
  const less = (a: number, b: number): boolean => (keys[a] as number) < (keys[b] as number);
  for (const reverse of [false, true]) {
    const [exact, quick] = [Int32Array.from(keys.keys()), Int32Array.from(keys.keys())];

    sortNow(exact, sortPolicy(valueProfile(13), reverse), less);
    sortTotal(quick, reverse, less);

    expect(quick).toEqual(exact);
  }
});

/** setobject.c:set_add_key and set_discard_key over a table of refs, as the set type will do it. */
function setOrder(profile: ValueProfile, operations: readonly (readonly [boolean, PyInt])[]): PyInt[] {
  let slots = table.newSetSlots(table.MIN_SLOTS);
  let [fill, used] = [0, 0];
  const values: PyInt[] = [0];
  for (const [adds, value] of operations) {
    const hash = intHash(value);
    const found = table.findSlot(slots, hash, { isEqual: (ref) => values[ref] === value, profile });
    if (!adds) {
      if (found.present) {
        table.writeSlot(slots, found.slot, { ref: table.DUMMY, hash: { lo: -1, hi: -1 } });
        used--;
      }
      continue;
    }
    if (found.present) continue;
    const reused = slots.refs[found.slot] === table.DUMMY;
    table.writeSlot(slots, found.slot, { ref: values.push(value) - 1, hash });
    [fill, used] = [fill + (reused ? 0 : 1), used + 1];
    if (reused || !table.needsResize(fill, slots.mask)) continue;
    slots = table.resized(slots, table.slotsFor(table.growthTarget(used)));
    fill = used;
  }
  return Array.from(slots.refs)
    .filter((ref) => ref > 0)
    .map((ref) => values[ref] as PyInt);
}

test('a set is iterated in the order of the slots that CPython gives its entries', () => {
  expect(
    mismatches('orders', { 'set.order': (profile, operations) => setOrder(profile, operations) }),
  ).toEqual([]);
});
