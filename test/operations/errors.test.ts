/** Mistakes are answered with Python's own exceptions and words, as each version has them. */
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS, type PythonVersion } from '../../src/heap/index.ts';
import {
  append,
  bind,
  built,
  bytes,
  call,
  clear,
  collect,
  defineClass,
  defineFunction,
  delAttr,
  delItem,
  dict,
  extend,
  float,
  frozenset,
  getAttr,
  getItem,
  insert,
  instance,
  int,
  intern,
  type JsonOperation,
  list,
  lit,
  object,
  pop,
  refcount,
  remove,
  repeat,
  returns,
  set,
  setAdd,
  setAttr,
  setDiscard,
  setItem,
  str,
  tuple,
  unbind,
  weakref,
} from '../support/ops.ts';
import { scenario } from '../support/scenario.ts';

/** A name for an object of every sort. */
const EVERYTHING: readonly JsonOperation[] = [
  defineClass('N'),
  defineClass('S', { slots: ['a'] }),
  defineClass('Z', { slots: [] }),
  defineFunction('one', 'a'),
  defineFunction('three', 'a', 'b', 'c'),
  instance('n', 'N'),
  instance('s', 'S'),
  instance('z', 'Z'),
  list('l', lit(1)),
  tuple('t', lit(1)),
  dict('d'),
  set('se', lit(1)),
  frozenset('fs', lit(1)),
  int('i', 1000),
  float('f', 0.5),
  str('st', 'abc'),
  bytes('by', 'abc'),
  object('o'),
  { op: 'new', type: 'range', as: 'r', length: 3 },
  built('int', 'big', 'int 2**', 70),
  built('int', 'large', 'int 2**', 62),
];

type Message = string | { readonly [version in PythonVersion]: string };

function since(first: PythonVersion, later: string, before: string): Message {
  const from = PYTHON_VERSIONS.indexOf(first);
  const entries = PYTHON_VERSIONS.map((version, at) => [version, at < from ? before : later]);
  return Object.fromEntries(entries) as { readonly [version in PythonVersion]: string };
}

const noDict = (type: string, name: string): Message => {
  const sentence = `AttributeError: '${type}' object has no attribute '${name}'`;
  return since('3.13', `${sentence} and no __dict__ for setting new attributes`, sentence);
};

const UNHASHABLE = "TypeError: unhashable type: 'list'";
const key = { var: 'l' };

const MISTAKES: readonly [string, JsonOperation, Message][] = [
  [
    'del n.x',
    delAttr('n', 'x'),
    since('3.11', "AttributeError: 'N' object has no attribute 'x'", 'AttributeError: x'),
  ],
  ['n.x', getAttr('n', 'x', 'v'), "AttributeError: 'N' object has no attribute 'x'"],
  ['n.x.y', getAttr('n.x', 'y', 'v'), "AttributeError: 'N' object has no attribute 'x'"],
  ['s.x = 1', setAttr('s', 'x', lit(1)), noDict('S', 'x')],
  ['del s.x', delAttr('s', 'x'), noDict('S', 'x')],
  ['del s.a', delAttr('s', 'a'), 'AttributeError: a'],
  [
    's.a',
    getAttr('s', 'a', 'v'),
    since('3.10', "AttributeError: 'S' object has no attribute 'a'", 'AttributeError: a'),
  ],
  ['z.q', getAttr('z', 'q', 'v'), "AttributeError: 'Z' object has no attribute 'q'"],
  ['z.__dict__', getAttr('z', '__dict__', 'v'), "AttributeError: 'Z' object has no attribute '__dict__'"],
  ['l.__dict__', getAttr('l', '__dict__', 'v'), "AttributeError: 'list' object has no attribute '__dict__'"],
  ['del z.q', delAttr('z', 'q'), noDict('Z', 'q')],
  ['l.x = 1', setAttr('l', 'x', lit(1)), noDict('list', 'x')],
  ['i.x = 1', setAttr('i', 'x', lit(1)), noDict('int', 'x')],
  ['o.x = 1', setAttr('o', 'x', lit(1)), noDict('object', 'x')],
  ['l.x', getAttr('l', 'x', 'v'), "AttributeError: 'list' object has no attribute 'x'"],
  ['l[5]', getItem('l', 5, 'v'), 'IndexError: list index out of range'],
  ['l[-2]', getItem('l', -2, 'v'), 'IndexError: list index out of range'],
  ['l[5] = 1', setItem('l', 5, lit(1)), 'IndexError: list assignment index out of range'],
  ['del l[5]', delItem('l', 5), 'IndexError: list assignment index out of range'],
  ['l.pop(3)', pop('l', 3), 'IndexError: pop index out of range'],
  ['d["k"]', getItem('d', 'k', 'v'), "KeyError: 'k'"],
  ['d[7]', getItem('d', 7, 'v'), 'KeyError: 7'],
  ['del d["k"]', delItem('d', 'k'), "KeyError: 'k'"],
  ['t[4]', getItem('t', 4, 'v'), 'IndexError: tuple index out of range'],
  ['t[0] = 1', setItem('t', 0, lit(1)), "TypeError: 'tuple' object does not support item assignment"],
  ['del t[0]', delItem('t', 0), "TypeError: 'tuple' object doesn't support item deletion"],
  ['l["a"]', getItem('l', 'a', 'v'), 'TypeError: list indices must be integers or slices, not str'],
  ['t["a"]', getItem('t', 'a', 'v'), 'TypeError: tuple indices must be integers or slices, not str'],
  ['l["a"] = 1', setItem('l', 'a', lit(1)), 'TypeError: list indices must be integers or slices, not str'],
  ['del l["a"]', delItem('l', 'a'), 'TypeError: list indices must be integers or slices, not str'],
  ['i[0]', getItem('i', 0, 'v'), "TypeError: 'int' object is not subscriptable"],
  ['f[0]', getItem('f', 0, 'v'), "TypeError: 'float' object is not subscriptable"],
  ['i[0] = 1', setItem('i', 0, lit(1)), "TypeError: 'int' object does not support item assignment"],
  ['del i[0]', delItem('i', 0), "TypeError: 'int' object does not support item deletion"],
  ['se[0]', getItem('se', 0, 'v'), "TypeError: 'set' object is not subscriptable"],
  ['se[0] = 1', setItem('se', 0, lit(1)), "TypeError: 'set' object does not support item assignment"],
  ['del se[0]', delItem('se', 0), "TypeError: 'set' object doesn't support item deletion"],
  ['st[0] = 1', setItem('st', 0, lit(1)), "TypeError: 'str' object does not support item assignment"],
  ['st[9]', getItem('st', 9, 'v'), 'IndexError: string index out of range'],
  [
    'st["a"]',
    getItem('st', 'a', 'v'),
    since(
      '3.11',
      "TypeError: string indices must be integers, not 'str'",
      'TypeError: string indices must be integers',
    ),
  ],
  ['by["a"]', getItem('by', 'a', 'v'), 'TypeError: byte indices must be integers or slices, not str'],
  ['r["a"]', getItem('r', 'a', 'v'), 'TypeError: range indices must be integers or slices, not str'],
  ['r[3]', getItem('r', 3, 'v'), 'IndexError: range object index out of range'],
  ['l[2**70]', getItem('l', { var: 'big' }, 'v'), "IndexError: cannot fit 'int' into an index-sized integer"],
  ['l[2**62] = 1', setItem('l', { var: 'large' }, lit(1)), 'IndexError: list assignment index out of range'],
  [
    'N[0]',
    getItem('N', 0, 'v'),
    since(
      '3.11',
      "TypeError: type 'N' is not subscriptable",
      "TypeError: 'type' object is not subscriptable",
    ),
  ],
  ['del n[0]', delItem('n', 0), "TypeError: 'N' object doesn't support item deletion"],
  ['del n["a"]', delItem('n', 'a'), "TypeError: 'N' object does not support item deletion"],
  ['del t["a"]', delItem('t', 'a'), "TypeError: 'tuple' object does not support item deletion"],
  ['del o[0]', delItem('o', 0), "TypeError: 'object' object does not support item deletion"],
  ['by[9]', getItem('by', 9, 'v'), 'IndexError: index out of range'],
  ['l.remove(9)', remove('l', lit(9)), 'ValueError: list.remove(x): x not in list'],
  ['{l}', set('v', 'l'), UNHASHABLE],
  ['frozenset((l,))', frozenset('v', 'l'), UNHASHABLE],
  ['{l: 1}', dict('v', [key, lit(1)]), UNHASHABLE],
  ['d[l] = 1', setItem('d', key, lit(1)), UNHASHABLE],
  ['d[l]', getItem('d', key, 'v'), UNHASHABLE],
  ['del d[l]', delItem('d', key), UNHASHABLE],
  ['se.add(l)', setAdd('se', 'l'), UNHASHABLE],
  ['se.discard(l)', setDiscard('se', 'l'), UNHASHABLE],
  ['i.append(1)', append('i', lit(1)), "AttributeError: 'int' object has no attribute 'append'"],
  ['t.append(1)', append('t', lit(1)), "AttributeError: 'tuple' object has no attribute 'append'"],
  ['d.append(1)', append('d', lit(1)), "AttributeError: 'dict' object has no attribute 'append'"],
  ['t.pop()', pop('t'), "AttributeError: 'tuple' object has no attribute 'pop'"],
  ['t.insert(0, 1)', insert('t', 0, lit(1)), "AttributeError: 'tuple' object has no attribute 'insert'"],
  ['t.extend(l)', extend('t', 'l'), "AttributeError: 'tuple' object has no attribute 'extend'"],
  ['fs.add(1)', setAdd('fs', lit(1)), "AttributeError: 'frozenset' object has no attribute 'add'"],
  [
    'fs.discard(1)',
    setDiscard('fs', lit(1)),
    "AttributeError: 'frozenset' object has no attribute 'discard'",
  ],
  ['t.remove(1)', remove('t', lit(1)), "AttributeError: 'tuple' object has no attribute 'remove'"],
  ['l.extend(i)', extend('l', 'i'), "TypeError: 'int' object is not iterable"],
  ['i.clear()', clear('i'), "AttributeError: 'int' object has no attribute 'clear'"],
  ['fs.clear()', clear('fs'), "AttributeError: 'frozenset' object has no attribute 'clear'"],
  ['weakref.ref(l)', weakref('l', 'v'), "TypeError: cannot create weak reference to 'list' object"],
  ['weakref.ref(i)', weakref('i', 'v'), "TypeError: cannot create weak reference to 'int' object"],
  ['weakref.ref(z)', weakref('z', 'v'), "TypeError: cannot create weak reference to 'Z' object"],
  ['l()', { op: 'deref', weakref: 'l', as: 'v' }, "TypeError: 'list' object is not callable"],
  ['n() is not None', { op: 'alive', weakref: 'n' }, "TypeError: 'N' object is not callable"],
  ['gc.collect(3)', collect(3), 'ValueError: invalid generation'],
  ['gc.collect(-1)', collect(-1), 'ValueError: invalid generation'],
  ['qq', bind('v', 'qq'), "NameError: name 'qq' is not defined"],
  ['del qq', unbind('qq'), "NameError: name 'qq' is not defined"],
  ['QQ()', instance('v', 'QQ'), "NameError: name 'QQ' is not defined"],
  ['class V(QQ)', defineClass('V', { bases: ['QQ'] }), "NameError: name 'QQ' is not defined"],
  ['sys.intern(i)', intern('i', 'v'), 'TypeError: intern() argument must be str, not int'],
  ['one()', call('one'), "TypeError: one() missing 1 required positional argument: 'a'"],
  ['one(1, 2)', call('one', lit(1), lit(2)), 'TypeError: one() takes 1 positional argument but 2 were given'],
  [
    'three(1)',
    call('three', lit(1)),
    "TypeError: three() missing 2 required positional arguments: 'b' and 'c'",
  ],
  ['three()', call('three'), "TypeError: three() missing 3 required positional arguments: 'a', 'b', and 'c'"],
  ['return', returns(), "SyntaxError: 'return' outside function"],
  ['an id that was never given', refcount('#999'), 'ReferenceError: object #999 does not exist'],
];

describe.each(PYTHON_VERSIONS)('Python %s', (python) => {
  test.each(MISTAKES)('%s', (_, mistake, message) => {
    const s = scenario({ python, snapshots: 1 });
    s.run(...EVERYTHING);

    expect(s.raises(mistake)).toBe(typeof message === 'string' ? message : message[python]);
  });

  test('a parameter that was deleted is a local variable without a value', () => {
    const s = scenario({ python });
    s.run(defineFunction('f', 'p'), call('f', lit(1)), unbind('p'));

    const message =
      PYTHON_VERSIONS.indexOf(python) < 3
        ? "local variable 'p' referenced before assignment"
        : "cannot access local variable 'p' where it is not associated with a value";
    expect(s.raises(unbind('p'))).toBe(`UnboundLocalError: ${message}`);
    expect(s.raises(bind('v', 'p'))).toBe(`UnboundLocalError: ${message}`);
  });
});

test('an exception ends all loops around it and is what the loop answers', () => {
  const s = scenario();
  s.run(list('l', lit(1), lit(2), lit(3)));

  expect(s.raises(repeat(5, repeat(1, pop('l'))))).toBe('IndexError: pop from empty list');

  expect(s.ask({ op: 'gc.get_referents', of: 'l' })).toEqual([]);
});

test('a failed operation does not count, and what it made is gone', () => {
  const s = scenario();
  s.run(list('l'));
  const before = s.process.heap.liveObjects;

  const [failed, next] = s.run(set('s', lit(1), 'l'), list('m'));

  expect(failed).toEqual({ error: { exception: 'TypeError', message: "unhashable type: 'list'" } });
  expect(next).toMatchObject({ seq: 2 });
  expect(s.process.heap.liveObjects).toBe(before + 1);
  expect(s.recent.types()).toContain('operation.failed');
});

/** Before 3.12 the exception is made when a handler looks, after the call has dropped its tuple. */
test.each([
  ['3.11', 0],
  ['3.12', 1],
  ['3.13', 1],
] as const)('in %s weakref.ref() fails with %i tuples more than another failure', (python, more) => {
  const s = scenario({ python });
  s.run(list('l'), delItem('l', 5));
  const [first] = s.ask({ op: 'gc.get_count' }) as number[];

  s.run(weakref('l', 'w'));
  const [second] = s.ask({ op: 'gc.get_count' }) as number[];
  s.run(weakref('l', 'w'), delItem('l', 5));
  const [third] = s.ask({ op: 'gc.get_count' }) as number[];

  expect([second, third].map((count) => (count ?? 0) - (first ?? 0))).toEqual([more, more]);
});
