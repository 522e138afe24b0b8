# gc 调试标志、回调与 garbage 列表
import gc


class Pair:
    def __init__(self, name):
        self.name = name
        self.other = None


class Final(Pair):
    def __del__(self):
        log.append(self.name)


def link(cls, x, y):
    a, b = cls(x), cls(y)
    a.other, b.other = b, a
    return a


log = []
print("flags:", gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL)
print("leak:", gc.DEBUG_LEAK == gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)
print("now:", gc.get_debug(), gc.garbage)
gc.collect()
gc.disable()

gc.set_debug(gc.DEBUG_SAVEALL)
link(Pair, "a", "b")
found = gc.collect()
pairs = [o for o in gc.garbage if isinstance(o, Pair)]
print("saved:", found == len(gc.garbage), sorted(p.name for p in pairs))
print("debug:", gc.get_debug())
gc.set_debug(0)
pairs[0].other = None
print("cycle broken")
del pairs
gc.garbage.clear()
print("nothing to do:", gc.collect())

gc.set_debug(gc.DEBUG_SAVEALL)
link(Final, "f", "g")
gc.collect()
print("finalizers ran:", sorted(log), len([o for o in gc.garbage if isinstance(o, Final)]))
gc.set_debug(0)
gc.garbage.clear()
print("garbage dropped:", gc.collect() > 0, sorted(log))

events = []


def note(phase, info):
    events.append((phase, info["generation"], info["collected"], info["uncollectable"], sorted(info)))


gc.callbacks.append(note)
loop = []
loop.append(loop)
del loop
gc.collect(1)
gc.collect()
gc.callbacks.remove(note)
for e in events:
    print(" ", e)


def broken(phase, info):
    seen.append(phase)


seen = []
gc.callbacks[:] = [broken, broken]
gc.collect(0)
gc.callbacks.clear()
print("two callbacks:", seen, gc.callbacks)
try:
    gc.set_debug("x")
except TypeError as e:
    print("TypeError:", e)
link(Pair, "x", "y")
print("generation 0:", gc.collect(0) > 0, gc.collect(generation=2))
print("enabled:", gc.isenabled())
gc.enable()
print("enabled:", gc.isenabled(), gc.get_debug())
