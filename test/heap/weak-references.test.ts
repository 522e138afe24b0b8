/** Weak references: sharing, clearing, callbacks, and what the collector does about them (FACTS 7, 8). */
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import {
  bind,
  call,
  collect,
  defineClass,
  defineFunction,
  getCount,
  instance,
  list,
  refcount,
  returns,
  same,
  set,
  setAttr,
  unbind,
  weakref,
} from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

const alive = (of: string) => ({ op: 'alive', weakref: of });

function withNode(python: (typeof PYTHON_VERSIONS)[number] = '3.9'): Scenario {
  const s = scenario({ python });
  s.run(defineClass('Node'), instance('n'));
  return s;
}

test('a weak reference does not keep its object alive', () => {
  const s = withNode();
  s.run(weakref('n', 'w'));
  expect([s.ask(refcount('n')), s.ask(alive('w'))]).toEqual([1, true]);

  s.run(unbind('n'));

  expect(s.ask(alive('w'))).toBe(false);
  expect(s.recent.types().filter((type) => /^(weakref|object)\./.test(type))).toEqual([
    'weakref.cleared',
    'object.deallocated',
  ]);
});

test('without a callback an object has one weak reference, which every call returns', () => {
  const s = withNode();
  s.run(weakref('n', 'w'));

  const [again] = s.run(weakref('n', 'v'));

  expect(again).toMatchObject({ value: 'reused' });
  expect(s.asks(same('w', 'v'), refcount('w'))).toEqual([true, 2]);
});

test('each weak reference with a callback is one of its own', () => {
  const s = withNode();
  s.run(weakref('n', 'w', true), weakref('n', 'v', true), weakref('n', 'u'));

  expect(s.asks(same('w', 'v'), same('w', 'u'))).toEqual([false, false]);
});

test('calling a weak reference gives its object, or None when that is gone', () => {
  const s = withNode();
  s.run(weakref('n', 'w'), { op: 'deref', weakref: 'w', as: 'm' });
  expect(s.asks(same('n', 'm'), refcount('n'))).toEqual([true, 2]);

  s.run(unbind('n'), unbind('m'), { op: 'deref', weakref: 'w', as: 'm' });

  expect(s.ask(same('m', { literal: null }))).toBe(true);
});

test('callbacks are called when the object dies, the newest first', () => {
  const s = withNode();
  s.run(weakref('n', 'w', true), weakref('n', 'v', true), weakref('n', 'u'));
  const [w, v, u] = ['w', 'v', 'u'].map((name) => s.id(name));

  s.run(unbind('n'));

  expect(s.recent.ofType('weakref.cleared').field('weakref')).toEqual([u, v, w]);
  expect(s.recent.ofType('weakref.called').field('weakref')).toEqual([v, w]);
});

test('a weak reference that dies first never calls back', () => {
  const s = withNode();
  s.run(weakref('n', 'w', true), unbind('w'));

  s.run(unbind('n'));

  expect(s.recent.types()).not.toContain('weakref.called');
});

test.each(PYTHON_VERSIONS)('Python %s: the call of weakref.ref passes its arguments in a tuple', (python) => {
  const s = withNode(python);
  const before = s.ask(getCount) as number[];

  s.run(weakref('n', 'w'));

  // The weak reference and the tuple, which then waits in its free list.
  expect((s.ask(getCount) as number[])[0]).toBe((before[0] ?? 0) + 2);
  expect(s.recent.born('tuple')).toHaveLength(1);
});

test.each(PYTHON_VERSIONS)(
  'Python %s: two callbacks are gathered in a tuple while they are called',
  (python) => {
    const s = withNode(python);
    s.run(weakref('n', 'w', true), weakref('n', 'v', true));

    s.run(unbind('n'));

    expect(s.recent.born('tuple')).toHaveLength(1);
    expect(s.recent.ofType('weakref.called')).toHaveLength(2);
  },
);

describe('in a collection', () => {
  function garbageWithWeakref(s: Scenario, callback: boolean, inGarbage: boolean): void {
    s.run(defineClass('Node'), instance('n'), setAttr('n', 'self', 'n'), weakref('n', 'w', callback));
    if (inGarbage) s.run(setAttr('n', 'w', 'w'), unbind('w'));
    s.run(unbind('n'));
  }

  test('weak references to garbage are cleared and their callbacks called before anything dies', () => {
    const s = scenario({ python: '3.12' });
    garbageWithWeakref(s, true, false);

    expect(s.ask(collect())).toBe(1);

    const order = s.events
      .all()
      .types()
      .filter((type) => /^(weakref|object\.de|gc\.found)/.test(type))
      .slice(-4);
    expect(order).toEqual(['gc.found', 'weakref.cleared', 'weakref.called', 'object.deallocated']);
  });

  test('a weak reference that is garbage itself is cleared and never called', () => {
    const s = scenario({ python: '3.12' });
    garbageWithWeakref(s, true, true);

    expect(s.ask(collect())).toBe(2);
    expect(s.events.ofType('weakref.called')).toHaveLength(0);
  });

  test('the weak reference survives and moves to the older generation', () => {
    const s = scenario({ python: '3.12' });
    garbageWithWeakref(s, true, false);

    s.run(collect(0));

    expect(s.asks(alive('w'), { op: 'generation', of: 'w' })).toEqual([false, 1]);
  });
});

test('sets, functions and instances can be referred to weakly, lists and numbers cannot', () => {
  const s = scenario();
  s.run(set('se'), list('l'));

  expect(s.run(weakref('se', 'w'))[0]?.error).toBeUndefined();
  expect(s.raises(weakref('l', 'w'))).toBe("TypeError: cannot create weak reference to 'list' object");
});

test.each([
  ['3.9', 'weakref'],
  ['3.10', 'weakref.ReferenceType'],
  ['3.13', 'weakref.ReferenceType'],
] as const)('Python %s calls a weak reference that nothing can refer to weakly %s', (python, name) => {
  const s = withNode(python);
  s.run(weakref('n', 'w'));

  expect(s.raises(weakref('w', 'v'))).toBe(`TypeError: cannot create weak reference to '${name}' object`);
});

test('a callback runs in a frame of its own, also while a function runs', () => {
  const s = withNode('3.8');
  s.run(weakref('n', 'w', true), defineFunction('f', 'p'), call('f', 'n'), unbind('n'), unbind('p'));
  expect(s.recent.types()).not.toContain('weakref.called');

  s.run(returns());

  expect(s.recent.types()).toContain('weakref.called');
  expect(s.ask(alive('w'))).toBe(false);
});

test('an object that was resurrected in a collection is no longer known to its weak references', () => {
  const s = scenario();
  s.run(
    defineClass('Phoenix', { finalizer: 'resurrect' }),
    instance('n', 'Phoenix'),
    setAttr('n', 'self', 'n'),
  );
  s.run(weakref('n', 'w'), unbind('n'), collect(), bind('n', 'resurrected[0]'));

  expect(s.asks(alive('w'), { op: 'gc.is_finalized', of: 'n' })).toEqual([false, true]);
});
