/** Where attributes live, and how instances of a class share their names (PEP 412; FACTS 1, 3). */
import { expect, test } from 'vitest';
import { PYTHON_VERSIONS, type PythonVersion } from '../../src/heap/index.ts';
import {
  defineClass,
  delAttr,
  getAttr,
  instance,
  lit,
  refcount,
  setAttr,
  sizeOf,
  unbind,
} from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

const BEFORE_3_11: readonly PythonVersion[] = ['3.8', '3.9', '3.10'];
const SINCE_3_11: readonly PythonVersion[] = ['3.11', '3.12', '3.13'];

/** getsizeof(instance.__dict__): small while the names are the class's. */
function dictSize(s: Scenario, of: string): unknown {
  s.run(getAttr(of, '__dict__', 'asked'));
  const size = s.ask(sizeOf('asked'));
  s.run(unbind('asked'));
  return size;
}

function store(s: Scenario, of: string, ...names: string[]): void {
  s.run(...names.map((name) => setAttr(of, name, lit(1))));
}

const SIX = ['a', 'b', 'c', 'd', 'e', 'f'];

test.each(BEFORE_3_11)(
  'Python %s: a class stops sharing when an instance stores in another order',
  (python) => {
    const s = scenario({ python });
    s.run(defineClass('Node'), instance('a'), instance('b'));
    store(s, 'a', 'x', 'y');
    expect(dictSize(s, 'a')).toBe(104);

    store(s, 'b', 'y', 'x');
    s.run(instance('c'));
    store(s, 'c', 'x', 'y');

    expect([dictSize(s, 'b'), dictSize(s, 'c')]).toEqual([232, 232]);
  },
);

test.each(BEFORE_3_11)('Python %s: deleting an attribute ends the sharing for the class', (python) => {
  const s = scenario({ python });
  s.run(defineClass('Node'), instance('p'), instance('q'));
  store(s, 'p', 'x');
  store(s, 'q', 'x');

  s.run(delAttr('q', 'x'), instance('r'));
  store(s, 'r', 'x');

  // `p` alone still has the shared keys, so they count as its own.
  expect([dictSize(s, 'p'), dictSize(s, 'q'), dictSize(s, 'r')]).toEqual([272, 232, 232]);
});

test.each(BEFORE_3_11)('Python %s: the only user of the shared keys may grow them', (python) => {
  const s = scenario({ python });
  s.run(defineClass('Node'), instance('t'), instance('u'));
  store(s, 't', ...SIX);
  store(s, 'u', 'a');

  expect([dictSize(s, 't'), dictSize(s, 'u')]).toEqual([144, 144]);
});

test.each(BEFORE_3_11)('Python %s: two users cannot, so the one that grows leaves them', (python) => {
  const s = scenario({ python });
  s.run(defineClass('Node'), instance('t'), instance('u'));
  store(s, 't', 'x');
  store(s, 'u', 'x');

  store(s, 't', ...SIX);
  s.run(instance('v'));
  store(s, 'v', 'x');

  expect([dictSize(s, 't'), dictSize(s, 'u'), dictSize(s, 'v')]).toEqual([360, 272, 232]);
});

test.each(SINCE_3_11)('Python %s: there is room for 30 names, one fewer for each instance', (python) => {
  const s = scenario({ python });
  s.run(defineClass('Node'), instance('a'));
  store(s, 'a', 'x', 'y');
  const first = dictSize(s, 'a');
  s.run(instance('b'));
  store(s, 'b', 'y', 'x');

  expect([first, dictSize(s, 'b')]).toEqual([296, 288]);
});

test.each(SINCE_3_11)('Python %s: more names than that make a dict of the instance’s own', (python) => {
  const s = scenario({ python });
  s.run(defineClass('Node'), instance('q'));

  store(s, 'q', ...Array.from({ length: 40 }, (_, at) => `a${at}`));

  expect(dictSize(s, 'q')).toBe(1584);
});

test.each(PYTHON_VERSIONS)(
  'Python %s makes the dict of attributes with the first store or when asked for',
  (python) => {
    const s = scenario({ python });
    s.run(defineClass('Node'), instance('n'));
    s.run(setAttr('n', 'x', lit(1)));
    const byStore = s.recent.born('dict').length;
    s.run(getAttr('n', '__dict__', 'd'));
    const byAsking = s.recent.born('dict').length;

    expect([byStore, byAsking]).toEqual(BEFORE_3_11.includes(python) ? [1, 0] : [0, 1]);
    expect(s.ask(refcount('d'))).toBe(2);
  },
);

test.each(PYTHON_VERSIONS)(
  'Python %s: a dict of attributes that was asked for outlives its instance',
  (python) => {
    const s = scenario({ python });
    s.run(defineClass('Node'), instance('n'));
    store(s, 'n', 'x', 'y');
    s.run(getAttr('n', '__dict__', 'd'));

    s.run(unbind('n'), { op: 'get_item', of: 'd', key: 'y', as: 'y' });

    expect(s.ask(refcount('d'))).toBe(1);
    expect(s.ask({ op: 'is', a: 'y', b: lit(1) })).toBe(true);
  },
);

test('values beside the instance shrink with every instance in 3.12, and lie inside it in 3.13', () => {
  const blocks = (['3.12', '3.13'] as const).map((python) => {
    const s = scenario({ python });
    s.run(defineClass('Node'));
    return [1, 2, 3].map(() => {
      s.run(instance('n'));
      const bytes = s.recent.ofType('block.allocated').field('requested_bytes');
      s.run({ op: 'bind', name: `kept${s.events.offset}`, to: 'n' });
      return bytes;
    });
  });

  expect(blocks).toEqual([
    [
      [48, 264],
      [48, 256],
      [48, 248],
    ],
    [[328], [320], [312]],
  ]);
});
