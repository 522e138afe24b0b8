"""A slab allocator of reusable records, with statistics about who owns them."""
import gc
import sys
import weakref


class Record:
    __slots__ = ("key", "value", "slab", "index", "__weakref__")

    def __init__(self, slab, index):
        self.slab = slab
        self.index = index
        self.key = self.value = None

    def __repr__(self):
        return f"{self.slab.name}[{self.index}]"


class Slab:
    def __init__(self, arena, name, size):
        self.arena = arena
        self.name = name
        self.records = [Record(self, i) for i in range(size)]
        self.free = list(range(size - 1, -1, -1))

    def take(self):
        return self.records[self.free.pop()] if self.free else None

    def give(self, record):
        record.key = record.value = None
        self.free.append(record.index)

    @property
    def used(self):
        return len(self.records) - len(self.free)


class Arena:
    def __init__(self, slab_size=4):
        self.slab_size = slab_size
        self.slabs = []
        self.handles = weakref.WeakValueDictionary()

    def alloc(self, key, value):
        for slab in self.slabs:
            rec = slab.take()
            if rec:
                break
        else:
            slab = Slab(self, f"s{len(self.slabs)}", self.slab_size)
            self.slabs.append(slab)
            rec = slab.take()
        rec.key, rec.value = key, value
        self.handles[key] = rec
        return rec

    def free(self, rec):
        del self.handles[rec.key]
        rec.slab.give(rec)
        if not rec.slab.used:
            self.slabs.remove(rec.slab)

    def report(self):
        return " ".join(f"{s.name}:{s.used}/{len(s.records)}" for s in self.slabs)


gc.collect()
gc.disable()
arena = Arena()
value = ["shared"]
recs = [arena.alloc(i, value) for i in range(6)]
print(recs, arena.report())
print("value refs", sys.getrefcount(value) - 1, "record refs", sys.getrefcount(recs[0]) - 1)
print("slab refs", sys.getrefcount(arena.slabs[0]) - 1, "arena refs", sys.getrefcount(arena) - 1)
arena.free(recs[1])
arena.free(recs[3])
print(arena.report(), sorted(arena.handles), sys.getrefcount(value) - 1)
again = arena.alloc("again", value)
print(again, again is recs[3], arena.report())
for r in recs[4:]:
    arena.free(r)
print(arena.report(), len(arena.slabs))
gone = weakref.ref(recs[5])
del recs, r
print("slab cycle alive", gone() is not None, gone().slab.name, gone().key)
print("collected", gc.collect(), gone() is None)
w = weakref.ref(again)
del again
print("owned by the slab", w() is not None, sys.getrefcount(w()) - 1)
arena.slabs.clear()
print("handles", sorted(map(str, arena.handles)))
n = gc.collect()
print("collected", n > 0, len(arena.handles), w())
print("sizes", sys.getsizeof(Record(None, 0)), sys.getsizeof(value), Record.__slots__[-1])
a = weakref.ref(arena)
del arena
print("arena", a())
gc.enable()
