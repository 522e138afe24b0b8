/**
 * Who holds an object, and what an object holds: every counted reference, once for each pair.
 *
 * So the names of an object and its referrers account for its reference count; `gc.get_referrers`, which knows tracked objects
 * only, is an operation. `after` counts the objects of the pages before.
 */
import type { ObjectsView } from '../../contract/index.ts';
import { forEachObject, forEachOwned } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { livingObject } from './objects.ts';
import { type Page, type Paged, pageOf } from './summary.ts';

/** Objects that hold a reference to this one, oldest first; undefined when there is no such object. */
export function referrersView(process: Process, serial: number, page: Page): Paged<ObjectsView> | undefined {
  const target = livingObject(process, serial);
  if (target === 0) return undefined;
  const { heap } = process;
  const found: number[] = [];
  let holder = 0;
  const visit = (child: number): void => {
    if (child === target && found.at(-1) !== holder) found.push(holder);
  };
  forEachObject(heap, (ref) => {
    holder = ref;
    forEachOwned(heap, ref, visit);
  });
  return pageOf(
    process,
    found.sort((a, b) => heap.serialOf(a) - heap.serialOf(b)),
    page,
  );
}

/** Objects that this one holds a reference to, in the order of its traversal; undefined when there is no such object. */
export function referentsView(process: Process, serial: number, page: Page): Paged<ObjectsView> | undefined {
  const ref = livingObject(process, serial);
  if (ref === 0) return undefined;
  const found = new Set<number>();
  forEachOwned(process.heap, ref, (child) => void found.add(child));
  return pageOf(process, [...found], page);
}
