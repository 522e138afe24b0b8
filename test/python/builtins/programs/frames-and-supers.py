# Frames as objects, their variables, and super() as an object.
import sys


class Thing:
    def __init__(self, name):
        self.name = name


class Part(Thing):
    def __init__(self, name, whole=None):
        super().__init__(name)
        self.whole = whole


print(vars(Part("wheel")), Part("door", 1).whole)


def keep(thing):
    other = thing
    return sys._getframe()


t = Thing("t")
frame = keep(t)
print(sys.getrefcount(t) - 1, frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name)
print(sorted(frame.f_locals), frame.f_locals["other"] is t, sys.getrefcount(t) - 1)
frame.clear()
print(sys.getrefcount(t) - 1, list(frame.f_locals))
del frame
print(sys.getrefcount(t) - 1)


def own(thing):
    names = locals()
    return sys.getrefcount(thing), locals() is names, sys._getframe().f_locals is names


print(own(t))


def store():
    x = 1
    sys._getframe().f_locals["x"] = 5
    sys._getframe().f_locals["y"] = 7
    return x, locals()


print(store())


def failing(value):
    inside = value
    raise ValueError("failed")


try:
    failing(t)
except ValueError as error:
    last = error.__traceback__.tb_next.tb_frame
    print(sorted(last.f_locals), last.f_locals["inside"].name, last.f_lineno)
    del last
print(sys.getrefcount(t) - 1)


def waiting(thing):
    yield from [thing, 2]


g = waiting(t)
print(sys.getrefcount(t) - 1, g.gi_frame.f_locals["thing"] is t, g.gi_code.co_name, g.gi_yieldfrom)
next(g)
print(type(g.gi_yieldfrom).__name__, g.gi_frame.f_lineno, g.gi_running)
g.close()
print(g.gi_frame, sys.getrefcount(t) - 1)
g = waiting(t)
g.close()
print("closed unstarted:", sys.getrefcount(t) - 1, list(g))
try:
    sys._getframe().clear()
except RuntimeError as error:
    print(error)
proxy = Part.__dict__
print("__init__" in proxy, proxy["__module__"], len(proxy) == len(list(proxy)), proxy.get("none", 0), type(proxy).__name__)
