/**
 * Random operations for property tests: most are what a program could say, some are mistakes that Python answers with an
 * exception. Few names, attributes and keys, so that they meet again and again.
 */
import * as fc from 'fast-check';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import type { JsonOperation, Operand } from './ops.ts';
import * as ops from './ops.ts';
import type { ScenarioSettings } from './scenario.ts';

/** Classes of every sort, and thresholds so low that collections happen by themselves. */
export const PRELUDE: readonly JsonOperation[] = [
  ops.defineClass('Node'),
  ops.defineClass('Slots', { slots: ['x', 'y'] }),
  ops.defineClass('Mixed', { bases: ['Slots'] }),
  ops.defineClass('Final', { finalizer: 'noop' }),
  ops.defineClass('Phoenix', { finalizer: 'resurrect' }),
  ops.defineFunction('f', 'p'),
  ops.defineFunction('g', 'p', 'q'),
  ops.setThreshold(6, 2, 2),
];

const name = fc.constantFrom('a', 'b', 'c', 'd', 'p');
const attribute = fc.constantFrom('x', 'y', 'z');
const reference = fc.oneof(
  { weight: 12, arbitrary: name },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'a[0]',
      'b[-1]',
      'a.x',
      'b.y',
      "c['k']",
      'd[1]',
      'a.x.y',
      'gc.garbage',
      'resurrected',
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map((serial) => `#${serial}`) },
  { weight: 1, arbitrary: fc.constant('nowhere') },
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
  { weight: 4, arbitrary: reference },
  { weight: 1, arbitrary: constant },
);
const key = fc.oneof(
  fc.constantFrom<string | number | boolean | null>('k', 'l', 'm m', 0, 1, -1, 5, true, null, 1.5),
  reference.map((one) => ({ var: one })),
);
const operands = fc.array(operand, { maxLength: 4 });
const entries = fc.array(fc.tuple(key, operand), { maxLength: 6 });
const className = fc.constantFrom('Node', 'Slots', 'Mixed', 'Final', 'Phoenix');
const ways = fc.constantFrom<[string, string]>(
  ['list', 'list(range)'],
  ['list', 'list comprehension'],
  ['list', 'list(generator)'],
  ['list', 'slice'],
  ['set', 'set(range)'],
  ['dict', 'dict comprehension'],
  ['dict', 'dict.copy'],
  ['tuple', 'tuple(range)'],
  ['str', 'str ucs2'],
  ['int', 'int 2**'],
);

const making = fc.oneof(
  fc.tuple(name, operands).map(([as, items]) => ops.list(as, ...items)),
  fc.tuple(name, operands).map(([as, items]) => ops.tuple(as, ...items)),
  fc.tuple(name, operands).map(([as, items]) => ops.set(as, ...items)),
  fc.tuple(name, operands).map(([as, items]) => ops.frozenset(as, ...items)),
  fc.tuple(name, entries).map(([as, pairs]) => ops.dict(as, ...pairs)),
  fc.tuple(name, className).map(([as, of]) => ops.instance(as, of)),
  fc.tuple(name, className).map(([as, of]) => ops.instance(as, of)),
  fc.tuple(name, fc.integer({ min: -1000, max: 1000 })).map(([as, value]) => ops.int(as, value)),
  fc
    .tuple(name, fc.constantFrom('', 'k', 'word', 'two words', '\u20ac'))
    .map(([as, value]) => ops.str(as, value)),
  fc.tuple(name, fc.constantFrom(0.5, 2.5)).map(([as, value]) => ops.float(as, value)),
  fc
    .tuple(name, ways, fc.nat({ max: 40 }))
    .map(([as, [type, how], length]) => ops.built(type, as, how, length)),
  name.map((as) => ({ op: 'new', type: 'bytearray', as })),
);

const changing = fc.oneof(
  fc.tuple(name, operand).map(([as, to]) => ops.bind(as, to)),
  name.map(ops.unbind),
  fc.tuple(reference, operand).map(([to, item]) => ops.append(to, item)),
  fc
    .tuple(reference, fc.integer({ min: -3, max: 3 }), operand)
    .map(([to, at, item]) => ops.insert(to, at, item)),
  fc.tuple(reference, reference).map(([to, items]) => ops.extend(to, items)),
  fc
    .tuple(
      reference,
      fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
      fc.option(name, { nil: undefined }),
    )
    .map(([from, index, as]) => ops.pop(from, index, as)),
  fc.tuple(reference, operand).map(([from, item]) => ops.remove(from, item)),
  reference.map(ops.clear),
  fc.tuple(reference, key, operand).map(([of, at, value]) => ops.setItem(of, at, value)),
  fc.tuple(reference, key, name).map(([of, at, as]) => ops.getItem(of, at, as)),
  fc.tuple(reference, key).map(([of, at]) => ops.delItem(of, at)),
  fc.tuple(reference, operand).map(([to, item]) => ops.setAdd(to, item)),
  fc.tuple(reference, operand).map(([from, item]) => ops.setDiscard(from, item)),
  fc.tuple(reference, attribute, operand).map(([of, at, value]) => ops.setAttr(of, at, value)),
  fc.tuple(reference, attribute, operand).map(([of, at, value]) => ops.setAttr(of, at, value)),
  fc
    .tuple(reference, fc.constantFrom('x', 'y', '__dict__'), name)
    .map(([of, at, as]) => ops.getAttr(of, at, as)),
  fc.tuple(reference, attribute).map(([of, at]) => ops.delAttr(of, at)),
  fc.tuple(reference, name, fc.boolean()).map(([to, as, callback]) => ops.weakref(to, as, callback)),
  fc.tuple(reference, name).map(([of, as]) => ({ op: 'deref', weakref: of, as })),
  fc.tuple(reference, name).map(([of, as]) => ops.intern(of, as)),
);

const calling = fc.oneof(
  operand.map((arg) => ops.call('f', arg)),
  fc.tuple(operand, operand).map(([p, q]) => ops.call('g', p, q)),
  fc
    .tuple(fc.option(operand, { nil: null }), fc.option(name, { nil: null }))
    .map(([value, as]) => ops.returns(value, as)),
);

const collecting = fc.oneof(
  fc.integer({ min: 0, max: 2 }).map(ops.collect),
  fc
    .constantFrom('gc.enable', 'gc.disable', 'gc.freeze', 'gc.unfreeze', 'compile_unit', 'gc.garbage')
    .map(ops.plain),
  fc.constantFrom(ops.setDebug(), ops.setDebug('SAVEALL'), ops.setDebug('STATS', 'COLLECTABLE')),
  reference.map(ops.refcount),
  reference.map(ops.sizeOf),
  reference.map(ops.referrers),
  reference.map(ops.generation),
);

const allocating = fc
  .tuple(fc.constantFrom('alloc', 'realloc', 'free'), fc.constantFrom('u', 'v'), fc.nat({ max: 700 }))
  .map(([what, block, bytes]) =>
    what === 'free' ? { op: 'mem.free', of: block } : { op: `mem.${what}`, ...blockOf(what, block), bytes },
  );

function blockOf(what: string, block: string): object {
  return what === 'alloc' ? { as: block } : { of: block };
}

const simple: fc.Arbitrary<JsonOperation> = fc.oneof(
  { weight: 8, arbitrary: making },
  { weight: 14, arbitrary: changing },
  { weight: 2, arbitrary: calling },
  { weight: 3, arbitrary: collecting },
  { weight: 1, arbitrary: allocating },
);

const looping = fc
  .tuple(fc.nat({ max: 8 }), fc.array(simple, { minLength: 1, maxLength: 4 }))
  .map(([times, body]) =>
    ops.repeat(times, ...body.filter((one) => one.op !== 'compile_unit'), ops.plain('gc.enable')),
  );

const operation: fc.Arbitrary<JsonOperation> = fc.oneof(
  { weight: 12, arbitrary: simple },
  { weight: 1, arbitrary: looping },
);

export const operationLists = (maxLength: number): fc.Arbitrary<JsonOperation[]> =>
  fc.array(operation, { maxLength, size: 'max' });

export const processSettings: fc.Arbitrary<ScenarioSettings> = fc.record({
  python: fc.constantFrom(...PYTHON_VERSIONS),
  seed: fc.nat({ max: 5 }),
});
