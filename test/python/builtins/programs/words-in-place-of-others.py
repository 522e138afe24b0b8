"""TypeErrors whose words CPython replaces, values that special methods may not answer, and what the exceptions' own texts are."""
import math
import operator
import sys
import time


class Broken:
    def __repr__(self): return 5
    def __len__(self): return -1
    def __iter__(self): return 5
    def __format__(self, s): return None
    def __float__(self): return 1
    def __complex__(self): return 1.0
    def __length_hint__(self): return "x"
    def __index__(self): return 1.5
    def __bytes__(self): return "no"


class Plain:
    def __mul__(self, o): return NotImplemented
    def __index__(self): return 2


class AppError(Exception):
    def __str__(self): return "<" + super().__str__() + ">"
    def __repr__(self): return "!" + super().__repr__()


class Missing(KeyError):
    def __str__(self): return "missing " + super().__str__()


x, p, l = Broken(), Plain(), [1, 2, 3]
print(AppError("a"), AppError(), AppError(1, 2), repr(AppError("a")), Missing("k"), KeyError.__str__(Missing("k")), BaseException.__str__(Missing("k")), str(OSError(2, "no", "f")))
for code in ["format(x)", "f'{x}'", "math.sqrt(x)", "complex(x)", "complex(1, x)", "operator.length_hint(x)", "operator.length_hint(5, 'x')", "list(x)", "'a'.join(x)", "b''.join(x)", "dict([x])", "{**x}", "1 in x", "l[:] == x", "exec('l[:] = x')", "exec('l[::2] = x')",
             "sorted([2, 1], reverse=x)", "open(x)", "open()", "open('a', 'q')", "open('a', 'rb', encoding='x')", "p * 'ab'", "'ab' * p", "exec('p *= [1]')", "exec('q = {}; q *= [1]')", "exec('q = 2; q *= [1]; print(q)')", "exec('q = (); q **= 2')", "pow((), 2, 3)",
             "BaseException.__init__(5)", "KeyError.__str__(5)", "b'%s' % x", "b'%s' % 5", "b'%a %r' % ('é', 'é')", "b'%(k)s' % {b'k': b'v'}", "'%b' % 5", "format(True, 's')", "'a'.__rmod__('%s!')", "b'ab'.hex('é')", "(3).__add__(4.0), (3).__lt__(4.0), (3.0).__add__(4)", "{1} | {2: 3}.keys()",
             "{1}.__iand__(5)", "time.sleep('a')", "time.sleep(float('nan'))", "math.dist([1], [1, 2])", "math.remainder(5, 0)", "math.ldexp(1, 1.5)", "math.log(10, 1)", "print(1, sepp=2)", "max([1], ky=len)", "int('5', bas=10)", "(lambda: 0)().x"]:
    try:
        print(code, "=>", repr(eval(code)))
    except Exception as e:
        print(code, "=>", type(e).__name__ + ":", e)
def gen():
    try: yield 1
    except GeneratorExit: return "value of close"
g = gen(); next(g)
print(g.close(), g.__name__, g.__qualname__)
g.__name__ = "renamed"; g.__qualname__ = "re.named"
print(g.__name__, g.__qualname__)
for code in ["setattr(g, '__name__', 5)", "gen().throw(5)", "gen().throw(int)"]:
    try:
        print(eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
class Watched:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, "in", sys._getframe(1).f_code.co_name)
def failing(): [Watched(1), 1 / 0]
def calling(): len(Watched(2), 1)
for f in (failing, calling):
    try: f()
    except Exception as e: print(type(e).__name__)
