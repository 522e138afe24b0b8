/** Views of names and objects, page by page. */
import { describe, expect, test } from 'vitest';
import {
  namesView as namesSchema,
  objectView as objectSchema,
  objectSummary,
} from '../../src/contract/index.ts';
import {
  namesView,
  objectsView,
  objectView,
  referentsView,
  referrersView,
} from '../../src/operations/index.ts';
import {
  append,
  bind,
  built,
  call,
  defineClass,
  defineFunction,
  dict,
  getAttr,
  instance,
  list,
  lit,
  plain,
  repeat,
  setAttr,
  str,
  unbind,
  weakref,
} from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

const FIRST_PAGE = { after: 0, limit: 100 };

function family(): Scenario {
  const s = scenario({ python: '3.12' });
  s.run(
    defineClass('Node'),
    list('a'),
    list('b', 'a'),
    append('a', 'b'),
    instance('n'),
    setAttr('n', 'x', 'a'),
  );
  s.run(weakref('n', 'w'), dict('d', ['k', 'a'], ['z', lit(null)]));
  return s;
}

test('names are listed frame by frame, with what they refer to', () => {
  const s = scenario({ python: '3.12' });
  s.run(list('a'), bind('n', lit(7)), defineFunction('f', 'p', 'q'), call('f', 'a', lit('x')));

  const view = namesSchema.parse(namesView(s.process));

  const names = view.frames.map((frame) => [
    frame.depth,
    frame.function,
    frame.names.map(({ name, type, repr }) => `${name}: ${type} ${repr.replace(/0x[0-9a-f]+/, '...')}`),
  ]);
  expect(names).toEqual([
    [0, '<module>', ['a: list <list object at ...>', 'n: int 7']],
    [1, 'f', ['p: list <list object at ...>', "q: str 'x'"]],
  ]);
  expect(view.frames[0]?.names[1]?.object).toMatch(/^#-\d+$/);
});

test('an object is described with its memory, its names and its weak references', () => {
  const s = family();

  const view = objectSchema.parse(objectView(s.process, 3));

  expect(view).toMatchObject({
    id: '#3',
    type: 'Node',
    refcount: 1,
    size_bytes: 48,
    generation: 0,
    finalized: false,
    names: [{ depth: 0, name: 'n' }],
    weakrefs: ['#5'],
    blocks: [
      { role: 'header', bytes: 48, in_pool: true },
      { role: 'values', bytes: 272, in_pool: true },
    ],
  });
  expect(view.address).toBe(s.ask({ op: 'id', of: 'n' }));
  expect(view.repr).toBe(`<__main__.Node object at ${view.address}>`);
});

test.each([
  ['list', built('list', 'x', 'multiply', 3), ['header', 'items']],
  ['empty list', list('x'), ['header']],
  ['dict', dict('x', ['k', lit(1)]), ['header', 'keys']],
  ['set', built('set', 'x', 'set(range)', 20), ['header', 'table']],
  ['small set', built('set', 'x', 'set(range)', 3), ['header']],
  ['tuple', built('tuple', 'x', 'tuple(range)', 3), ['header']],
  ['bytearray', { op: 'new', type: 'bytearray', as: 'x', length: 5 }, ['header', 'buffer']],
] as const)('a %s has the blocks %j', (_, made, roles) => {
  const s = scenario();
  s.run(made);

  expect(objectView(s.process, Number(s.id('x').slice(1)))?.blocks.map(({ role }) => role)).toEqual(roles);
});

test('a large text is in the system allocator, and its repr is cut', () => {
  const s = scenario();
  s.run(built('str', 't', 'str ascii', 5000));

  const view = objectView(s.process, Number(s.id('t').slice(1)));

  expect(view?.blocks).toMatchObject([{ in_pool: false }]);
  expect(view?.repr).toBe(`'${'a'.repeat(200)}'...`);
});

test('an int of many digits is not written out', () => {
  const s = scenario();
  s.run(built('int', 'i', 'int 2**', 100_000));

  expect(objectView(s.process, Number(s.id('i').slice(1)))?.repr).toBe('<int of 13360 bytes>');
});

test('an immortal object has no count, an untracked one no generation', () => {
  const s = scenario({ python: '3.12' });
  s.run(bind('n', lit(null)), str('t', 'two words'));

  expect(objectView(s.process, Number(s.id('n').slice(1)))).toMatchObject({
    refcount: null,
    generation: null,
    repr: 'None',
    blocks: [],
  });
  expect(objectView(s.process, Number(s.id('t').slice(1)))).toMatchObject({
    refcount: 1,
    generation: null,
    repr: "'two words'",
  });
});

test('what is frozen is in the permanent generation', () => {
  const s = scenario();
  s.run(list('a'), plain('gc.freeze'));

  expect(objectView(s.process, 1)?.generation).toBe('permanent');
});

test.each([0, 4, 999, -999])('there is no object %i', (serial) => {
  const s = family();

  expect(objectView(s.process, serial)).toBeUndefined();
  expect(referrersView(s.process, serial, FIRST_PAGE)).toBeUndefined();
  expect(referentsView(s.process, serial, FIRST_PAGE)).toBeUndefined();
});

describe('pages', () => {
  function walk(s: Scenario, limit: number, type?: string): string[] {
    const ids: string[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page = objectsView(s.process, { after, limit, ...(type === undefined ? {} : { type }) });
      for (const one of page.objects) objectSummary.parse(one);
      expect(page.objects.length).toBeLessThanOrEqual(limit);
      ids.push(...page.objects.map(({ id }) => id));
      after = page.next;
    }
    return ids;
  }

  test('objects of the session are listed by age, whatever the size of the page', () => {
    const s = family();
    const all = ['#1', '#2', '#3', '#5', '#6'];

    expect([1, 2, 4, 5, 100].map((limit) => walk(s, limit))).toEqual([all, all, all, all, all]);
    expect(objectsView(s.process, FIRST_PAGE)).toMatchObject({ total: 5, next: null });
  });

  test('records that were used before do not disturb the order', () => {
    const s = scenario();
    s.run(list('a'), list('b'), list('c'), unbind('b'), unbind('a'), list('d'), list('e'), list('f'));

    expect(walk(s, 2)).toEqual(['#3', '#4', '#5', '#6']);
  });

  test('one type at a time', () => {
    const s = family();

    expect([walk(s, 1, 'list'), walk(s, 9, 'Node'), walk(s, 9, 'nothing')]).toEqual([
      ['#1', '#2'],
      ['#3'],
      [],
    ]);
    expect(objectsView(s.process, { ...FIRST_PAGE, type: 'list' }).total).toBe(2);
  });

  test('an object that dies between two pages is skipped', () => {
    const s = scenario();
    s.run(list('a'), list('b'), list('c'));
    const first = objectsView(s.process, { after: 0, limit: 1 });
    s.run(unbind('b'));

    expect(objectsView(s.process, { after: first.next ?? 0, limit: 5 }).objects.map(({ id }) => id)).toEqual([
      '#3',
    ]);
  });

  test('a page of a hundred of many describes a hundred', () => {
    const s = scenario({ check: 'end', snapshots: 1 });
    s.run(list('l'), repeat(50_000, list('x'), append('l', 'x')));

    const page = objectsView(s.process, { after: 25_000, limit: 100 });

    expect(page).toMatchObject({ total: expect.any(Number), objects: { length: 100 } });
    expect(page.total).toBeGreaterThan(50_000);
    expect(Number(page.objects[0]?.id.slice(1))).toBeGreaterThan(25_000);
    expect(page.next).toBe(Number(page.objects[99]?.id.slice(1)));
  });
});

describe('references', () => {
  test('those who hold an object account for its count, together with its names', () => {
    const s = family();

    const view = referrersView(s.process, 1, FIRST_PAGE);

    expect(view?.objects.map(({ id }) => id)).toEqual(['#2', '#3', '#6']);
    expect(objectView(s.process, 1)).toMatchObject({ refcount: 4, names: [{ name: 'a' }] });
  });

  test('an untracked dict is a referrer, too', () => {
    const s = scenario();
    s.run({ op: 'new', type: 'float', as: 'f', value: 0.5 }, dict('d', ['k', 'f']));

    expect(
      referrersView(s.process, Number(s.id('f').slice(1)), FIRST_PAGE)?.objects.map(({ type }) => type),
    ).toEqual(['dict']);
    expect(s.ask({ op: 'gc.get_referrers', of: 'f' })).toEqual([]);
  });

  test('an object refers to its values, its keys and its class, each once', () => {
    const s = family();
    s.run(append('a', 'b'));

    const types = (serial: number) =>
      referentsView(s.process, serial, FIRST_PAGE)?.objects.map(({ type }) => type);

    expect([types(1), types(3), types(6)]).toEqual([
      ['list'],
      ['list', 'type'],
      ['list', 'NoneType', 'str', 'str'],
    ]);
  });

  test('pages of references go on where the last one ended', () => {
    const s = family();

    const first = referrersView(s.process, 1, { after: 0, limit: 2 });
    const second = referrersView(s.process, 1, { after: first?.next ?? 0, limit: 2 });

    expect(
      [first, second].map((page) => [page?.total, page?.next, page?.objects.map(({ id }) => id)]),
    ).toEqual([
      [3, 2, ['#2', '#3']],
      [3, null, ['#6']],
    ]);
  });
});

test('the dict of attributes belongs to the instance that it lies in', () => {
  const s = scenario({ python: '3.13' });
  s.run(defineClass('Node'), instance('n'), setAttr('n', 'x', lit(1)), getAttr('n', '__dict__', 'd'));

  expect(objectView(s.process, 2)).toMatchObject({ type: 'dict', refcount: 2, blocks: [{ role: 'header' }] });
});
