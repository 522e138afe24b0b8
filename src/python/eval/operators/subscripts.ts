/**
 * o[i], o[i] = v, del o[i] and slices (abstract.c:PyObject_GetItem, listobject.c:list_subscript ...). Other files add their classes to
 * `vm.subscripts` (by layout).
 */
import { KIND } from '../../../heap/index.ts';
import { dicts, type ints, lists, PythonRaise, points } from '../../../objects/index.ts';
import { sequenceSteps } from '../../builtins/types/list-fill.ts';
import { callSteps, specialSteps } from '../calls/call-steps.ts';
import { asksForNumber, converting } from '../calls/conversions.ts';
import { slotIsGeneric } from '../calls/slot-wrappers.ts';
import { owning, type Steps } from '../calls/waiting.ts';
import { countItems, goThroughPlaces } from '../effort.ts';
import { endingSteps } from '../frames/finalizing.ts';
import type { Interpreter } from '../interpreter.ts';
import { asSsize } from '../ssize.ts';
import { bytesItem, deleteBytes, storeByte } from './byte-subscripts.ts';
import { asksToIterate } from './iteration-steps.ts';
import { asksForKey, withKey } from './key-questions.ts';
import { rangeItem } from './range-iteration.ts';

export function getItem(vm: Interpreter, ref: number, key: number): number {
  const type = vm.classes.of(ref);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__getitem__');
  if (own !== 0) return vm.callSpecial(own, ref, [key]);
  const { atoms, range, bytearray } = vm.process.types;
  const info = type.native.info;
  const known = vm.subscripts[info.id];
  if (known?.get !== undefined) return known.get(vm, ref, key);
  switch (info.kind) {
    case KIND.LIST:
      return sequenceItem(vm, ref, key, 'list');
    case KIND.TUPLE:
      return sequenceItem(vm, ref, key, 'tuple');
    case KIND.DICT:
      return vm.finish(dictItem(vm, ref, key));
    default:
  }
  if (info === atoms.str) return strItem(vm, ref, key);
  if (info === atoms.bytes || info === bytearray) return bytesItem(vm, ref, key);
  if (info === range) return rangeItem(vm, ref, key);
  const asClass = vm.classes.forObject(ref);
  if (asClass !== undefined) return classItem(vm, ref, key);
  const method = vm.special(ref, '__getitem__');
  if (method !== 0) return vm.callSpecial(method, ref, [key]);
  throw new PythonRaise('TypeError', `'${type.name}' object is not subscriptable`);
}

/** getItem in steps. */
export function* itemSteps(vm: Interpreter, ref: number, key: number): Steps {
  const own = vm.override(ref, '__getitem__');
  if (own !== 0) return yield* specialSteps(vm, own, ref, [key]);
  if (asksForItem(vm, ref, key)) return yield* dictItem(vm, ref, key);
  return asksForNumber(vm, key) ? yield* converting(vm, () => getItem(vm, ref, key)) : getItem(vm, ref, key);
}

/** Is it a dict that asks the key, or of a class whose `__missing__` answers for keys that are not there? */
export function asksForItem(vm: Interpreter, ref: number, key: number): boolean {
  const type = vm.classes.of(ref);
  const { info, name } = type.native;
  if (info.kind !== KIND.DICT || vm.subscripts[info.id]?.get !== undefined) return false;
  if (asksForKey(vm, key)) return true;
  return (type.dict !== 0 || name !== 'dict') && vm.special(ref, '__missing__') !== 0;
}

function classItem(vm: Interpreter, ref: number, key: number): number {
  const type = vm.classes.forObject(ref);
  const meta = vm.special(ref, '__getitem__');
  if (meta !== 0) return vm.callSpecial(meta, ref, [key]);
  if (type === vm.classes.named('type') && vm.rules.builtInsAreGeneric)
    return vm.call(vm.classes.named('GenericAlias').ref, [ref, key]);
  // An attribute like any other, which a metaclass may answer for (PyObject_GetItem).
  const method = vm.findAttr(ref, '__class_getitem__');
  if (method !== 0) return vm.guard(method, () => vm.call(method, [key]));
  throw new PythonRaise('TypeError', vm.words.classNotSubscriptable(type?.name ?? 'type', vm.typeName(ref)));
}

function* dictItem(vm: Interpreter, ref: number, key: number): Steps {
  const found = yield* withKey(vm, key, () => dicts.dictGet(vm.process, ref, key));
  if (found !== 0) return vm.own(found);
  const type = vm.classes.of(ref);
  const missing = type.dict === 0 && type.native.name === 'dict' ? 0 : vm.special(ref, '__missing__');
  if (missing === 0) throw vm.keyError(key);
  const bound = vm.bind(missing, ref);
  return yield* owning(vm, [bound], callSteps(vm, bound, [key]));
}

/** The number that an index object stands for; TypeError with this message when it is none. */
export function indexOf(
  vm: Interpreter,
  key: number,
  message: () => string,
  overflow = `cannot fit '${vm.typeName(key)}' into an index-sized integer`,
): number {
  if (vm.isInt(key)) {
    const value = asSsize(vm.int(key));
    if (value === null) throw new PythonRaise('IndexError', overflow);
    return value;
  }
  const method = vm.special(key, '__index__');
  if (method === 0) throw new PythonRaise('TypeError', message());
  const index = askedIndex(vm, method, key);
  const size = asSsize(index);
  if (size === null) throw new PythonRaise('OverflowError', 'Python int too large to convert to C ssize_t');
  return size;
}

/** The value of what `__index__` answers, which may be waited for. */
export function askedIndex(vm: Interpreter, method: number, self: number): ints.PyInt {
  const { conversions } = vm;
  if (conversions !== null) return conversions.ask(self, '__index__', () => indexSteps(vm, method, self));
  return vm.guard(vm.callSpecial(method, self), (answer) => indexAnswered(vm, answer));
}

function* indexSteps(vm: Interpreter, method: number, self: number): Steps<ints.PyInt> {
  const answer = yield* specialSteps(vm, method, self);
  return vm.guard(answer, () => indexAnswered(vm, answer));
}

function indexAnswered(vm: Interpreter, answer: number): ints.PyInt {
  return vm.int(indexObject(vm, answer));
}

/** What `__index__` has answered, if it is an int. */
export function indexObject(vm: Interpreter, answer: number): number {
  if (vm.isInt(answer)) return answer;
  throw new PythonRaise('TypeError', `__index__ returned non-int (type ${vm.typeName(answer)})`);
}

export function isSlice(vm: Interpreter, key: number): boolean {
  return vm.infoOf(key).name === 'slice';
}

export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;
}

/** slice.indices for a sequence of this length (PySlice_Unpack, PySlice_AdjustIndices). */
export function sliceRange(vm: Interpreter, slice: number, length: number): SliceRange {
  const part = (at: number): number | null => slicePart(vm, vm.field(slice, at));
  const step = part(2) ?? 1;
  if (step === 0) throw new PythonRaise('ValueError', 'slice step cannot be zero');
  return adjusted(part(0), part(1), step, length);
}

function adjusted(from: number | null, to: number | null, step: number, length: number): SliceRange {
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  const clamp = (value: number): number => Math.min(Math.max(value < 0 ? value + length : value, low), high);
  const start = from === null ? (step < 0 ? high : low) : clamp(from);
  const stop = to === null ? (step < 0 ? low : high) : clamp(to);
  const count = step > 0 ? Math.ceil((stop - start) / step) : Math.ceil((start - stop) / -step);
  return { start, stop, step, length: Math.max(0, count) };
}

export function slicePart(vm: Interpreter, part: number): number | null {
  if (part === 0 || vm.isNone(part)) return null;
  if (vm.isInt(part)) {
    const value = vm.int(part);
    return typeof value === 'number'
      ? value
      : value < 0n
        ? -Number.MAX_SAFE_INTEGER
        : Number.MAX_SAFE_INTEGER;
  }
  return indexOf(vm, part, () => 'slice indices must be integers or None or have an __index__ method');
}

export function placesOf({ start, step, length }: Omit<SliceRange, 'stop'>): number[] {
  const places: number[] = [];
  for (let at = 0; at < length; at++) places.push(start + at * step);
  return places;
}

export function checkedIndex(
  vm: Interpreter,
  key: number,
  length: number,
  what: string,
  text = 'index out of range',
): number {
  const suffix = `indices must be integers or slices, not ${vm.typeName(key)}`;
  const at = indexOf(vm, key, () =>
    what === 'string'
      ? stringIndexMessage(vm, key)
      : what === 'bytes'
        ? `byte ${suffix}`
        : `${what} ${suffix}`,
  );
  const place = at < 0 ? at + length : at;
  if (place < 0 || place >= length)
    throw new PythonRaise('IndexError', what === 'bytes' ? text : `${what} ${text}`);
  return place;
}

function stringIndexMessage(vm: Interpreter, key: number): string {
  return vm.words.stringIndex(vm.typeName(key));
}

function sequenceItem(vm: Interpreter, ref: number, key: number, what: 'list' | 'tuple'): number {
  const length = vm.listSize(ref);
  if (!isSlice(vm, key)) return vm.own(vm.itemAt(ref, checkedIndex(vm, key, length, what)));
  const range = sliceRange(vm, key, length);
  countItems(vm, range.length);
  const items: number[] = [];
  for (let at = 0; at < range.length; at++) items.push(vm.itemAt(ref, range.start + at * range.step));
  if (what === 'list') return vm.newList(items);
  const whole = range.length === length && range.step === 1 && vm.heap.typeOf(ref) === vm.process.types.tuple;
  return whole ? vm.own(ref) : vm.newTuple(items);
}

function strItem(vm: Interpreter, ref: number, key: number): number {
  const text = vm.text(ref);
  goThroughPlaces(vm, ref);
  const length = points.codePointLength(text);
  if (!isSlice(vm, key)) return vm.newStr(points.characterAt(text, checkedIndex(vm, key, length, 'string')));
  const range = sliceRange(vm, key, length);
  if (range.length === length && range.step === 1 && vm.heap.typeOf(ref) === vm.process.types.atoms.str)
    return vm.own(ref);
  const part = points.sliceString(text, range.start, range.step, range.length);
  return range.step === 1 ? vm.newStr(part) : vm.newFreshStr(part); // Only PyUnicode_Substring knows the shared ones.
}

export function setItem(vm: Interpreter, ref: number, key: number, value: number): void {
  const type = vm.classes.of(ref);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__setitem__');
  if (own !== 0) {
    vm.decref(vm.callSpecial(own, ref, [key, value]));
    return;
  }
  if (slotIsGeneric(vm, type, STORING)) return storeByWrapper(vm, ref, '__setitem__', [key, value]);
  const info = type.native.info;
  const known = vm.subscripts[info.id];
  if (known?.set !== undefined) return known.set(vm, ref, key, value);
  if (info.kind === KIND.DICT) return dicts.dictSet(vm.process, ref, key, value);
  if (info.kind === KIND.LIST) {
    if (isSlice(vm, key)) return storeSlice(vm, ref, sliceRange(vm, key, vm.listSize(ref)), value);
    return lists.setListItem(
      vm.process,
      ref,
      checkedIndex(vm, key, vm.listSize(ref), 'list', 'assignment index out of range'),
      value,
    );
  }
  if (info === vm.process.types.bytearray) return storeByte(vm, ref, key, value);
  const method = vm.special(ref, '__setitem__');
  if (method === 0)
    throw new PythonRaise('TypeError', `'${type.name}' object does not support item assignment`);
  vm.decref(vm.callSpecial(method, ref, [key, value]));
}

/** The names of the slot for storing and deleting items (mp_ass_subscript). */
const STORING = ['__setitem__', '__delitem__'];

/** slot_mp_ass_subscript where Python code has one of the two methods and a built-in class the other, or nobody. */
function storeByWrapper(vm: Interpreter, ref: number, name: string, args: readonly number[]): void {
  const method = vm.special(ref, name);
  if (method === 0) throw new PythonRaise('AttributeError', name);
  vm.decref(vm.call(method, [ref, ...args]));
}

/** _PyIndex_Check */
function isIndex(vm: Interpreter, key: number): boolean {
  return vm.isInt(key) || vm.special(key, '__index__') !== 0;
}

/** a[i:j] = items, a[i:j:k] = items (list_ass_slice, list_ass_subscript). */
export function storeSlice(vm: Interpreter, list: number, range: SliceRange, value: number): void {
  vm.finish(sliceSteps(vm, list, range, value));
}

/** Does Python code say what goes into the slice of a list? */
export function asksToStoreSlice(vm: Interpreter, ref: number, key: number, value: number): boolean {
  if (vm.heap.typeOf(ref) !== vm.process.types.list || !isSlice(vm, key)) return false;
  return vm.lines.watched || asksToIterate(vm, value);
}

/** The same in steps. */
export function* storeSliceSteps(vm: Interpreter, list: number, slice: number, value: number): Steps<void> {
  const range = (): SliceRange => sliceRange(vm, slice, vm.listSize(list));
  yield* sliceSteps(vm, list, asksForNumber(vm, slice) ? yield* converting(vm, range) : range(), value);
}

function* sliceSteps(vm: Interpreter, list: number, range: SliceRange, value: number): Steps<void> {
  const refused = range.step === 1 ? vm.words.sliceWantsIterable : 'must assign iterable to extended slice';
  // A list that is stored into itself is copied first.
  const sequence = value === list ? vm.newList(vm.items(list)) : yield* sequenceSteps(vm, value, refused);
  const items = vm.items(sequence).map((item) => vm.own(item));
  const store = (): void => storeItems(vm, list, range, items);
  try {
    if (vm.lines.watched && range.step === 1) yield* endingSteps(vm, store);
    else store();
  } finally {
    vm.dropAll(items);
    vm.decref(sequence);
  }
}

function storeItems(vm: Interpreter, list: number, range: SliceRange, items: readonly number[]): void {
  countItems(vm, range.step === 1 ? vm.listSize(list) - range.start : 2 * range.length);
  if (range.step === 1)
    return lists.replaceSlice(vm.process, list, range.start, range.start + range.length, items);
  if (items.length !== range.length) {
    throw new PythonRaise(
      'ValueError',
      `attempt to assign sequence of size ${items.length} to extended slice of size ${range.length}`,
    );
  }
  for (const [at, place] of placesOf(range).entries())
    lists.setListItem(vm.process, list, place, items[at] as number);
}

export function deleteItem(vm: Interpreter, ref: number, key: number): void {
  const type = vm.classes.of(ref);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__delitem__');
  if (own !== 0) {
    vm.decref(vm.callSpecial(own, ref, [key]));
    return;
  }
  if (slotIsGeneric(vm, type, STORING)) return storeByWrapper(vm, ref, '__delitem__', [key]);
  const info = type.native.info;
  const known = vm.subscripts[info.id];
  if (known?.delete !== undefined) return known.delete(vm, ref, key);
  if (info.kind === KIND.DICT) {
    if (!dicts.dictDelete(vm.process, ref, key)) throw vm.keyError(key);
    return;
  }
  if (info.kind === KIND.LIST) return deleteFromList(vm, ref, key);
  if (info === vm.process.types.bytearray) return deleteBytes(vm, ref, key);
  const method = vm.special(ref, '__delitem__');
  if (method !== 0) {
    vm.decref(vm.callSpecial(method, ref, [key]));
    return;
  }
  const sequence =
    type.dict !== 0 || info.kind === KIND.TUPLE || info.kind === KIND.SET || vm.isStr(ref) || vm.isBytes(ref);
  throw new PythonRaise(
    'TypeError',
    `'${type.name}' object ${sequence && isIndex(vm, key) ? "doesn't" : 'does not'} support item deletion`,
  );
}

function deleteFromList(vm: Interpreter, ref: number, key: number): void {
  const length = vm.listSize(ref);
  if (!isSlice(vm, key)) {
    const place = checkedIndex(vm, key, length, 'list', 'assignment index out of range');
    countItems(vm, length - place);
    return lists.deleteListItem(vm.process, ref, place);
  }
  deleteSlice(vm, ref, sliceRange(vm, key, length));
}

/** del a[i:j], del a[i:j:k] */
export function deleteSlice(vm: Interpreter, list: number, range: SliceRange): void {
  countItems(vm, vm.listSize(list) - range.start);
  if (range.step === 1)
    return lists.replaceSlice(vm.process, list, range.start, range.start + range.length, []);
  lists.deletePlaces(vm.process, list, new Set(placesOf(range)));
}
