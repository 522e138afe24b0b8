/**
 * Exchanging what an instance was made with: its class and its attribute dict (typeobject.c:object_set_class,
 * object.c:PyObject_GenericSetDict, dictobject.c:_PyObject_SetManagedDict).
 */
import { A, detachValues, freeValues, type TypeInfo } from '../heap/index.ts';
import { attributeDict } from './instances.ts';
import type { Process } from './process.ts';
import * as split from './split-dict.ts';

/** instance.__class__ = another class of the same layout. The values' names are the old class's, so they move into a dict. */
export function exchangeClass(process: Process, instance: number, type: TypeInfo): void {
  const { heap } = process;
  if ((heap.words[instance + A] as number) > 0) heap.decref(attributeDict(process, instance));
  const dict = -(heap.words[instance + A] as number);
  if (dict > 0) detachValues(heap, dict, true);
  heap.retype(instance, type);
}

/** instance.__dict__ = dict; 0 takes the dict away. */
export function exchangeDict(process: Process, instance: number, dict: number): void {
  const { heap } = process;
  const serial = heap.serialOf(instance);
  if ((heap.words[instance + A] as number) > 0) forgetValues(process, instance);
  const old = -(heap.words[instance + A] as number);
  if (dict !== 0) heap.addReference(dict, serial);
  heap.words[instance + A] = -dict;
  if (old <= 0) return;
  detachValues(heap, old);
  heap.dropReference(old, serial);
}

/** Values beside the instance become a dict first (up to 3.12); those in its block are cleared. */
function forgetValues(process: Process, instance: number): void {
  const { heap } = process;
  const values = heap.words[instance + A] as number;
  if (!split.isEmbedded(process, values)) {
    heap.decref(attributeDict(process, instance));
    return;
  }
  heap.words[instance + A] = 0;
  for (const [, value] of split.pairsOf(process, values)) heap.dropReference(value, heap.serialOf(instance));
  freeValues(heap, values);
}
