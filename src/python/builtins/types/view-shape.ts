/**
 * What a memoryview shows of a buffer: | obj <- managed buffer <- memoryview |. Views of one another share the managed buffer, which lets
 * the object go when the last of them is released (memoryobject.c: mbuf_release).
 */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Exporter, isStill } from '../../eval/operators/exports.ts';

export interface View {
  readonly format: string;
  readonly itemsize: number;
  /** Bytes before the first item. */
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly readonly: boolean;
  readonly released: boolean;
}

interface Holder {
  readonly views: readonly { readonly ref: number; readonly serial: number }[];
}

const BODY_BYTES = 144;
const BYTES_A_DIMENSION = 24;
const BUFFER_BYTES = 112;

export const viewBytes = (dimensions: number): number =>
  GC_HEAD_BYTES + BODY_BYTES + BYTES_A_DIMENSION * dimensions;

/** How its buffer is seen; undefined for what has none. */
export function exporterOf(vm: Interpreter, ref: number): Exporter | undefined {
  return vm.exporters[vm.infoOf(ref).id];
}

/** What a view shows; ValueError when it has been released. */
export function viewOf(vm: Interpreter, view: number): View {
  const shown = vm.heap.payload(view) as View;
  if (shown.released)
    throw new PythonRaise('ValueError', 'operation forbidden on released memoryview object');
  return shown;
}

/** A managed buffer over an object. */
export function newBuffer(vm: Interpreter, object: number): number {
  const { info } = vm.classes.named('managedbuffer');
  const buffer = vm.newFields(info, GC_HEAD_BYTES + BUFFER_BYTES, [vm.own(object)]);
  vm.heap.setPayload(buffer, { views: [] } satisfies Holder);
  vm.exports.add(object, buffer);
  exporterOf(vm, object)?.exported?.(vm, object);
  return buffer;
}

/** One more view of a managed buffer. */
export function newView(vm: Interpreter, buffer: number, shown: View): number {
  const { info } = vm.classes.named('memoryview');
  const view = vm.newFields(info, viewBytes(shown.shape.length), [vm.own(buffer)]);
  vm.heap.setPayload(view, shown);
  const { views } = vm.heap.payload(buffer) as Holder;
  const holder: Holder = { views: [...alive(vm, views), { ref: view, serial: vm.heap.serialOf(view) }] };
  vm.heap.setPayload(buffer, holder);
  return view;
}

function alive(vm: Interpreter, views: Holder['views']): Holder['views'] {
  return views.filter(
    ({ ref, serial }) => isStill(vm, ref, serial) && !(vm.heap.payload(ref) as View).released,
  );
}

export function release(vm: Interpreter, view: number): void {
  const shown = vm.heap.payload(view) as View;
  if (shown.released) return;
  vm.heap.setPayload(view, { ...shown, released: true } satisfies View);
  const buffer = vm.field(view, 0);
  const { views } = vm.heap.payload(buffer) as Holder;
  if (alive(vm, views).length === 0) vm.setField(buffer, 0, 0);
}

/** The object that is looked at, borrowed. */
export function objectOf(vm: Interpreter, view: number): number {
  return vm.field(vm.field(view, 0), 0);
}

export function itemCount({ shape }: View): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Places of the items in the buffer, in the order of their indices. */
export function placesOf({ offset, shape, strides }: View): readonly number[] {
  let places = [offset];
  for (const [at, size] of shape.entries()) {
    const stride = strides[at] as number;
    places = places.flatMap((place) => Array.from({ length: size }, (_, index) => place + index * stride));
  }
  return places;
}

/** An item that is copied counts as reading so many bytes. */
const PLACE_BYTES = 16;

/** All items as bytes, one after the other. */
export function contentOf(vm: Interpreter, view: number): Uint8Array {
  const shown = viewOf(vm, view);
  const object = objectOf(vm, view);
  const bytes = (exporterOf(vm, object) as Exporter).bytes(vm, object);
  const { itemsize, offset } = shown;
  if (isContiguous(shown)) return bytes.slice(offset, offset + itemsize * itemCount(shown));
  vm.goThrough(PLACE_BYTES * itemCount(shown));
  const places = placesOf(shown);
  const content = new Uint8Array(places.length * itemsize);
  for (const [at, place] of places.entries())
    content.set(bytes.subarray(place, place + itemsize), at * itemsize);
  return content;
}

/** C order without gaps; a dimension of one item may have any stride. */
export function isContiguous({ itemsize, shape, strides }: View): boolean {
  let expected = itemsize;
  for (let at = shape.length - 1; at >= 0; at--) {
    const size = shape[at] as number;
    if (size === 0) return true;
    if (size > 1 && strides[at] !== expected) return false;
    expected *= size;
  }
  return true;
}

/** Strides of items in C order. */
export function stridesOf(shape: readonly number[], itemsize: number): number[] {
  const strides: number[] = [];
  let stride = itemsize;
  for (const size of shape.toReversed()) {
    strides.unshift(stride);
    stride *= size;
  }
  return strides;
}
