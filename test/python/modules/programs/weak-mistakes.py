import gc
import weakref

class O:
    def __init__(self, n):
        self.n = n


class SubRef(weakref.ref):
    def __init__(self, ob, callback=None, **ann):
        super().__init__(ob, callback)
        self.extra = ann

    def __call__(self):
        return super().__call__(), self.extra


q = O(9)
sr = SubRef(q, tag=1)
print(sr()[0] is q, sr()[1], weakref.getweakrefcount(q))
for f in (lambda: weakref.ref(), lambda: weakref.ref(q, 1, 2), lambda: weakref.ref(q, foo=1), lambda: SubRef(), lambda: weakref.proxy(),
          lambda: weakref.getweakrefcount(), lambda: gc.is_tracked(), lambda: gc.enable(1)):
    try:
        f()
    except TypeError as e:
        print(e)
p = weakref.proxy(q)
print(type(p).__name__, type(p).__qualname__, gc.enable.__qualname__, gc.enable.__module__, gc.enable)
try:
    p()
except TypeError as e:
    print(e)
