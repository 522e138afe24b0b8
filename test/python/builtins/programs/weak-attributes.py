"""Weak references: the order they stand in, their callbacks, `__weakref__`, and what proxies say of themselves."""
import weakref


class D:
    pass


class S:
    __slots__ = ("a",)


class W:
    __slots__ = ("a", "__weakref__")


class R(weakref.ref):
    pass


def show(ask):
    try:
        print(ask())
    except Exception as error:
        print(type(error).__name__, error)


def called(ref):
    print("called")


d = D()
p = weakref.proxy(d)
plain = weakref.ref(d)
r = weakref.ref(d, called)
sub = R(d)
show(lambda: [type(plain) is weakref.ref, plain is weakref.ref(d), p is plain, sub is plain])
show(lambda: weakref.proxy(d) is p)
show(lambda: [{id(p): "p", id(plain): "plain", id(r): "r", id(sub): "sub"}[id(one)] for one in weakref.getweakrefs(d)])
show(lambda: [r.__callback__ is called, plain.__callback__, sub.__callback__])
show(lambda: [isinstance(p, D), isinstance(p, S), isinstance(p, weakref.ProxyType), p.__class__ is D])
show(lambda: isinstance(d, weakref.ProxyTypes))
show(lambda: [hasattr(S(), "__weakref__"), hasattr(W(), "__weakref__"), hasattr(D(), "__weakref__")])
show(lambda: [D().__weakref__, d.__weakref__ is plain, W().__weakref__])
for one in S(), 1, [], called, S:
    show(lambda: one.__weakref__ is not None)
del d
show(lambda: [r.__callback__, r(), plain(), sub()])
show(lambda: isinstance(p, D))


class Liar:
    __class__ = property(lambda self: D)


show(lambda: [isinstance(Liar(), D), isinstance(Liar(), Liar), isinstance(Liar(), S), type(Liar()) is D])
