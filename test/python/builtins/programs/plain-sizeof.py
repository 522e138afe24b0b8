import sys, collections, array
class P:
    def __init__(self): self.x = 1
class PS(P):
    def __sizeof__(self): return super().__sizeof__() + 100
class LS(list):
    def __sizeof__(self): return super().__sizeof__() + 1
class I(int): pass
class L(list): pass
class T(tuple): pass
class Sl:
    __slots__ = ("a", "b")
objs = [0, 1, -1, 5, -2**31, 2**62, True, False, 1.5, 1j, "", "abc", "é", "中", b"", b"abc", bytearray(b"abc"), [], [1, 2], (), (1, 2), {}, {1: 2}, set(), {1}, frozenset([1]), range(3), slice(1), object(), P(), Sl(), I(5), I(-2**40), L([1]), T((1, 2)), None, ..., len, [].append, lambda: 0, Exception("x"), KeyError(), iter([]), collections.deque([1]), array.array("i", [1, 2]), collections.OrderedDict(a=1), collections.Counter("ab"), collections.defaultdict(int), memoryview(b"abc"), type, int, P, property(), staticmethod(len)]
for o in objs:
    r = []
    for f in (object.__sizeof__, lambda o: type(o).__sizeof__(o), lambda o: o.__sizeof__() if not isinstance(o, type) else None, sys.getsizeof):
        try: r.append(f(o))
        except Exception as e: r.append(repr(e))
    print(type(o).__name__, r)
print(sys.getsizeof(PS()) - sys.getsizeof(P()), sys.getsizeof(LS()) - sys.getsizeof([]), LS([1]).__sizeof__() - [1].__sizeof__())
print([t.__name__ for t in (int, str, list, dict, set, tuple, object, type, bytes, float, bytearray, frozenset, collections.deque, array.array, collections.OrderedDict) if "__sizeof__" in vars(t)])
print(list.__sizeof__, [].__sizeof__.__name__, object.__sizeof__.__qualname__, "__sizeof__" in dir(5))
