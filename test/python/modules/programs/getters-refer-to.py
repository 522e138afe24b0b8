import gc, operator, sys
for m in (operator.methodcaller("count", "a"), operator.methodcaller("count"), operator.methodcaller("f", x=1), operator.methodcaller("f", 1, 2, x=1), operator.itemgetter(1), operator.itemgetter(1, 2), operator.attrgetter("a"), operator.attrgetter("a.b", "c")):
    print(sys.version_info < (3, 10) or sorted(type(x).__name__ for x in gc.get_referents(m)), gc.is_tracked(m))
class S(str): pass
print(type(iter(S("ab"))).__name__, type(iter("ab")).__name__)
class P:
    def f(self, *a, **k): return a, k
for m in (operator.methodcaller("f"), operator.methodcaller("f", 1), operator.methodcaller("f", 1, k=2)):
    print(m(P()), m)
