def f(): 
    super()
def g(o): super()
class A:
    def m(self): return super().__init__
def k(self): return super().x
A.k = k
class C:
    def m(): super()
    m2 = lambda: super()
    def n(self):
        del self
        super()
for c in (f, lambda: g(1), lambda: A().k(), lambda: C.m(), lambda: C.m2(), lambda: C().n(), lambda: super(), lambda: super(int), lambda: super(int, 1), lambda: super(1, 2), lambda: super(int, "a"), lambda: super(A, None), lambda: super(A, A), lambda: super(A, C()), lambda: super(1, 2, 3), lambda: super(x=1), lambda: super(None), lambda: super(A).m, lambda: super(object, A()).__repr__):
    try: print(str(c()).split(" at 0x")[0])
    except Exception as e: print(type(e).__name__, e)
s = super(A, A()); print(s.__thisclass__, type(s.__self__), s.__self_class__, super(A).__self__, super(A).__self_class__, repr(s), s.__class__)
class A: pass
class B(A):
    def f(self): return super().nope
    def g(self): return super().__class__, super().__doc__
for c in (B().f, B().g):
    try: print(c())
    except AttributeError as e: print(e)
