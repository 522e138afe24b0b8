# Getters and __getitem__ see one reference less where the instruction enters them by itself (3.12)
import sys
class A:
    @property
    def p(self): return sys.getrefcount(self)
    def __getitem__(self, k): return sys.getrefcount(self), sys.getrefcount(k)
    def __getattribute__(self, n):
        return object.__getattribute__(self, n)
class B:
    @property
    def p(self): return sys.getrefcount(self)
    @property
    def q(self, extra=[]): return sys.getrefcount(self)
    @property
    def g(self):
        x = self
        return (lambda: sys.getrefcount(x))()
    def __getitem__(self, k): return sys.getrefcount(self), sys.getrefcount(k)
    def __getattr__(self, n): return sys.getrefcount(self)
class C:
    def __getattribute__(self, n): return sys.getrefcount(self)
    def __len__(self): return sys.getrefcount(self)
a, b, c, k = A(), B(), C(), ["k"]
for i in range(4):
    print(a.p, a[k], b.p, b.q, b.g, b[k], b.zz, c.zz, len(c), getattr(b, "p"), b[k][0], B().p, B()[k], B()[["k"]])
