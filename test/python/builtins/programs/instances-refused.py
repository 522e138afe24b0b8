import sys, gc
class C0(object):
    def f(self): pass
o = C0()
print(sys.getsizeof(o.__dict__))
for i in range(3):
    try: C0(1)
    except TypeError as e: print(e)
print(sys.getsizeof(C0().__dict__))
class C1:
    def __init__(self, x): raise ValueError
    pass
for i in range(3):
    try: C1(1)
    except ValueError as e: pass
    try: C1()
    except TypeError as e: pass
o = object.__new__(C1); print(sys.getsizeof(o.__dict__))
class C2: pass
def f():
    for i in range(40):
        try: C2(1)
        except TypeError as e: pass
f()
o = C2(); print(sys.getsizeof(o.__dict__))
class C3:
    def __add__(self, other): return isinstance(other, type(self)) and self.x == other.x
o3 = C3()
try:
    for z in range(20): C3(z)
except Exception as e: print(e, sys.getsizeof(o3.__dict__))
