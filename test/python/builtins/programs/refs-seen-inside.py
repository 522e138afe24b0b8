"""How many references an object has while built-in functions ask it."""
import functools
import sys


class P:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"P{sys.getrefcount(self)}"

    def __hash__(self):
        return 1

    def __eq__(self, other):
        log.append((sys.getrefcount(self), sys.getrefcount(other)))
        return self.n == other.n

    def __iter__(self):
        yield sys.getrefcount(self)

    def __call__(self, *args):
        return sys.getrefcount(self)


log = []
p, q = P(1), P(2)
print([p], (p,), [p, q], {1: p}, max(p), min(p), functools.partial(p)(), functools.partial(p, 1)())
d = {p: 1}
print(d.get(q), q in d, d.get(P(1)), log)
log.clear()
s = {p}
print(q in s, log)
