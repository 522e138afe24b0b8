/** weakref.ref objects (weakrefobject.c:weakref___new__). The heap keeps which object each one points to. */
import { B, GC_HEAD_BYTES, newTuple } from '../heap/index.ts';
import { RaiseInCall } from './exceptions.ts';
import type { Process } from './process.ts';
import { typeLabel } from './repr.ts';
import { PythonRaise } from './values/python-raise.ts';

export interface MadeWeakref {
  /** A new reference for the caller. */
  readonly weakref: number;
  /** True when the object had a weak reference without callback already. */
  readonly reused: boolean;
}

/**
 * weakref.ref(referent[, callback]): the type is called through a tuple of the arguments, made first and dropped last.
 * Without a callback an object has one weak reference, which every call returns.
 */
export function newWeakref(process: Process, referent: number, callback: number): MadeWeakref {
  const { heap } = process;
  const type = heap.typeOf(referent);
  const tuple = newTuple(heap, callback === 0 ? [referent] : [referent, callback]);
  if (!type.weakrefs) {
    const message = `cannot create weak reference to '${typeLabel(process, referent)}' object`;
    if (process.profile.calls.raisesObjects) throw new RaiseInCall(tuple, 'TypeError', message);
    heap.decref(tuple);
    throw new PythonRaise('TypeError', message);
  }
  const shared = callback === 0 ? heap.weakrefs.sharedOf(referent) : 0;
  if (shared !== 0) heap.incref(shared);
  const weakref = shared !== 0 ? shared : makeWeakref(process, referent, callback);
  heap.decref(tuple);
  return { weakref, reused: shared !== 0 };
}

/** A weak reference that is not shared with others, as C code makes it. */
export function makeWeakref(process: Process, referent: number, callback: number): number {
  const { heap, types } = process;
  const weakref = heap.newGcObject(types.weakref, GC_HEAD_BYTES + process.profile.layout.weakref);
  if (callback !== 0) heap.addReference(callback, heap.serialOf(weakref));
  heap.words[weakref + B] = callback;
  heap.weakrefs.link(weakref, referent);
  heap.track(weakref);
  return weakref;
}
