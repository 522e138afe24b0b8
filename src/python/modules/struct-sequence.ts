/** Tuples with names, as sys gives them (structseq.c). */
import { A, B } from '../../heap/index.ts';
import { hash64Of, type hash64s, PythonRaise } from '../../objects/index.ts';
import type { PyType } from '../eval/classes/class-table.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type GetSet, type Keywords, native } from '../eval/native.ts';
import { moduleType } from './define-type.ts';

const TUPLE_BYTES = 16 + 24;
const POINTER_BYTES = 8;

export interface StructSequence {
  readonly name: string;
  readonly module: string;
  readonly fields: readonly string[];
  /** Attributes beside the items. */
  readonly hidden?: Readonly<Record<string, (vm: Interpreter, self: number) => number>>;
  /**
   * The class can be called with a sequence, and a dict of what it lacks; this keeps the values of the hidden attributes, borrowed, 0
   * where there is none. The others cannot be called.
   */
  readonly keepHidden?: (vm: Interpreter, self: number, values: readonly number[]) => void;
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
    (one, args, keywords) => {
      if (spec.keepHidden !== undefined) return fromSequence(one, spec, [args, keywords]);
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
  const counted = fields.length + (vm.rules.sizesCountHidden ? Object.keys(hidden).length : 0);
  return moduleType(vm, {
    name,
    module,
    base: 'tuple',
    bytes: () => TUPLE_BYTES + POINTER_BYTES * counted,
    getsets,
    methods: { __repr__: repr, __reduce__: native((one, [self = 0]) => reduced(one, self, spec)) },
    construct,
    setup,
  });
}

/** structseq_reduce: the class, with the items and a dict of what has only names. */
function reduced(vm: Interpreter, self: number, { hidden = {} }: StructSequence): number {
  const dict = vm.newDict();
  for (const [name, get] of Object.entries(hidden)) vm.put(dict, name, get(vm, self));
  const state = vm.tupleOf([vm.newTuple(vm.items(self)), dict]);
  return vm.tupleOf([vm.own(vm.classes.of(self).ref), state]);
}

/** tuplehash, inherited. */
function hash(vm: Interpreter, ref: number): hash64s.Hash64 {
  return vm.guard(vm.newTuple(vm.items(ref)), (tuple) => hash64Of(vm.process, tuple));
}

/** structseq_new */
function fromSequence(
  vm: Interpreter,
  spec: StructSequence,
  [[, first = 0, second = 0], keywords]: readonly [readonly number[], Keywords],
): number {
  const given = first || (keywords.get('sequence') ?? 0);
  const dict = second || (keywords.get('dict') ?? 0);
  if (given === 0)
    throw new PythonRaise('TypeError', "structseq() missing required argument 'sequence' (pos 1)");
  const items = vm.guard(vm.iterOr(given, 'constructor requires a sequence'), (one) => vm.collect(one));
  const { fields } = spec;
  const names = Object.keys(spec.hidden ?? {});
  if (items.length < fields.length || items.length > fields.length + names.length) {
    vm.dropAll(items);
    throw wrongLength(spec, items.length);
  }
  const beside = items.splice(fields.length);
  const made = newStructSequence(vm, spec, items);
  vm.heap.track(made);
  const named = names.slice(beside.length).map((name) => (dict === 0 ? 0 : vm.readDict(dict, name)));
  spec.keepHidden?.(vm, made, [...beside, ...named]);
  vm.dropAll(beside);
  return made;
}

function wrongLength({ fields, hidden = {}, module, name }: StructSequence, given: number): PythonRaise {
  const most = fields.length + Object.keys(hidden).length;
  const [bound, wanted] = given < fields.length ? ['at least ', fields.length] : ['at most ', most];
  const words = `${module}.${name}() takes an ${most === fields.length ? '' : bound}${wanted}-sequence`;
  return new PythonRaise('TypeError', `${words} (${given}-sequence given)`);
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
  const items = values.length + Object.keys(spec.hidden ?? {}).length;
  return fill(vm, vm.heap.newGcObject(type.info, TUPLE_BYTES + POINTER_BYTES * items), values);
}
