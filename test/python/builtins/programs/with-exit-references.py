import sys
class A:
    def __enter__(self): return self
    def __exit__(self, a, b, c): print("A", sys.getrefcount(self))
class B:
    def __enter__(self): return self
    def __exit__(self, *e): print("B", sys.getrefcount(self))
class C:
    def __enter__(self): return self
    def __exit__(self, *e): print("C", sys.getrefcount(self)); return True
    def f(self, *e): print("f", sys.getrefcount(self))
    def g(self, a): print("g", sys.getrefcount(self))
a, b, c = A(), B(), C()
for i in range(3):
    with a: pass
    with b: pass
    with c: pass
try:
    with b: 1/0
except ZeroDivisionError: pass
with c: 1/0
c.f(1); m = c.f; m(1); c.f(*[1]); m = c.g; m(1); (c.f)(1)
with a, b, c: pass
