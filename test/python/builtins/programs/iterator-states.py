import sys, itertools, collections, array, operator, functools
def show(x):
    s = repr(x)
    return ''.join(p if i == 0 else p[14:] for i, p in enumerate(s.split(' at 0x')))
d = {1: 2, 3: 4}
class It:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
class Sub(itertools.chain): pass
def mk():
    return [iter([1,2,3]), reversed([1,2]), iter((1, 2)), iter({1}), iter(range(5)), iter(range(10, 4, -2)), iter(range(10**30, 10**30+4)), reversed(range(3)), iter(d), iter(d.values()), iter(d.items()), reversed(d), reversed(d.values()), reversed(d.items()), iter(collections.deque([1, 2])), reversed(collections.deque([1, 2])), enumerate([5, 6]), enumerate([5,6], 10**30), zip([1, 2], [3, 4]), map(abs, [-1, -2]), filter(None, [0, 1, 2]), reversed("ab"), iter(array.array('i', [1, 2])), iter(int, 0), iter([1, 0].pop, 0), iter(collections.OrderedDict(a=1, b=2)), iter(collections.OrderedDict(a=1, b=2).items()), reversed(collections.OrderedDict(a=1, b=2)), itertools.count(3), itertools.count(1.5), itertools.count(1, 2), itertools.cycle([1, 2]), itertools.repeat(7, 3), itertools.repeat(7), itertools.accumulate([1, 2, 3]), itertools.accumulate([1, 2, 3], operator.mul), itertools.accumulate([1, 2], initial=5), itertools.chain([1], [2]), itertools.chain(), itertools.chain.from_iterable([[1]]), itertools.compress([1, 2, 3], [1, 0, 1]), itertools.dropwhile(bool, [1, 0, 2]), itertools.filterfalse(None, [0, 1]), itertools.islice([1, 2, 3], 2), itertools.islice([1, 2, 3], 1, None, 2), itertools.starmap(pow, [(2, 3)]), itertools.takewhile(bool, [1, 0]), itertools.zip_longest([1], [2, 3]), itertools.zip_longest([1], fillvalue=0), itertools.combinations([1, 2, 3], 2), itertools.combinations([1], 2), itertools.permutations([1, 2, 3], 2), itertools.product([1, 2], repeat=2), itertools.product([], [1]), itertools.combinations_with_replacement([1, 2], 2), itertools.groupby([1, 1, 2]), next(itertools.groupby([1, 1, 2]))[1], itertools.tee([1, 2])[0], iter(It()), Sub([1], [2])] + ([zip([1], [2], strict=True), itertools.pairwise([1, 2, 3])] if sys.version_info >= (3, 10) else []) + ([itertools.batched([1, 2, 3], 2)] if sys.version_info >= (3, 12) else [])
def red(i):
    try: return show(i.__reduce__())
    except Exception as e: return f"{type(e).__name__}: {e}"
for i in mk():
    print(type(i).__name__)
    print('   0', red(i))
    for n in (1, 2, 9):
        try:
            for _ in range(1 if n < 9 else 9): next(i)
        except StopIteration: pass
        print('  ', n, red(i))
for v in (operator.itemgetter(1), operator.itemgetter(1, 2), operator.attrgetter('a.b', 'c'), operator.methodcaller('f', 1), operator.methodcaller('f', 1, k=2), list.append, int.__add__, ..., NotImplemented, [].append, (1).__add__, print, dict.fromkeys, int.real, functools.partial.func, functools.lru_cache(print)):
    print(type(v).__name__, red(v))

import copy
print('copies')
for a, b in zip(mk(), mk()):
    try:
        next(a)
    except StopIteration:
        pass
    for how in (copy.copy, copy.deepcopy):
        for it in (a, b):
            try:
                c = how(it)
                print(type(it).__name__, [show(x) for _, x in zip(range(4), c)], end=' ')
            except Exception as e:
                print(type(it).__name__, e, end=' ')
    print()
ids = itertools.count(10)
next(ids)
class Maker:
    def __init__(self):
        self.ids, self.names = itertools.count(1), iter('abc')
m = Maker()
next(m.ids), next(m.names)
other = copy.deepcopy(m)
print(next(other.ids), next(other.names), next(m.ids), next(m.names))
rounds = itertools.cycle('ab')
next(rounds)
again = copy.deepcopy(rounds)
print([next(again) for _ in range(5)], [next(rounds) for _ in range(5)])
for it, state in ((itertools.combinations([1, 2, 3], 2), (0, 9)), (itertools.permutations([1, 2, 3], 2), ((0, 1, 2), (3, 1))), (itertools.product([1, 2], [3, 4]), (1, 0)), (itertools.combinations([1, 2], 2), 5), (itertools.chain(), (1,)), (itertools.cycle([1]), (1, 2)), (iter([1, 2, 3]), 9), (iter(range(9)), 4), (iter('a\u4e2d\U0001f600b'), 3), (reversed([1, 2, 3]), 9), (reversed('abc'), -9), (zip([1], [2, 3]), 0)):
    try:
        it.__setstate__(state)
        print(type(it).__name__, list(it))
    except Exception as e:
        print(type(it).__name__, type(e).__name__, e)
for name in ('list.append', 'int.__add__', 'functools.partial.func', 'int.real'):
    v = eval(name)
    print(v.__objclass__, v.__qualname__, v.__name__)
print('__module__' in collections.deque.__dict__, '__module__' in itertools.count.__dict__, hasattr(collections.deque(), '__module__'))
