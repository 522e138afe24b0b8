/** When objects die, and in what order: always at once, as CPython's nested calls would (FACTS 8). */
import { expect, test } from 'vitest';
import { scenario } from '../support/scenario.ts';

test('two lists that hold each other outlive their names until the collector runs', () => {
  const { heap, events } = scenario({ python: '3.12' });
  const [a, b] = [heap.list(), heap.list()];
  heap.append(a, b);
  heap.append(b, a);

  heap.decref(a);
  heap.decref(b);
  expect([heap.refcnt(a), heap.refcnt(b)]).toEqual([1, 1]);

  expect(heap.collect({ generation: 0 })).toEqual({ collected: 2, uncollectable: 0 });
  // Clearing `a` drops the last reference to `b`, so `b` goes first (gc.c:delete_garbage).
  expect(events.ofType('object.deallocated').ids()).toEqual([b, a]);
});
