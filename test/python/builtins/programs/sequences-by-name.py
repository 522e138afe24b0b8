class C1(str):
    def __add__(self, other):
        return C1(str.__add__(self, other))
o = C1('a')
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: str.__add__(o, 1))
t(lambda: str.__add__('a', 1))
t(lambda: 'a'.__add__(1))
t(lambda: o + 1)
def g():
    x = C1('a')
    x += 1
    return x
t(g)
t(lambda: [].__add__(1)); t(lambda: ().__add__(1)); t(lambda: b''.__add__(1)); t(lambda: list.__add__([], ()))
class L(list):
    def __add__(self, other): return L(list.__add__(self, other))
t(lambda: L() + 1)
class T(tuple):
    def __add__(self, other): return T(tuple.__add__(self, other))
t(lambda: T() + 1)
class D(str):
    def __mod__(self, o): return 'mod'
    def __add__(self, other): return D(str.__add__(self, other))
t(lambda: D('x') + 1)
class E(str):
    def __rmod__(self, o): return 'rmod'
    def __add__(self, other): return str.__add__(self, other)
t(lambda: E('x') + 1)
t(lambda: [1].__mul__('a')); t(lambda: 'ab'.__mul__(2)); t(lambda: 'ab'.__rmul__(2)); t(lambda: (1,).__mul__(1.5)); t(lambda: b'a'.__mul__(None)); t(lambda: [1].__rmul__(2)); t(lambda: bytearray(b'a').__add__(1)); t(lambda: b'a'.__add__('b')); t(lambda: bytearray(b'a').__add__(b'c')); t(lambda: b'a'.__add__(bytearray(b'z')))
class R(list):
    def __radd__(self, other): return 'radd'
t(lambda: R([1]) + 1); t(lambda: 1 + R([1])); t(lambda: [1] + R([2])); t(lambda: R([1]) + [2]); t(lambda: R([1]) + R([3]))
class X:
    def __radd__(self, other): return 'X'
    def __rmul__(self, other): return 'XM'
    def __mul__(self, other): return 'MX'
t(lambda: [1] + X()); t(lambda: R([1]) + X()); t(lambda: 'a' + X()); t(lambda: [1] * X()); t(lambda: X() * [1])
class ML(list):
    def __add__(self, other): return ML(super().__add__(other))
    def __mul__(self, n): return ML(super().__mul__(n))
t(lambda: ML([1]) + [2]); t(lambda: type(ML([1]) + [2]).__name__); t(lambda: ML([1]) * 2); t(lambda: ML([1]) + X()); t(lambda: ML([1]) * 'a'); t(lambda: 2 * ML([1]))
def g2():
    x = ML([1]); x += [5]; return x
t(g2)
class BB(bytes): pass
t(lambda: BB(b'a') + 1); t(lambda: bytearray(b'a') + 'x'); t(lambda: [1].__mul__(True)); t(lambda: [1] * 1.5)
