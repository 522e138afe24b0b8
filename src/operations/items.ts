/**
 * x[key]: what stands under a key or at a position, and what Python says when nothing can
 * (abstract.c:PyObject_GetItem, PyObject_DelItem).
 */
import { KIND } from '../heap/index.ts';
import {
  dicts,
  intValue,
  lists,
  newInt,
  type Process,
  PythonRaise,
  points,
  strings,
  typeLabel,
} from '../objects/index.ts';

/** Positions beyond it do not even fit Python's own (PyNumber_AsSsize_t). */
const LARGEST_POSITION = 1n << 63n;

/** Borrowed. A character or number that is no object yet becomes a constant of the unit, which owns it. */
export function readItem(process: Process, ref: number, key: number): number {
  const held = heldItem(process, ref, key);
  if (held !== 0) return held;
  const element = elementOf(process, ref, key);
  return typeof element === 'string' ? process.constants.str(element) : process.constants.int(element);
}

/** A new reference. */
export function takeItem(process: Process, ref: number, key: number): number {
  const held = heldItem(process, ref, key);
  if (held !== 0) {
    process.heap.addReference(held, 0);
    return held;
  }
  const element = elementOf(process, ref, key);
  return typeof element === 'string' ? strings.newStr(process, element) : newInt(process, element);
}

/** The position that a key names in a sequence. */
export function indexOf(process: Process, key: number, type: string): number {
  if (!isIndex(process, key)) {
    throw new PythonRaise(
      'TypeError',
      `${type} indices must be integers or slices, not ${typeLabel(process, key)}`,
    );
  }
  const position = intValue(process, key);
  if (typeof position === 'number') return position;
  if (position >= LARGEST_POSITION || position < -LARGEST_POSITION) {
    throw new PythonRaise('IndexError', "cannot fit 'int' into an index-sized integer");
  }
  return Number(position);
}

/** The message of `del x[key]` on something that cannot do it: sequences word it differently for positions. */
export function noDeletion(process: Process, ref: number, key: number): string {
  const { types } = process;
  const type = process.heap.typeOf(ref);
  const isSequence =
    type.kind === KIND.TUPLE ||
    type.kind === KIND.SET ||
    type.kind === KIND.INSTANCE ||
    type === types.atoms.str ||
    type === types.atoms.bytes ||
    type === types.range;
  const does = isSequence && isIndex(process, key) ? "doesn't" : 'does not';
  return `'${typeLabel(process, ref)}' object ${does} support item deletion`;
}

/** The item of a list, tuple or dict; 0 for other types. */
function heldItem(process: Process, ref: number, key: number): number {
  const type = process.heap.typeOf(ref);
  if (type.kind === KIND.DICT) {
    const value = dicts.dictGet(process, ref, key);
    if (value === 0) throw dicts.keyError(process, key);
    return value;
  }
  if (type.kind === KIND.LIST) return lists.listItem(process, ref, indexOf(process, key, type.name));
  if (type.kind !== KIND.TUPLE) return 0;
  return itemAt(process.tupleItems(ref), indexOf(process, key, type.name), 'tuple index out of range');
}

/** A character of a str, a byte of bytes or of a bytearray, a number of a range. */
function elementOf(process: Process, ref: number, key: number): string | number {
  const { heap, types } = process;
  const type = heap.typeOf(ref);
  if (type === types.atoms.str) {
    const characters = points.toCodePoints(heap.payload(ref) as string);
    return String.fromCodePoint(itemAt(characters, stringIndex(process, key), 'string index out of range'));
  }
  if (type === types.atoms.bytes) {
    return itemAt(heap.payload(ref) as Uint8Array, indexOf(process, key, 'byte'), 'index out of range');
  }
  if (type === types.bytearray) {
    const content = strings.bytearrayContent(process, ref);
    return itemAt(content, indexOf(process, key, 'bytearray'), 'bytearray index out of range');
  }
  if (type !== types.range) throw new PythonRaise('TypeError', notSubscriptable(process, ref));
  const [start, , step, length] = process.tupleItems(ref).map((field) => Number(intValue(process, field)));
  if (!isIndex(process, key)) indexOf(process, key, 'range');
  const position = Number(intValue(process, key));
  const at = position < 0 ? position + (length as number) : position;
  if (at < 0 || at >= (length as number))
    throw new PythonRaise('IndexError', 'range object index out of range');
  return (start as number) + at * (step as number);
}

function stringIndex(process: Process, key: number): number {
  if (isIndex(process, key)) return indexOf(process, key, 'string');
  const type = typeLabel(process, key);
  throw new PythonRaise('TypeError', process.profile.messages.stringIndices.replace('%', type));
}

function itemAt(items: ArrayLike<number>, index: number, message: string): number {
  const item = items[index < 0 ? index + items.length : index];
  if (item === undefined) throw new PythonRaise('IndexError', message);
  return item;
}

function isIndex(process: Process, key: number): boolean {
  const { atoms } = process.types;
  const type = process.heap.typeOf(key);
  return type === atoms.int || type === atoms.bool;
}

function notSubscriptable(process: Process, ref: number): string {
  const one = process.classes.find((candidate) => candidate.object === ref);
  if (one !== undefined && process.profile.messages.namesClassInSubscript)
    return `type '${one.name}' is not subscriptable`;
  return `'${typeLabel(process, ref)}' object is not subscriptable`;
}
