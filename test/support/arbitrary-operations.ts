/**
 * Random operations for property tests: most are what a program could say, some are mistakes that Python answers with an
 * exception. A name has the type that its sort says until something else is bound to it; names, attributes and keys are few, so
 * that they meet again and again.
 */
import * as fc from 'fast-check';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import type { JsonOperation, Operand } from './ops.ts';
import * as ops from './ops.ts';
import type { ScenarioSettings } from './scenario.ts';

const LISTS = ['l', 'm'];
const TUPLES = ['t', 'u'];
const DICTS = ['d', 'e'];
const SETS = ['s', 'r'];
const INSTANCES = ['n', 'o', 'q'];
const WEAKREFS = ['w', 'v'];
const ATOMS = ['i', 'k'];
const NAMES = [...LISTS, ...TUPLES, ...DICTS, ...SETS, ...INSTANCES, ...WEAKREFS, ...ATOMS];

/** Classes of every sort, a name of each sort, and thresholds so low that collections happen by themselves. */
export const PRELUDE: readonly JsonOperation[] = [
  ops.defineClass('Node'),
  ops.defineClass('Slots', { slots: ['x', 'y'] }),
  ops.defineClass('Mixed', { bases: ['Slots'] }),
  ops.defineClass('Final', { finalizer: 'noop' }),
  ops.defineClass('Phoenix', { finalizer: 'resurrect' }),
  ops.defineFunction('f', 'p'),
  ops.defineFunction('g', 'p', 'l'),
  ...LISTS.map((name) => ops.list(name)),
  ...TUPLES.map((name) => ops.tuple(name, 'l', 'm')),
  ...DICTS.map((name) => ops.dict(name)),
  ...SETS.map((name) => ops.set(name)),
  ...INSTANCES.map((name) => ops.instance(name, 'Node')),
  ...WEAKREFS.map((name) => ops.weakref('n', name)),
  ops.int('i', 1000),
  ops.str('k', 'two words'),
  ops.setThreshold(6, 2, 2),
];

/** One of these names nearly always, any reference otherwise. */
function mostly(names: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: reference });
}

function named(names: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: anyName });
}

const anyName = fc.constantFrom(...NAMES, 'p');
const attribute = fc.constantFrom('x', 'y', 'z');
const path = fc.constantFrom(
  'l[0]',
  'm[-1]',
  't[0]',
  'n.x',
  'o.y',
  "d['k']",
  'e[1]',
  'n.x.y',
  'gc.garbage',
  'resurrected',
);
const reference: fc.Arbitrary<string> = fc.oneof(
  { weight: 14, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 2, arbitrary: path },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }).map((serial) => `#${serial}`) },
);
const constant = fc
  .constantFrom<number | string | boolean | null>(
    null,
    true,
    0,
    7,
    300,
    2 ** 40,
    1.5,
    -0,
    'k',
    'not a name',
    '',
  )
  .map(ops.lit);
const operand: fc.Arbitrary<Operand> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LISTS, ...INSTANCES, ...DICTS, ...TUPLES) },
  { weight: 3, arbitrary: reference },
  { weight: 1, arbitrary: constant },
);
const hashable: fc.Arbitrary<Operand> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...INSTANCES, ...ATOMS) },
  { weight: 3, arbitrary: constant },
  { weight: 1, arbitrary: reference },
);
const literalKey = fc.constantFrom<string | number | boolean | null>(
  'k',
  'l',
  'm m',
  0,
  1,
  -1,
  5,
  true,
  null,
  1.5,
);
const key = fc.oneof(
  { weight: 3, arbitrary: literalKey },
  { weight: 1, arbitrary: hashable.map((one) => (typeof one === 'string' ? { var: one } : one.literal)) },
);
const position = fc.integer({ min: -3, max: 3 });
const operands = fc.array(operand, { maxLength: 4 });
const entries = fc.array(fc.tuple(key, operand), { maxLength: 6 });
const ways = fc.constantFrom<[string, string, string]>(
  ['l', 'list', 'list(range)'],
  ['m', 'list', 'list comprehension'],
  ['l', 'list', 'list(generator)'],
  ['m', 'list', 'slice'],
  ['s', 'set', 'set(range)'],
  ['d', 'dict', 'dict comprehension'],
  ['e', 'dict', 'dict.copy'],
  ['t', 'tuple', 'tuple(range)'],
  ['k', 'str', 'str ucs2'],
  ['i', 'int', 'int 2**'],
);

const making = fc.oneof(
  fc.tuple(named(LISTS), operands).map(([as, items]) => ops.list(as, ...items)),
  fc.tuple(named(TUPLES), operands).map(([as, items]) => ops.tuple(as, ...items)),
  fc.tuple(named(SETS), fc.array(hashable, { maxLength: 4 })).map(([as, items]) => ops.set(as, ...items)),
  fc
    .tuple(named(ATOMS), fc.array(hashable, { maxLength: 4 }))
    .map(([as, items]) => ops.frozenset(as, ...items)),
  fc.tuple(named(DICTS), entries).map(([as, pairs]) => ops.dict(as, ...pairs)),
  fc
    .tuple(named(INSTANCES), fc.constantFrom('Node', 'Node', 'Slots', 'Mixed', 'Final', 'Phoenix'))
    .map(([as, of]) => ops.instance(as, of)),
  fc.tuple(named(ATOMS), fc.integer({ min: -1000, max: 1000 })).map(([as, value]) => ops.int(as, value)),
  fc
    .tuple(named(ATOMS), fc.constantFrom('', 'k', 'word', 'two words', '\u20ac'))
    .map(([as, value]) => ops.str(as, value)),
  fc.tuple(named(ATOMS), fc.constantFrom(0.5, 2.5)).map(([as, value]) => ops.float(as, value)),
  fc.tuple(ways, fc.nat({ max: 40 })).map(([[as, type, how], length]) => ops.built(type, as, how, length)),
  named(LISTS).map((as) => ({ op: 'new', type: 'bytearray', as })),
);

const listChanging = fc.oneof(
  fc.tuple(mostly(LISTS), operand).map(([to, item]) => ops.append(to, item)),
  fc.tuple(mostly(LISTS), operand).map(([to, item]) => ops.append(to, item)),
  fc.tuple(mostly(LISTS), position, operand).map(([to, at, item]) => ops.insert(to, at, item)),
  fc
    .tuple(mostly(LISTS), mostly([...LISTS, ...TUPLES, ...SETS, ...DICTS]))
    .map(([to, items]) => ops.extend(to, items)),
  fc
    .tuple(mostly(LISTS), fc.option(position, { nil: undefined }), fc.option(anyName, { nil: undefined }))
    .map(([from, index, as]) => ops.pop(from, index, as)),
  fc.tuple(mostly(LISTS), operand).map(([from, item]) => ops.remove(from, item)),
  mostly([...LISTS, ...DICTS, ...SETS]).map(ops.clear),
  fc.tuple(mostly(LISTS), position, operand).map(([of, at, value]) => ops.setItem(of, at, value)),
  fc.tuple(mostly([...LISTS, ...TUPLES]), position, anyName).map(([of, at, as]) => ops.getItem(of, at, as)),
  fc.tuple(mostly(LISTS), position).map(([of, at]) => ops.delItem(of, at)),
);

const tableChanging = fc.oneof(
  fc.tuple(mostly(DICTS), key, operand).map(([of, at, value]) => ops.setItem(of, at, value)),
  fc.tuple(mostly(DICTS), key, operand).map(([of, at, value]) => ops.setItem(of, at, value)),
  fc.tuple(mostly(DICTS), key, anyName).map(([of, at, as]) => ops.getItem(of, at, as)),
  fc.tuple(mostly(DICTS), key).map(([of, at]) => ops.delItem(of, at)),
  fc.tuple(mostly(SETS), hashable).map(([to, item]) => ops.setAdd(to, item)),
  fc.tuple(mostly(SETS), hashable).map(([from, item]) => ops.setDiscard(from, item)),
);

const instanceChanging = fc.oneof(
  fc.tuple(mostly(INSTANCES), attribute, operand).map(([of, at, value]) => ops.setAttr(of, at, value)),
  fc.tuple(mostly(INSTANCES), attribute, operand).map(([of, at, value]) => ops.setAttr(of, at, value)),
  fc.tuple(mostly(INSTANCES), attribute, operand).map(([of, at, value]) => ops.setAttr(of, at, value)),
  fc.tuple(mostly(INSTANCES), attribute, anyName).map(([of, at, as]) => ops.getAttr(of, at, as)),
  fc.tuple(mostly(INSTANCES), named(DICTS)).map(([of, as]) => ops.getAttr(of, '__dict__', as)),
  fc.tuple(mostly(INSTANCES), attribute).map(([of, at]) => ops.delAttr(of, at)),
  fc
    .tuple(mostly([...INSTANCES, ...SETS]), named(WEAKREFS), fc.boolean())
    .map(([to, as, calls]) => ops.weakref(to, as, calls)),
  fc.tuple(mostly(WEAKREFS), anyName).map(([of, as]) => ({ op: 'deref', weakref: of, as })),
);

const naming = fc.oneof(
  fc.tuple(anyName, operand).map(([as, to]) => ops.bind(as, to)),
  anyName.map(ops.unbind),
  fc.tuple(mostly(['k']), fc.constant('k')).map(([of, as]) => ops.intern(of, as)),
  operand.map((arg) => ops.call('f', arg)),
  fc.tuple(operand, operand).map(([p, q]) => ops.call('g', p, q)),
  fc
    .tuple(fc.option(operand, { nil: null }), fc.option(anyName, { nil: null }))
    .map(([value, as]) => ops.returns(value, as)),
);

const collecting = fc.oneof(
  fc.integer({ min: 0, max: 2 }).map(ops.collect),
  fc
    .constantFrom('gc.enable', 'gc.enable', 'gc.disable', 'gc.unfreeze', 'compile_unit', 'gc.garbage')
    .map(ops.plain),
  fc.constantFrom('gc.unfreeze', 'gc.get_stats', 'gc.get_objects', 'gc.freeze', 'gc.unfreeze').map(ops.plain),
  fc.constantFrom(ops.setDebug(), ops.setDebug('SAVEALL'), ops.setDebug('STATS', 'COLLECTABLE')),
  reference.map(ops.refcount),
  reference.map(ops.sizeOf),
  reference.map(ops.referrers),
  reference.map(ops.generation),
);

const block = fc.constantFrom('first', 'second', 'third');
const blockBytes = fc.nat({ max: 700 });
const allocating = fc.oneof(
  fc.tuple(block, blockBytes).map(([as, size]) => ({ op: 'mem.alloc', as, bytes: size })),
  fc.tuple(block, blockBytes).map(([of, size]) => ({ op: 'mem.realloc', of, bytes: size })),
  block.map((of) => ({ op: 'mem.free', of })),
);

const simple: fc.Arbitrary<JsonOperation> = fc.oneof(
  { weight: 9, arbitrary: making },
  { weight: 5, arbitrary: listChanging },
  { weight: 4, arbitrary: tableChanging },
  { weight: 6, arbitrary: instanceChanging },
  { weight: 3, arbitrary: naming },
  { weight: 3, arbitrary: collecting },
  { weight: 1, arbitrary: allocating },
);

const looping = fc
  .tuple(fc.nat({ max: 8 }), fc.array(simple, { minLength: 1, maxLength: 4 }))
  .map(([times, body]) =>
    ops.repeat(times, ...body.filter((one) => one.op !== 'compile_unit'), ops.getCount),
  );

const operation: fc.Arbitrary<JsonOperation> = fc.oneof(
  { weight: 12, arbitrary: simple },
  { weight: 1, arbitrary: looping },
);

export function operationLists(maxLength: number): fc.Arbitrary<JsonOperation[]> {
  return fc.array(operation, { maxLength, size: 'max' });
}

export const processSettings: fc.Arbitrary<ScenarioSettings> = fc.record({
  python: fc.constantFrom(...PYTHON_VERSIONS),
  seed: fc.nat({ max: 5 }),
});
