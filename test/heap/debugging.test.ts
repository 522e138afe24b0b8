/** gc.set_debug, gc.garbage, gc.freeze: what the collector prints, saves and leaves alone (FACTS 9). */
import { expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import {
  append,
  collect,
  defineClass,
  generation,
  getCount,
  getObjects,
  instance,
  list,
  plain,
  refcount,
  setAttr,
  setDebug,
  unbind,
} from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

function cycle(s: Scenario): void {
  s.run(list('a'), append('a', 'a'), unbind('a'));
}

test('DEBUG_STATS prints the sizes of the generations and what was found', () => {
  const s = scenario();
  s.run(setDebug('STATS'), list('kept'));
  cycle(s);

  const lines = s.prints(collect(1));

  expect(lines.slice(0, 3)).toEqual([
    'gc: collecting generation 1...',
    'gc: objects in each generation: 2 0 0',
    'gc: objects in permanent generation: 0',
  ]);
  expect(lines[3]).toMatch(/^gc: done, 1 unreachable, 0 uncollectable, \d+\.\d{4}s elapsed$/);
  expect(lines).toHaveLength(4);
});

test('DEBUG_COLLECTABLE prints each object that was found, with its address', () => {
  const s = scenario();
  s.run(setDebug('COLLECTABLE'), list('a'));
  const address = s.ask({ op: 'id', of: 'a' });
  s.run(append('a', 'a'), unbind('a'));

  expect(s.prints(collect())).toEqual([`gc: collectable <list ${String(address)}>`]);
});

test('without flags nothing is printed', () => {
  const s = scenario();
  s.run(setDebug('STATS'), setDebug());
  cycle(s);

  expect(s.prints(collect())).toEqual([]);
  expect(s.ask(plain('gc.get_debug'))).toBe(0);
});

test.each([
  [['STATS'], 1],
  [['COLLECTABLE', 'SAVEALL'], 34],
  [['LEAK'], 38],
])('the flags %j are %i in Python', (flags, value) => {
  const s = scenario();
  s.run(setDebug(...flags));

  expect(s.ask(plain('gc.get_debug'))).toBe(value);
});

test('DEBUG_SAVEALL puts what was found into gc.garbage and clears nothing', () => {
  const s = scenario();
  s.run(setDebug('SAVEALL'), list('a'), list('b', 'a'), append('a', 'b'), unbind('a'), unbind('b'));

  expect(s.ask(collect(0))).toBe(2);

  expect(s.ask(plain('gc.garbage'))).toEqual(['#1', '#2']);
  expect(s.asks(refcount('#1'), generation('#1'), generation('gc.garbage[1]'))).toEqual([2, 1, 1]);
  expect(s.events.ofType('gc.saved').ids()).toEqual(['#1', '#2']);
});

test('emptying gc.garbage gives the saved objects up to the next collection', () => {
  const s = scenario();
  s.run(setDebug('SAVEALL'));
  cycle(s);
  s.run(collect(), setDebug(), { op: 'clear', of: 'gc.garbage' });

  expect(s.ask(collect())).toBe(1);
  expect(s.ask(plain('gc.garbage'))).toEqual([]);
});

test('frozen objects are in no generation and are not looked at', () => {
  const s = scenario();
  cycle(s);
  s.run(list('kept'), plain('gc.freeze'));

  expect(s.asks(generation('kept'), plain('gc.get_freeze_count'), getCount, collect())).toEqual([
    'permanent',
    2,
    [0, 0, 0],
    0,
  ]);
});

test('unfreezing moves the permanent objects to the end of the oldest generation', () => {
  const s = scenario();
  s.run(list('frozen'), plain('gc.freeze'), list('old'), collect());

  s.run(plain('gc.unfreeze'));

  expect(s.asks(getObjects(2), plain('gc.get_freeze_count'))).toEqual([['#2', '#1'], 0]);
});

test('freezing takes the generations in order: 0, 1, 2', () => {
  const s = scenario();
  s.run(list('old'), collect(), list('young'), plain('gc.freeze'), plain('gc.unfreeze'));

  expect(s.ask(getObjects(2))).toEqual(['#2', '#1']);
});

test('what a frozen object refers to is reachable', () => {
  const s = scenario();
  s.run(
    list('frozen'),
    append('frozen', 'frozen'),
    plain('gc.freeze'),
    list('a'),
    append('frozen', 'a'),
    append('a', 'a'),
    unbind('a'),
    unbind('frozen'),
  );

  expect(s.ask(collect())).toBe(0);
});

test.each(PYTHON_VERSIONS)('Python %s: instances are described by their class', (python) => {
  const s = scenario({ python });
  s.run(defineClass('Node'), setDebug('COLLECTABLE'), instance('n'), setAttr('n', 'x', 'n'), unbind('n'));

  const lines = s.prints(collect());

  expect(lines[0]).toMatch(/^gc: collectable <Node 0x[0-9a-f]+>$/);
  expect(lines.slice(1).every((line) => /^gc: collectable <dict 0x[0-9a-f]+>$/.test(line))).toBe(true);
  expect(lines).toHaveLength(['3.8', '3.9', '3.10'].includes(python) ? 2 : 1);
});
