import weakref
class A:
    def m(self): pass
    @staticmethod
    def s(): pass
    def __call__(self): pass
a=A(); r=weakref.ref(a)
print([callable(x) for x in (A, a, a.m, A.s, A.__dict__['s'], r, len, [].append, dict.__dict__['fromkeys'], int.__add__, (1).__add__, 1, None, property(), classmethod(len), object())])
