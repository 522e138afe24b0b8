def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        raise
def reraise2():
    try:
        1 / 0
    except ZeroDivisionError:
        print("x")
        raise
def count(f):
    try:
        f()
    except ArithmeticError as e:
        tb = e.__traceback__
        n = 0
        while tb:
            n += 1
            tb = tb.tb_next
        print(n)
count(reraise)
count(reraise2)
def three():
    try:
        1/0
    finally:
        pass
count(three)
def four():
    try:
        1/0
    except KeyError: pass
count(four)
try:
    reraise()
except (ArithmeticError, KeyError) as e:
    tb = e.__traceback__
    n = 0
    while tb:
        n += 1
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(n)
import sys
a=print
class A:
    def m(self): pass
    @staticmethod
    def s(): pass
print(A.s is A().s, A.m is A.m)
a=A()
print(a.m is a.m, a.m == a.m, hash(a.m) == hash(a.m))
m=a.m
print(m is a.m, m == a.m, hash(a.m) == hash(m))
def loop():
    yield sys.getrefcount(self_ref)
self_ref = loop()
print(next(self_ref))
def loop2():
    yield sys.getrefcount(self_ref)
    yield sys.getrefcount(self_ref)
self_ref = loop2()
print(list(self_ref))
self_ref = loop2()
for x in self_ref: print(x)
self_ref = loop2()
print(self_ref.send(None), next(self_ref))
b = bytearray(b"abcdef")
del b[1:3]
del b[0], b[-1]
print(b, sys.getsizeof(b))
del b[::2]
print(b)
for key in (5, "x"):
    try:
        del b[key]
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
class S(str): pass
try:
    sys.intern(S("x"))
except TypeError as e:
    print(e)
