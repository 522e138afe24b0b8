/**
 * May objects laid out by one class be taken for objects of another? `o.__class__ = cls` and `cls.__bases__ = bases` ask it
 * (typeobject.c:compatible_for_assignment).
 */
import { PythonRaise } from '../../../objects/index.ts';
import { winningBase } from '../../eval/classes/class-bases.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { basicSize, itemSize } from './basic-sizes.ts';
import { type Offsets, offsetsOf, standsInFront } from './offsets.ts';

const WORD_BYTES = 8;

interface Assignment {
  readonly attribute: string;
  readonly old: PyType;
  readonly wanted: PyType;
}

export function checkAssignable(vm: Interpreter, { attribute, old, wanted }: Assignment): void {
  const differs = (what: string): PythonRaise =>
    new PythonRaise(
      'TypeError',
      `${attribute} assignment: '${wanted.name}' ${what} differs from '${old.name}'`,
    );
  // tp_free: PyObject_GC_Del or PyObject_Free.
  if (isCollected(wanted) !== isCollected(old)) throw differs('deallocator');
  const [one, other] = [lastAlike(vm, wanted), lastAlike(vm, old)];
  const alike = one === other || (baseOf(one) === baseOf(other) && addTheSame(vm, one, other));
  if (!alike || !sameInFront(vm, wanted, old)) throw differs('object layout');
}

/** Whoever makes a class with Python code makes its objects with a head for the collector. */
const isCollected = (type: PyType): boolean => type.dict !== 0 || type.info.gc;

function baseOf({ bases }: PyType): PyType | null {
  return bases.length === 0 ? null : winningBase(bases);
}

/** The highest class that this one's objects are laid out like (compatible_with_tp_base). */
function lastAlike(vm: Interpreter, type: PyType): PyType {
  const base = baseOf(type);
  return base !== null && haveSameLayout(vm, type, base) ? lastAlike(vm, base) : type;
}

function haveSameLayout(vm: Interpreter, one: PyType, other: PyType): boolean {
  const [a, b] = [offsetsOf(vm, one), offsetsOf(vm, other)];
  return (
    basicSize(vm, one) === basicSize(vm, other) &&
    itemSize(vm, one) === itemSize(vm, other) &&
    a.dict === b.dict &&
    a.weakrefs === b.weakrefs &&
    isCollected(one) === isCollected(other)
  );
}

/** Both add the same slots to their base, and a dict and weak references of one size in all (same_slots_added). */
function addTheSame(vm: Interpreter, one: PyType, other: PyType): boolean {
  const base = baseOf(one);
  if (base === null || one.dict === 0 || other.dict === 0) return false;
  const [a, b] = [offsetsOf(vm, one), offsetsOf(vm, other)];
  let size = basicSize(vm, base);
  for (const word of ['dict', 'weakrefs'] as const satisfies readonly (keyof Offsets)[])
    if (a[word] === size && b[word] === size) size += WORD_BYTES;
  const [slots, others] = [ownSlots(one), ownSlots(other)];
  if (slots !== null && others !== null) {
    if (slots.join() !== others.join()) return false;
    size += WORD_BYTES * slots.length;
  }
  return size === basicSize(vm, one) && size === basicSize(vm, other);
}

/** ht_slots */
function ownSlots({ slots }: PyType): readonly string[] | null {
  return slots === null ? null : slots.filter((slot) => slot !== '__dict__' && slot !== '__weakref__').sort();
}

function sameInFront(vm: Interpreter, one: PyType, other: PyType): boolean {
  const [a, b] = [standsInFront(vm, one), standsInFront(vm, other)];
  return a.dict === b.dict && a.weakrefs === b.weakrefs;
}
