# What a class, an object without a dict, and a padding of bytes refuse, in what words.
class C: pass
class S: __slots__ = ('a',)
class M(type): pass
class D(metaclass=M): pass
for f in (lambda: C[1], lambda: int[1], lambda: D[1], lambda: C()[1], lambda: object[1]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f(): S().__dict__ = {}
def g(): S().b = 1
def h(): S().__class__ = 3
def i(): del S().b
def j(): del S().__dict__
def k(): object().x = 1
def l(): (5).x = 1
def m(): del (5).x
def n(): object().__dict__ = {}
def o(): del S().a
for f in (f, g, h, i, j, k, l, m, n, o):
    try: print(f())
    except Exception as e: print(f.__name__, type(e).__name__, e)
for f in (lambda: b'ab'.center(5, '*'), lambda: b'ab'.ljust(5, b''), lambda: bytearray(b'a').rjust(4, 'x'), lambda: 'a'.center(5, b'*'), lambda: 'a'.center(5, 'ab'), lambda: b'a'.center(5, 3), lambda: b'a'.ljust(5, bytearray(b'ab')), lambda: b'a'.ljust(5, bytearray(b'c'))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
