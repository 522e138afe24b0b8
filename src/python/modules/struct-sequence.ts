/** Tuples with names, as sys gives them (structseq.c). */
import { A, B } from '../../heap/index.ts';
import type { PyType } from '../eval/class-table.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';
import { moduleType } from './define-type.ts';

const TUPLE_BYTES = 16 + 24;
const POINTER_BYTES = 8;

interface StructSequence {
  readonly name: string;
  readonly module: string;
  readonly fields: readonly string[];
}

function sequenceType(vm: Interpreter, { name, module, fields }: StructSequence): PyType {
  const getsets = Object.fromEntries(
    fields.map((field, at) => [
      field,
      { get: (one: Interpreter, self: number) => one.own(one.itemAt(self, at)), member: true },
    ]),
  );
  const label = module === 'builtins' ? name : `${module}.${name}`;
  const repr = native((one, [self = 0]) => {
    const parts = fields.map((field, at) => `${field}=${one.repr(one.itemAt(self, at))}`);
    return one.newStr(`${label}(${parts.join(', ')})`);
  });
  return moduleType(vm, { name, module, base: 'tuple', getsets, methods: { __repr__: repr } });
}

function fill(vm: Interpreter, ref: number, items: readonly number[]): number {
  const chunk = vm.heap.cells.alloc(items.length);
  vm.heap.cells.words.set(items, chunk);
  vm.heap.words[ref + A] = chunk;
  vm.heap.words[ref + B] = items.length;
  return ref;
}

/** One that was there before the program; takes the values over. */
export function outsideStructSequence(
  vm: Interpreter,
  name: string,
  fields: readonly (readonly [string, number])[],
): number {
  const type = sequenceType(vm, { name, module: 'sys', fields: fields.map(([field]) => field) });
  return fill(
    vm,
    vm.heap.newOutside(type.info, 1),
    fields.map(([, value]) => value),
  );
}

/** One on the heap; takes the values over. */
export function newStructSequence(vm: Interpreter, spec: StructSequence, values: readonly number[]): number {
  const type = sequenceType(vm, spec);
  const ref = fill(vm, vm.heap.newGcObject(type.info, TUPLE_BYTES + POINTER_BYTES * values.length), values);
  vm.heap.track(ref);
  return ref;
}
