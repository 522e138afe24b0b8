# Pipelines of generators: lifetimes of items, of stages and of sources
import gc
import itertools
import sys
import weakref


class Item:
    live = 0
    peak = 0

    def __init__(self, n):
        self.n = n
        Item.live += 1
        Item.peak = max(Item.peak, Item.live)

    def __del__(self):
        Item.live -= 1


def source(n):
    for i in range(n):
        yield Item(i)


def double(items):
    for it in items:
        yield it
        yield it


def keep_last(items, k):
    window = []
    for it in items:
        window.append(it)
        if len(window) > k:
            window.pop(0)
        yield list(window)


def reset():
    out = Item.live, Item.peak
    Item.peak = Item.live
    return out


print(sum(i.n for i in source(10)), reset())
print(len(list(source(10))), reset())
print(sum(1 for _ in double(source(10))), reset())
print(sum(len(w) for w in keep_last(source(10), 3)), reset())
it = iter(source(5))
first = next(it)
print(first.n, sys.getrefcount(first) - 1, reset())
rest = [x.n for x in it]
print(rest, reset(), first.n)
del first
print(reset(), Item.live)
a, b = itertools.tee(source(6))
print(next(a).n, next(a).n, Item.live)
print(next(b).n, Item.live)
del a
print(Item.live, sum(1 for _ in b), Item.live)
del b
g = source(3)
z = list(zip(g, g))
print(len(z), Item.live, z[0][0].n, z[0][1].n)
del z, g
print(Item.live)
c = itertools.chain(source(2), source(2))
print(next(c).n, Item.live, len(list(c)), Item.live)
isl = list(itertools.islice(source(100), 2, 8, 3))
print([x.n for x in isl], Item.live, Item.peak)
isl = None
grouped = {k: [x.n for x in grp] for k, grp in itertools.groupby(source(6), key=lambda x: x.n // 2)}
print(grouped, reset())
cyc = itertools.cycle(source(2))
print([next(cyc).n for _ in range(5)], Item.live)
del cyc
print(Item.live)


def accumulate():
    total = []
    while True:
        got = yield len(total)
        if got is None:
            break
        total.append(got)
    return total


acc = accumulate()
next(acc)
for x in source(3):
    acc.send(x)
print(Item.live, x.n)
try:
    acc.send(None)
except StopIteration as e:
    result = e.value
print(len(result), Item.live, sys.getrefcount(result))
del result, x, acc
print(Item.live)


def recursive(n):
    if n:
        yield Item(n)
        yield from recursive(n - 1)


r = recursive(4)
print([next(r).n, next(r).n], Item.live, r.gi_yieldfrom is not None)
w = weakref.ref(r)
del r
print(w(), Item.live)
m = map(lambda i: Item(i), range(3))
f = filter(lambda i: i.n, m)
print(next(f).n, Item.live, next(f).n, next(f, None), Item.live)
e = enumerate(source(2), 5)
print([(i, x.n) for i, x in e], Item.live)
print(Item.live, [i for i in globals() if i in ("x", "it")])
lst = [x for x in source(3) if x.n != 1]
print(Item.live, len(lst), any(x.n == 2 for x in lst), Item.live)
del lst[0]
print(Item.live, gc.collect() >= 0, Item.live)
