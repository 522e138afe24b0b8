import sys
def sizes(n):
    d = {}
    for key in range(n): d[key] = key
    d["s"] = 1
    for k in list(d):
        if k != "s": del d[k]
    return sys.getsizeof(d), sys.getsizeof(d.copy()), sys.getsizeof(dict(d)), sys.getsizeof({**d}), sys.getsizeof(dict(d, a=1))
print([sizes(n) for n in (0, 1, 2, 3, 5, 10)])
for n in (0, 1, 4, 5, 6, 12, 13, 19, 20, 37, 38):
    d = dict.fromkeys(range(n))
    s = {1, 2}
    s.update(d)
    print(n, [sys.getsizeof(x) for x in (set(d), frozenset(d), s, {*d}, set(list(d)))])
print(sys.getsizeof(sys._getframe()))
def f(a, *b, c=1):
    x = [sys.getsizeof(sys._getframe()) for _ in range(2)]
    return sys.getsizeof(sys._getframe()), x
print(f(1), f(1, 2, c=3))
def g():
    yield sys.getsizeof(sys._getframe())
print(list(g()))
class It(dict):
    def __iter__(self):
        return iter([7, 8, 9])
print(set(It({1: 2})), {7, 1}.difference(It({1: 2})), {1, 2}.union(It({5: 6})), {7, 1} - set(It()))
