import sys
class L(list):
    def append(self, x):
        list.append(self, x * 2)
    def __len__(self):
        return 100 + list.__len__(self)
class D(dict):
    def __setitem__(self, k, v):
        dict.__setitem__(self, k, v + 1)
    def __getitem__(self, k):
        return dict.__getitem__(self, k) * 10
    def __missing__(self, k):
        return 7
class S(str):
    def upper(self):
        return 'UP' + str.upper(self)
class I(int):
    def __add__(self, other):
        return I(int.__add__(self, other) + 1000)
class F(float):
    def __repr__(self):
        return 'F' + float.__repr__(self)
class T(tuple):
    def __new__(cls, *items):
        return tuple.__new__(cls, items)
    def first(self):
        return self[0]
class Z(set):
    def add(self, x):
        set.add(self, -x)
l = L([1, 2]); l.append(3); l.extend([9]); print(l, len(l), list(l), l[1:], sorted(l, reverse=True), l == [1, 2, 6, 9], type(l + [1]).__name__)
d = D(a=1); d['b'] = 2; print(d, d['b'], d['zz'], d.get('b'), d.get('zz'), dict(d), 'b' in d, list(d.items()))
s = S('abc'); print(s, s.upper(), s + 'd', type(s + 'd').__name__, len(s), s == 'abc', hash(s) == hash('abc'), {s: 1}['abc'], f'{s:>5}', isinstance(s, str))
i = I(5); print(i, i + 1, type(i + 1).__name__, i * 2, type(i * 2).__name__, i == 5, i < 6, hash(i), [10, 20, 30, 40, 50, 60][i])
f = F(1.5); print(f, [f], f + 1, str(f), f'{f:.3f}')
t = T(1, 2, 3); print(t, t.first(), len(t), t == (1, 2, 3), t + (4,), type(t[:]).__name__, hash(t) == hash((1, 2, 3)))
z = Z([1, 2]); z.add(5); print(sorted(z), len(z), z == {1, 2, -5}, type(z | {3}).__name__)
l.tag = 'x'; d.tag = 'y'; s.tag = 'z'; print(l.tag, d.tag, s.tag, l.__dict__, vars(d))
print(sorted([I(3), I(1), I(2)]), max(F(2.5), F(0.5)), sum([I(1), I(2)]), sum([F(0.5), 1]))
print(issubclass(L, list), L.__mro__[1].__name__, L.__bases__, isinstance(True, int), issubclass(bool, (str, int)))
class Seq:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError(i)
        return i * i
q = Seq(4); print(list(q), list(reversed(q)), 9 in q, tuple(q), sum(q), max(q), list(zip(q, 'abcd')), list(enumerate(q)), sorted(q, key=lambda v: -v))
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), sum(It()), dict(zip(It(), 'abc')), set(It()) == {1, 2, 3}, [*It()], ','.join(map(str, It())), next(It()), list(filter(lambda v: v > 1, It())))
class Num:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __int__(self): return self.v + 1
    def __float__(self): return self.v + 0.5
    def __abs__(self): return 'abs'
    def __round__(self, n=None): return ('round', n)
    def __divmod__(self, o): return ('divmod', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __hash__(self): return 42
    def __bool__(self): return False
    def __format__(self, spec): return 'fmt<' + spec + '>'
n = Num(3); print(int(n), float(n), abs(n), round(n), round(n, 2), divmod(n, 2), pow(n, 2), pow(n, 2, 3), hash(n), bool(n), range(n), [1, 2, 3, 4][n], bin(n), f'{n:>4}', format(n, 'q'), 'x' * n if False else 'ok', list(range(10))[:n], chr(n) == '\x03')
