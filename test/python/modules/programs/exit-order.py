import atexit
import weakref
import sys


class Res:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


@atexit.register
def last():
    print("registered first, runs last")


def bye(name, mark="!"):
    print("bye", name + mark)


atexit.register(bye, "ann")
atexit.register(bye, "bob", mark="?")
r = Res("held by atexit")
atexit.register(lambda res: print("has", res.n), r)
print(sys.getrefcount(r) - 1)
del r
atexit.register(print, "x", "y", sep="-")
f = atexit.register(bye, "never")
print(f is bye)
g = Res("global")
fin = weakref.finalize(g, print, "finalizer of g")
print(fin.atexit, fin.alive)
h = Res("h")
hf = weakref.finalize(h, print, "finalizer of h")
hf.atexit = False


def dropped():
    print("not called")


atexit.register(dropped)
atexit.unregister(dropped)


def fails():
    raise ValueError("in atexit")


atexit.register(fails)
print("main ends")
