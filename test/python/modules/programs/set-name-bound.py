import sys, gc
class Desc:
    def __set_name__(self, owner, name):
        print(sys.getrefcount(self), sorted(type(r).__name__ for r in gc.get_referrers(self)))
class B:
    d = Desc()
x = Desc()
class C:
    d = x
print(sys.getrefcount(x))
D = type("D", (), {"d": x})
class E2:
    e = x
    def __init_subclass__(cls): pass
class F:
    @property
    def p(self): pass
    e = x
