# 终结器的先后次序:弱引用回调、finalize、__del__
import gc
import sys
import weakref

log = []


class Part:
    def __init__(self, name):
        self.name = name
        weakref.finalize(self, log.append, f"fin {name}")

    def __del__(self):
        log.append(f"del {self.name}")


def flush(title):
    print(f"{title}: {'; '.join(map(str, log))}")
    log.clear()


p = Part("p")
r1 = weakref.ref(p, lambda r: log.append("cb1"))
r2 = weakref.ref(p, lambda r: log.append("cb2"))
del p
flush("refcount")
del r1, r2

p = Part("q")
r1 = weakref.ref(p, lambda r: log.append("never"))
del r1
p = None
flush("dead ref")

gc.collect()
gc.disable()
a, b = Part("a"), Part("b")
a.b, b.a = b, a
ra = weakref.ref(a, lambda r: log.append("cb a"))
a.own = weakref.ref(b, lambda r: log.append("inside the cycle"))
del a, b
flush("nothing")
gc.collect()
log.sort()
flush("cycle")
print(ra())


class Back:
    saved = None

    def __del__(self):
        log.append("back")
        Back.saved = self


x = Back()
w = weakref.ref(x, lambda r: log.append("w"))
f = weakref.finalize(x, log.append, "f")
del x
flush("resurrected")
print(w() is None, f.alive, Back.saved is not None, sys.getrefcount(Back.saved))
Back.saved = None
flush("second death")

x = Back()
x.me = x
w = weakref.ref(x, lambda r: log.append("w"))
del x
print(gc.collect(), w() is None)
flush("by gc")
Back.saved.me = None
Back.saved = None
flush("gone")


class Holder:
    def __init__(self):
        self.items = [Part(i) for i in range(3)]
        self.extra = {"k": Part("v")}
        self.t = (Part("t1"), Part("t2"))


h = Holder()
del h
flush("order")
h = Holder()
h.extra["k2"] = Part("v2")
del h.items[1]
flush("one item")
h.__dict__.clear()
flush("dict cleared")
fs = [weakref.finalize(h, log.append, i) for i in range(3)]
fs[1].detach()
fs[2]()
flush("by hand")
del h
flush("rest")
print([x.alive for x in fs], fs[0].peek(), fs[0]())
gc.enable()
last = Part("last")
weakref.finalize(last, lambda: print("exit:", log))
