/** Tuples with names, as sys gives them (structseq.c). */
import { A, B } from '../../heap/index.ts';
import { hash64Of, type hash64s, PythonRaise } from '../../objects/index.ts';
import type { PyType } from '../eval/class-table.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type GetSet, native } from '../eval/native.ts';
import { moduleType } from './define-type.ts';

const TUPLE_BYTES = 16 + 24;
const POINTER_BYTES = 8;

interface StructSequence {
  readonly name: string;
  readonly module: string;
  readonly fields: readonly string[];
  /** Attributes beside the items: the same for all. */
  readonly hidden?: Readonly<Record<string, (vm: Interpreter) => number>>;
  /** Made by calling the class with a sequence; the others cannot be. */
  readonly callable?: boolean;
}

export function sequenceType(vm: Interpreter, spec: StructSequence): PyType {
  const { name, module, fields, hidden = {} } = spec;
  const getsets: Record<string, GetSet> = Object.fromEntries(
    fields.map((field, at) => [
      field,
      { get: (one: Interpreter, self: number) => one.own(one.itemAt(self, at)), member: true },
    ]),
  );
  for (const [field, make] of Object.entries(hidden)) getsets[field] = { get: make, member: true };
  const label = module === 'builtins' ? name : `${module}.${name}`;
  const repr = native((one, [self = 0]) => {
    const parts = fields.map((field, at) => `${field}=${one.repr(one.itemAt(self, at))}`);
    return one.newStr(`${label}(${parts.join(', ')})`);
  });
  const construct = native(
    (one, args) => {
      if (spec.callable === true) return fromSequence(one, spec, args);
      throw new PythonRaise('TypeError', `cannot create '${label}' instances`);
    },
    { args: [0, 2], anyKeywords: true },
  );
  const setup = (one: Interpreter, type: PyType): void => {
    one.hashers[type.info.id] = hash;
    type.natives.set('n_sequence_fields', one.newInt(fields.length));
    type.natives.set('n_fields', one.newInt(fields.length + Object.keys(hidden).length));
    type.natives.set('n_unnamed_fields', one.newInt(0));
  };
  return moduleType(vm, {
    name,
    module,
    base: 'tuple',
    getsets,
    methods: { __repr__: repr },
    construct,
    setup,
  });
}

/** tuplehash, inherited. */
function hash(vm: Interpreter, ref: number): hash64s.Hash64 {
  return vm.guard(vm.newTuple(vm.items(ref)), (tuple) => hash64Of(vm.process, tuple));
}

/** structseq_new */
function fromSequence(vm: Interpreter, spec: StructSequence, [, given = 0]: readonly number[]): number {
  const { fields, name, module } = spec;
  if (given === 0 || !vm.isIterable(given))
    throw new PythonRaise('TypeError', 'constructor requires a sequence');
  const items = vm.collect(given);
  const most = fields.length + Object.keys(spec.hidden ?? {}).length;
  if (items.length >= fields.length && items.length <= most) {
    for (const extra of items.splice(fields.length)) vm.decref(extra);
    const made = newStructSequence(vm, spec, items);
    vm.heap.track(made);
    return made;
  }
  vm.dropAll(items);
  const [bound, wanted] = items.length < fields.length ? ['at least ', fields.length] : ['at most ', most];
  const words = `${module}.${name}() takes an ${most === fields.length ? '' : bound}${wanted}-sequence`;
  throw new PythonRaise('TypeError', `${words} (${items.length}-sequence given)`);
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
  hidden: StructSequence['hidden'] = {},
): number {
  const type = sequenceType(vm, { name, module: 'sys', fields: fields.map(([field]) => field), hidden });
  return fill(
    vm,
    vm.heap.newOutside(type.info, 1),
    fields.map(([, value]) => value),
  );
}

/** One on the heap, which PyStructSequence_New leaves untracked; takes the values over. */
export function newStructSequence(vm: Interpreter, spec: StructSequence, values: readonly number[]): number {
  const type = sequenceType(vm, spec);
  return fill(vm, vm.heap.newGcObject(type.info, TUPLE_BYTES + POINTER_BYTES * values.length), values);
}
