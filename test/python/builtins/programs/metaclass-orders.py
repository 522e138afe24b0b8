import gc
class Meta(type):
    def mro(cls):
        order = super().mro()
        print(cls.__name__, [c.__name__ for c in order])
        return [order[0]] + sorted(order[1:-1], key=lambda c: c.__name__) + order[-1:]
class Z: pass
class A: pass
gc.collect(); print(gc.get_count())
class X(Z, A, metaclass=Meta): pass
print(gc.get_count(), [c.__name__ for c in X.__mro__], [c.__name__ for c in X.mro()])
class Y(X): pass
X.__bases__ = (A, Z)
print([c.__name__ for c in X.__mro__], [c.__name__ for c in Y.__mro__])
class Bad(type):
    def mro(cls): return [cls, 5]
try:
    class B(metaclass=Bad): pass
except TypeError as e: print(e)
class Plain(type): pass
gc.collect(); print(gc.get_count())
class P(metaclass=Plain): pass
print(gc.get_count())
class Q(P, A): pass
print(gc.get_count())
print(bool.mro(), KeyError.mro(), Q.mro(), type.mro(type), gc.get_count())
