from collections import deque, Counter, OrderedDict, defaultdict
import array, weakref, types, functools
class A: pass
a = A()
for x in (deque([1]), OrderedDict(a=1), defaultdict(int), {1}, {1: 2}, frozenset([1]), [1], range(3), b"x", {1: 2}.keys(), {1: 2}.items(), memoryview(b"q")[0:1].tolist(), len, slice(1)):
    try:
        print("%s" % x, "<%s>" % (x,), end=" ")
    except TypeError as e:
        print("TypeError", e)
    try: print("a" + x)
    except TypeError as e: print(e)
    try: print([1] + x)
    except TypeError as e: print(e)
    try: print("ab" * x)
    except TypeError as e: print(e)
    try: print(x * 1)
    except TypeError as e: print(e)
    try: print(x - 1)
    except TypeError as e: print(e)
    try: print(x | {5})
    except TypeError as e: print(e)
    try: print({1: 1} | x)
    except TypeError as e: print(e)
    try: print((1,) + x)
    except TypeError as e: print(e)
    try: print(b"a" + x)
    except TypeError as e: print(e)
    try: print(1 < x)
    except TypeError as e: print(e)
    try: print(x >= x)
    except TypeError as e: print(e)
    for op in (lambda: -x, lambda: ~x, lambda: x // 2, lambda: x ** 2, lambda: x % 2, lambda: x << 1, lambda: x @ x, lambda: x & {1}, lambda: x ^ {1}, lambda: divmod(x, 2), lambda: abs(x), lambda: round(x), lambda: x[0:1], lambda: x[0], lambda: len(x), lambda: 1 in x, lambda: x(), lambda: hash(x) and 1, lambda: int(x), lambda: float(x)):
        try: print(op(), end="|")
        except Exception as e: print(type(e).__name__, e, end="|")
    print()
print(bytearray(b"%d") % 5, b"%s" % b"x")
