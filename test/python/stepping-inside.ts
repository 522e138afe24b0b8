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
