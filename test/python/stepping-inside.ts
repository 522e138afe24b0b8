/** Python code that C code comes to in the middle of what it does, as programs with `#T` at a line in that code. */

const KEY = [
  'class Key:',
  '    def __init__(self, n): self.n = n',
  '    def __hash__(self): return 1',
  '    def __eq__(self, other): return self.n == other.n',
  '    def __lt__(self, other): return self.n < other.n',
  '    def __repr__(self): return "k"',
  'a, b, c = Key(1), Key(2), Key(3)',
  '',
].join('\n');

/** Keys, of which one method is stopped in. */
const keys = (method: string): string =>
  KEY.split('\n')
    .map((line) => (line.includes(method) ? `${line.replace('return', '\n        return')} #T` : line))
    .join('\n');
const [EQ, LT] = [keys('__eq__'), keys('__lt__')];
const DEQUE = `${EQ}from collections import deque\nq = deque([a, b])\n`;

export const BISECT: readonly (readonly [string, string])[] = [
  ['bisect_left', `${LT}from bisect import bisect_left\nbisect_left([a, b], c)`],
  ['bisect_right', `${LT}from bisect import bisect_right\nbisect_right([a, b], c)`],
  ['insort', `${LT}from bisect import insort\ninsort([a, b], c)`],
  [
    'the items that bisect asks for',
    'from bisect import bisect\nclass S:\n    def __getitem__(self, i):\n        return i #T\n    def __len__(self): return 9\nbisect(S(), 2)',
  ],
  [
    'the length that bisect asks for',
    'from bisect import bisect\nclass S:\n    def __getitem__(self, i): return i\n    def __len__(self):\n        return 9 #T\nbisect(S(), 2)',
  ],
  [
    'the insert() of insort',
    'from bisect import insort\nclass L(list):\n    def insert(self, *args):\n        super().insert(*args) #T\ninsort(L([1]), 2)',
  ],
];

export const BISECT_KEYS: readonly (readonly [string, string])[] = [
  [
    'the key of bisect',
    'from bisect import bisect\ndef key(x):\n    return x #T\nbisect([1, 2], 1, key=key)',
  ],
  ['the key of insort', 'from bisect import insort\ndef key(x):\n    return x #T\ninsort([], 1, key=key)'],
];

export const DEQUES: readonly (readonly [string, string])[] = [
  ['deque.count', `${DEQUE}q.count(c)`],
  ['deque.index', `${DEQUE}q.index(b)`],
  ['deque.remove', `${DEQUE}q.remove(b)`],
  ['in a deque', `${DEQUE}c in q`],
  ['deques that are equal', `${DEQUE}q == deque([a, c])`],
  ['deques that differ', `${DEQUE}q != deque([a, c])`],
  ['deques in order', `${LT}from collections import deque\ndeque([a]) < deque([b])`],
  ['a comparison by its name', `${EQ}[a].__eq__([c])`],
];

const number = (name: string, answer = '1', more = ''): string =>
  `class N:\n${more}    def ${name}(self):\n        return ${answer} #T\nn = N()\n`;
const INDEX = number('__index__');

export const NUMBERS: readonly (readonly [string, string])[] = [
  ['an index', `${INDEX}[1, 2][n]`],
  ['an index of a str', `${INDEX}"ab"[n]`],
  ['an index of a range', `${INDEX}range(5)[n]`],
  ['a slice', `${INDEX}[1, 2, 3][:n]`],
  ['a slice with a step', `${INDEX}"abc"[0:2:n]`],
  ['an index to store at', `${INDEX}x = [1, 2]\nx[n] = 3`],
  ['a slice to store in', `${INDEX}x = [1, 2]\nx[n:] = [3]`],
  ['an index to delete', `${INDEX}x = [1, 2]\ndel x[n]`],
  ['a slice to delete', `${INDEX}x = [1, 2]\ndel x[n:]`],
  ['how often to repeat', `${INDEX}[1] * n`],
  ['how often to repeat in place', `${INDEX}x = [1]\nx *= n`],
  ['range()', `${INDEX}range(n)`],
  ['the second bound of a range', `${INDEX}range(0, n)`],
  ['list.insert', `${INDEX}[].insert(n, 2)`],
  ['list.pop', `${INDEX}[1, 2].pop(n)`],
  ['str.find', `${INDEX}"abc".find("c", n)`],
  ['chr()', `${INDEX}chr(n)`],
  ['hex()', `${INDEX}hex(n)`],
  ['bytes()', `${INDEX}bytes(n)`],
  ['operator.index', `import operator\n${INDEX}operator.index(n)`],
  ['math.factorial', `import math\n${INDEX}math.factorial(n)`],
  ['deque.rotate', `from collections import deque\n${INDEX}deque([1, 2, 3]).rotate(n)`],
  ['the place in a deque', `from collections import deque\n${INDEX}deque([1, 2, 3])[n]`],
  ['where enumerate begins', `${INDEX}enumerate([1], n)`],
  ['where list.index begins', `${INDEX}[1, 2].index(2, n)`],
  ['where deque.index begins', `from collections import deque\n${INDEX}deque([1, 2]).index(2, n)`],
  ['where bisect begins', `from bisect import bisect\n${INDEX}bisect([1, 2], 2, n)`],
  ['islice', `from itertools import islice\n${INDEX}islice([1, 2], n)`],
  ['a method by its name', `${INDEX}[1, 2].__getitem__(n)`],
  ['%x', `${INDEX}"%x" % n`],
  ['%d', `${number('__int__')}"%d" % n`],
  ['%f', `${number('__float__', '1.5')}"%f" % n`],
  ['math.sqrt', `import math\n${number('__float__', '1.5')}math.sqrt(n)`],
  ['complex()', `${number('__complex__', '1j')}complex(n)`],
  [
    'list() asks for a hint',
    `${number('__length_hint__', '1', '    def __iter__(self): return iter([1])\n')}list(n)`,
  ],
  [
    'tuple() asks for a hint',
    `${number('__length_hint__', '1', '    def __iter__(self): return iter([1])\n')}tuple(n)`,
  ],
  [
    'list() asks for a length',
    `${number('__len__', '1', '    def __iter__(self): return iter([1])\n')}list(n)`,
  ],
  ['operator.length_hint', `import operator\n${number('__length_hint__')}operator.length_hint(n)`],
];

/** Keys that are stopped in from where they are armed. */
const ARMED = [
  'class Key:',
  '    armed = False',
  '    def __init__(self, n): self.n = n',
  '    def __hash__(self): return 1',
  '    def __eq__(self, other):',
  '        if Key.armed:',
  '            return self.n == other.n #T',
  '        return self.n == other.n',
  'a, b, c = Key(1), Key(2), Key(3)',
  '',
].join('\n');
const HASHED = [
  'class Key:',
  '    armed = False',
  '    def __hash__(self):',
  '        if Key.armed:',
  '            return 1 #T',
  '        return 1',
  'a, b = Key(), Key()',
  '',
].join('\n');
const SETS = `${ARMED}s, t = {a, b}, {c}\nKey.armed = True\n`;

export const WHOLE_SETS: readonly (readonly [string, string])[] = [
  ...['|', '&', '-', '^', '>=', '|=', '&=', '-=', '^='].map((sign): [string, string] => [
    `s ${sign} t`,
    `${SETS}s ${sign} t`,
  ]),
  ['s == t', `${ARMED}s, t = {a}, {b}\nKey.armed = True\ns == t`],
  ['s != t', `${ARMED}s, t = {a}, {b}\nKey.armed = True\ns != t`],
  ['s <= t', `${SETS}t <= s`],
  ['s < t', `${SETS}t < s`],
  ...[
    'union',
    'intersection',
    'difference',
    'symmetric_difference',
    'issuperset',
    'isdisjoint',
    'update',
    'intersection_update',
    'difference_update',
    'symmetric_difference_update',
  ].map((name): [string, string] => [`set.${name}`, `${SETS}s.${name}(t)`]),
  ['set.issubset', `${SETS}t.issubset(s)`],
  ['set.intersection of a list', `${SETS}s.intersection([c])`],
  ['set.difference of a list', `${SETS}s.difference([c])`],
  ['set.isdisjoint of a list', `${SETS}s.isdisjoint([c])`],
  ['set() of a list', `${ARMED}Key.armed = True\nset([a, b])`],
  ['set() asks for hashes', `${HASHED}Key.armed = True\nset([a])`],
  ['frozenset() of a list', `${ARMED}Key.armed = True\nfrozenset([a, b])`],
  ['set.update of a dict', `${ARMED}s, t = {a}, {b: 1}\nKey.armed = True\ns.update(t)`],
  ['s | t of subclasses', `${ARMED}class S(set): pass\ns, t = S([a]), S([b])\nKey.armed = True\ns | t`],
];

const SHOWN = 'class N:\n    def __repr__(self):\n        return "n" #T\nn = N()\n';
const TRACED = `import tracemalloc\ntracemalloc.start()\n${SHOWN}`;

export const REPRS: readonly (readonly [string, string])[] = [
  ['repr() of a set', `${SHOWN}repr({n})`],
  ['print() of a frozenset', `${SHOWN}print(frozenset([n]))`],
  ['a set in a list', `${SHOWN}print([1, {n}])`],
  ['a set in an f-string', `${SHOWN}f"{ {n} }"`],
  ['a set by %r', `${SHOWN}"%r" % {n}`],
  ['a list of a subclass', `${SHOWN}class L(list): pass\nrepr(L([n]))`],
  ['a list while tracemalloc traces', `${TRACED}repr([n])`],
  ['a tuple while tracemalloc traces', `${TRACED}print((n, 1))`],
  ['a dict while tracemalloc traces', `${TRACED}str({1: n})`],
  ['an object while tracemalloc traces', `${TRACED}print(n)`],
];

const ORDERED = `from collections import OrderedDict\n${ARMED}d = OrderedDict()\nd[a] = 1\nd[b] = 2\nKey.armed = True\n`;
const CACHED = (size: string): string =>
  `from functools import lru_cache\n${ARMED}@lru_cache(${size})\ndef f(x): return 1\nf(a)\nKey.armed = True\n`;

export const KEPT_KEYS: readonly (readonly [string, string])[] = [
  ['a key of lru_cache', `${CACHED('4')}f(b)`],
  ['a key of a cache without bounds', `${CACHED('None')}f(b)`],
  ['od[key] = value', `${ORDERED}d[Key(2)] = 3`],
  ['del od[key]', `${ORDERED}del d[Key(2)]`],
  ['od[key]', `${ORDERED}d[Key(2)]`],
  ['OrderedDict.pop', `${ORDERED}d.pop(Key(2))`],
  ['OrderedDict.setdefault', `${ORDERED}d.setdefault(c, 1)`],
  ['OrderedDict.move_to_end', `${ORDERED}d.move_to_end(Key(1))`],
];

const DYING = [
  'import weakref',
  'class Node:',
  '    def __del__(self):',
  '        self.name = None #T',
  'def called(ref):',
  '    return ref',
  '',
].join('\n');
const CALLED = 'import weakref\nclass Node: pass\ndef called(ref):\n    return ref #T\n';

export const DROPPED_BY_C: readonly (readonly [string, string])[] = [
  ['list.clear', `${DYING}x = [1, Node()]\nx.clear()`],
  [
    'list.clear, the second',
    `${DYING}class Quiet:\n    def __del__(self): self.name = 1\nx = [Node(), Quiet()]\nx.clear()`,
  ],
  ['a callback of what list.clear drops', `${CALLED}x = [Node()]\nr = weakref.ref(x[0], called)\nx.clear()`],
  ['dict.clear', `${DYING}x = {1: Node()}\nx.clear()`],
  ['set.clear', `${DYING}x = {Node()}\nx.clear()`],
  ['deque.clear', `${DYING}from collections import deque\nx = deque([Node()])\nx.clear()`],
  [
    'list.remove',
    `${DYING}class Same(Node):\n    def __eq__(self, other): return True\nx = [Same()]\nx.remove(1)`,
  ],
  ['delattr()', `${DYING}n = Node()\nn.a = Node()\ndelattr(n, "a")`],
  [
    'set.discard',
    `${DYING}class Same(Node):\n    def __eq__(self, other): return True\n    def __hash__(self): return 1\nx = {Same()}\nx.discard(1)`,
  ],
  ['a slice assigned', `${DYING}x = [Node(), 2]\nx[:1] = []`],
  ['all of a list assigned', `${DYING}x = [Node(), 2]\nx[:] = [3]`],
  ['a slice deleted', `${DYING}x = [Node(), 2]\ndel x[:]`],
  ['a slice with a step deleted', `${DYING}x = [Node(), 2, 3]\ndel x[::2]`],
  ['a list that its loop holds', `${DYING}for x in [Node()]: x = 1`],
  ['a dict that its loop holds', `${DYING}for x in {1: Node()}: pass`],
  ['setattr()', `${DYING}n = Node()\nn.a = Node()\nsetattr(n, "a", 1)`],
];

export const LEFT_BY_EXCEPTIONS: readonly (readonly [string, string])[] = [
  [
    'what the stack holds on the way to a handler',
    `${DYING}try: [Node(), 1 / 0]\nexcept ZeroDivisionError: pass`,
  ],
  [
    'what the stack of a function holds',
    `${DYING}def f(): [Node(), 1 / 0]\ntry: f()\nexcept ZeroDivisionError: pass`,
  ],
  [
    'a generator whose loop is left',
    'def g():\n    try:\n        yield 1\n    finally:\n        x = 1 #T\ntry:\n    for x in g(): 1 / 0\nexcept ZeroDivisionError: pass',
  ],
];

/** A chain of lists, the last of which has what is stopped in. */
const chain = (depth: number): string =>
  `${DYING}chain = [Node()]\nfor i in range(${depth}): chain = [chain]\n`;

export const DEEP: readonly (readonly [string, string])[] = [
  ['40 levels deep', `${chain(40)}del chain`],
  ['60 levels deep', `${chain(60)}del chain`],
  ['300 levels deep', `${chain(300)}chain = None`],
];

export const EVALUATED: readonly (readonly [string, string])[] = [
  ['the value of an alias', 'def f():\n    return int #T\ntype X = f()\nX.__value__'],
  [
    'the bound of a type variable',
    'def f():\n    return int #T\ndef g[T: f()](): pass\ng.__type_params__[0].__bound__',
  ],
  ['getattr() of the value', 'def f():\n    return int #T\ntype X = f()\ngetattr(X, "__value__")'],
];
