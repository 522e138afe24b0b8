/** Functions and frames: who holds an argument, where frames come from, when they go (FACTS 4, 10). */
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS, type PythonVersion } from '../../src/heap/index.ts';
import {
  bind,
  call,
  collect,
  defineFunction,
  getCount,
  list,
  lit,
  refcount,
  returns,
  unbind,
} from '../support/ops.ts';
import { scenario } from '../support/scenario.ts';

const BEFORE_3_11: readonly PythonVersion[] = ['3.8', '3.9', '3.10'];

describe.each(PYTHON_VERSIONS)('Python %s', (python) => {
  const isOld = BEFORE_3_11.includes(python);

  test('an argument is held by its parameter, and up to 3.10 by the stack of the caller', () => {
    const s = scenario({ python });
    s.run(list('a'), defineFunction('f', 'p'), call('f', 'a'));
    const inside = s.ask(refcount('a'));
    s.run(unbind('p'));
    const deleted = s.ask(refcount('a'));
    s.run(returns());

    expect([inside, deleted, s.ask(refcount('a'))]).toEqual(isOld ? [3, 2, 1] : [2, 1, 1]);
  });

  test('the first call makes a frame object that the code keeps, up to 3.10', () => {
    const s = scenario({ python });
    s.run(defineFunction('f'), call('f'));
    const first = s.ask(getCount);
    s.run(returns(), call('f'), returns());

    expect([first, s.ask(getCount)]).toEqual(
      isOld
        ? [
            [1, 0, 0],
            [1, 0, 0],
          ]
        : [
            [0, 0, 0],
            [0, 0, 0],
          ],
    );
    expect(s.events.all().born('frame')).toHaveLength(isOld ? 2 : 0);
  });

  test('a nested call of the same function takes another frame', () => {
    const s = scenario({ python });
    s.run(defineFunction('f'), call('f'), call('f'), call('f'));
    const three = s.ask(getCount);
    s.run(returns(), returns(), returns(), call('f'), call('f'), returns(), returns());

    expect([three, s.ask(getCount)]).toEqual(
      isOld
        ? [
            [3, 0, 0],
            [3, 0, 0],
          ]
        : [
            [0, 0, 0],
            [0, 0, 0],
          ],
    );
  });

  test('parameters are local: they hide globals of the same name, and end with the call', () => {
    const s = scenario({ python });
    s.run(list('p'), list('a'), defineFunction('f', 'p'), call('f', 'a'));
    const inside = s.ask({ op: 'is', a: 'p', b: 'a' });
    s.run(bind('p', lit(1)), bind('g', 'a'), returns());

    expect([inside, s.ask({ op: 'is', a: 'p', b: '#1' }), s.ask({ op: 'is', a: 'g', b: 'a' })]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('what only a parameter holds dies when the function returns', () => {
    const s = scenario({ python });
    s.run(list('a'), defineFunction('f', 'p'), call('f', 'a'), unbind('a'));
    expect(s.recent.ofType('object.deallocated').ids()).not.toContain('#1');

    expect(s.deaths(returns())).toContain('#1');
  });

  test('a returned value is bound before the caller goes on', () => {
    const s = scenario({ python });
    s.run(list('a'), defineFunction('f', 'p'), call('f', 'a'), unbind('a'), returns('p', 'r'));

    expect(s.ask(refcount('r'))).toBe(1);
  });

  test('objects of a running function are not garbage', () => {
    const s = scenario({ python });
    s.run(
      list('a'),
      { op: 'append', list: 'a', item: 'a' },
      defineFunction('f', 'p'),
      call('f', 'a'),
      unbind('a'),
    );

    expect(s.ask(collect())).toBe(0);
    s.run(returns());
    expect(s.ask(collect())).toBe(1);
  });
});

test('a function that was not defined is defined by its first call', () => {
  const s = scenario();
  s.run(
    { op: 'call', function: 'f', args: [lit(1), lit(2)], params: ['x', 'y'] },
    bind('kept', 'y'),
    returns(),
  );

  expect(s.ask({ op: 'is', a: 'kept', b: lit(2) })).toBe(true);
  expect(s.raises(call('f'))).toBe("TypeError: f() missing 2 required positional arguments: 'x' and 'y'");
});

test('frames enter and leave with events that say how deep', () => {
  const s = scenario();
  s.run(defineFunction('f'), defineFunction('g'), call('f'), call('g'), returns(), returns());

  const frames = s.events.all().filter((event) => event.topic === 'frame');
  expect(frames.map(({ type }) => type)).toEqual([
    'frame.entered',
    'frame.entered',
    'frame.left',
    'frame.left',
  ]);
  expect(s.events.ofType('frame.left').field('depth')).toEqual([2, 1]);
  expect(s.events.ofType('frame.left').field('function')).toEqual(['g', 'f']);
});

test('999 calls below the module are as deep as Python goes', () => {
  const s = scenario({ python: '3.12', check: 'end' });
  s.run(defineFunction('f'), ...Array.from({ length: 999 }, () => call('f')));

  expect(s.raises(call('f'))).toMatch(/^RecursionError: maximum recursion depth exceeded/);
});
