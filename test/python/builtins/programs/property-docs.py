import gc, sys
def f(self):
    "doc of f"
def g(self): pass
def h(self, v): "doc of h"
p = property(f)
q = property(g)
print(sys.getrefcount(f.__doc__), [type(x).__name__ for x in gc.get_referents(q)], len(gc.get_referents(p)), p.__doc__, q.__doc__)
r = p.setter(h)
print(sys.getrefcount(f.__doc__), r.__doc__)
r = r.getter(g)
print(r.__doc__, sys.getrefcount(f.__doc__))
r = property(f, doc="own").getter(g)
print(r.__doc__)
r = property(f, doc="own").getter(None)
print(r.__doc__, r.fget is f)
print(property(None, h).__doc__, gc.get_referents(property(None,None,None,None)))
class P(property): pass
print(P(f).__doc__, P(g).__doc__)
class C:
    @P
    def x(self):
        "xdoc"
        return 5
print(C().x, C.x.__doc__)
try:
    p.__doc__ = "new"
    print(p.__doc__)
except AttributeError as e:
    print(e)
def k(self): "k"
s = property(k)
k.__doc__ = "changed"
print(s.__doc__)
class Silent:
    @property
    def __doc__(self):
        raise ValueError("no text")
n = Silent()
before = sys.getrefcount(n)
try:
    property(n)
except ValueError as e:
    print(e, sys.getrefcount(n) - before)
    del e
print(sys.getrefcount(n) - before)
