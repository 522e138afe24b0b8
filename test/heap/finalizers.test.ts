/** `__del__`: once for each object, resurrection, and what 3.8 makes of it (FACTS 7, 9). */
import { expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import {
  bind,
  collect,
  defineClass,
  generation,
  instance,
  list,
  plain,
  refcount,
  setAttr,
  unbind,
} from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

const finalized = (of: string) => ({ op: 'gc.is_finalized', of });

function phoenixAndNode(python: (typeof PYTHON_VERSIONS)[number]): Scenario {
  const s = scenario({ python });
  s.run(defineClass('Node'), defineClass('Phoenix', { finalizer: 'resurrect' }));
  return s;
}

test('a finalizer is called when the last reference goes, before the object dies', () => {
  const s = scenario();
  s.run(defineClass('Final', { finalizer: 'noop' }), instance('n', 'Final'));

  s.run(unbind('n'));

  expect(s.recent.ofType('object.finalized').ids()).toEqual(['#1']);
  expect(s.recent.ofType('object.deallocated').ids().at(-1)).toBe('#1');
});

test('an object that its finalizer stored lives on at the end of the youngest generation', () => {
  const s = phoenixAndNode('3.12');
  s.run(instance('p', 'Phoenix'), collect(), list('l'));

  s.run(unbind('p'));

  expect(s.recent.ofType('object.resurrected').ids()).toEqual(['#1']);
  s.run(bind('p', 'resurrected[0]'));
  expect(s.asks(finalized('p'), generation('p'), refcount('p'))).toEqual([true, 0, 2]);
});

test('the finalizer of an object runs once, so the second time it dies', () => {
  const s = phoenixAndNode('3.12');
  s.run(instance('p', 'Phoenix'), unbind('p'));

  s.run({ op: 'pop', list: 'resurrected' });

  expect(s.recent.types()).not.toContain('object.finalized');
  expect(s.recent.ofType('object.deallocated').ids()).toEqual(['#1']);
});

test('a subclass inherits the finalizer', () => {
  const s = phoenixAndNode('3.12');
  s.run(defineClass('Sub', { bases: ['Phoenix'] }), instance('p', 'Sub'));

  s.run(unbind('p'));

  expect(s.recent.types()).toContain('object.resurrected');
});

test('in a cycle finalizers run before anything is cleared', () => {
  const s = scenario({ python: '3.12' });
  s.run(defineClass('Final', { finalizer: 'noop' }), instance('a', 'Final'), instance('b', 'Final'));
  s.run(setAttr('a', 'x', 'b'), setAttr('b', 'x', 'a'), unbind('a'), unbind('b'));

  s.run(collect());

  const types = s.recent.types().filter((type) => /^object\.(fin|de)/.test(type));
  expect(types).toEqual(['object.finalized', 'object.finalized', 'object.deallocated', 'object.deallocated']);
  expect(s.recent.ofType('object.finalized').ids()).toEqual(['#1', '#2']);
});

test.each(PYTHON_VERSIONS)(
  'Python %s: a resurrected object keeps what it refers to, the rest goes (but 3.8 keeps all)',
  (python) => {
    const s = phoenixAndNode(python);
    s.run(instance('p', 'Phoenix'), instance('kept'), instance('a'), instance('b'));
    s.run(setAttr('p', 'kept', 'kept'), setAttr('p', 'self', 'p'));
    s.run(setAttr('a', 'x', 'b'), setAttr('b', 'x', 'a'), setAttr('a', 'y', 'p'));
    const ids = ['p', 'kept', 'a', 'b'].map((name) => s.id(name));
    s.run(...['p', 'kept', 'a', 'b'].map(unbind));

    const found = s.ask(collect());

    const deaths = new Set(s.events.ofType('object.deallocated').ids());
    const dead = ids.map((id) => deaths.has(id));
    expect(dead).toEqual(python === '3.8' ? [false, false, false, false] : [false, false, true, true]);
    // Up to 3.10 each instance has a dict of attributes, which is found and counted, too.
    const counted = { '3.8': 0, '3.9': 4, '3.10': 4, '3.11': 2, '3.12': 2, '3.13': 2 };
    expect(found).toBe(counted[python]);
  },
);

test.each(PYTHON_VERSIONS)('Python %s: a frame of the finalizer is kept by its code up to 3.10', (python) => {
  const s = scenario({ python });
  s.run(defineClass('Final', { finalizer: 'noop' }), instance('n', 'Final'), unbind('n'));
  const frames = s.recent.born('frame').length;
  s.run(instance('n', 'Final'), unbind('n'));

  expect(frames).toBe(['3.8', '3.9', '3.10'].includes(python) ? 1 : 0);
  expect(s.recent.ofType('block.allocated').length).toBeLessThan(4);
});

test('nothing is collected while finalizers of a collection run', () => {
  const s = scenario({ python: '3.9' });
  s.run(defineClass('Phoenix', { finalizer: 'resurrect' }), {
    op: 'gc.set_threshold',
    thresholds: [1, 1, 1],
  });
  s.run(
    plain('gc.disable'),
    instance('p', 'Phoenix'),
    setAttr('p', 'self', 'p'),
    unbind('p'),
    plain('gc.enable'),
  );

  s.run(collect(0));

  expect(s.recent.ofType('gc.started')).toHaveLength(1);
});
