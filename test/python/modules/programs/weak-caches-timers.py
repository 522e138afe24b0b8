# Object caches that must not keep their objects
import functools
import gc
import sys
import weakref


class Color:
    _cache = weakref.WeakValueDictionary()
    created = 0

    def __new__(cls, r, g, b):
        key = r, g, b
        self = cls._cache.get(key)
        if self is None:
            self = super().__new__(cls)
            cls._cache[key] = self
            cls.created += 1
            self.rgb = key
        return self

    def __init__(self, r, g, b):
        self.inits = getattr(self, "inits", 0) + 1

    def __repr__(self):
        return "#%02x%02x%02x" % self.rgb


red, red2 = Color(255, 0, 0), Color(255, 0, 0)
print(red is red2, red.inits, Color.created, len(Color._cache), sys.getrefcount(red))
del red
print(len(Color._cache), red2)
del red2
print(len(Color._cache), Color(255, 0, 0).inits, Color.created, list(Color._cache))
palette = [Color(i, i, i) for i in (1, 2, 1, 2, 3)]
print(len(palette), len(Color._cache), sorted(map(str, Color._cache.values())))
snapshot = list(Color._cache.items())
palette.clear()
print("snapshot keeps", len(Color._cache), len(snapshot))
snapshot.clear()
print("empty", dict(Color._cache))


class Heavy:
    def __init__(self, n):
        self.n = n
        self.data = bytearray(n)

    @functools.lru_cache(maxsize=2)
    def total(self):
        return sum(self.data)

    def weak_total(self):
        return _weak_total(weakref.ref(self))


@functools.lru_cache(maxsize=None)
def _weak_total(ref):
    obj = ref()
    return None if obj is None else len(obj.data)


h = Heavy(10)
print(h.total(), h.weak_total(), h.weak_total(), _weak_total.cache_info()[:2], sys.getrefcount(h))
w = weakref.ref(h)
del h
print("strong cache", w() is not None, Heavy.total.cache_info().currsize)
a, b = Heavy(1), Heavy(2)
a.total(), b.total()
print("evicted", w(), Heavy.total.cache_info().currsize)
_weak_total.cache_clear()
del a, b
Heavy.total.cache_clear()


class Pool:
    def __init__(self):
        self.idle = []
        self.busy = weakref.WeakSet()

    def get(self):
        conn = self.idle.pop() if self.idle else Conn(self)
        self.busy.add(conn)
        return conn

    def put(self, conn):
        self.busy.discard(conn)
        self.idle.append(conn)


class Conn:
    total = 0

    def __init__(self, pool):
        self.pool = weakref.proxy(pool)
        Conn.total += 1

    def release(self):
        self.pool.put(self)

    def __del__(self):
        Conn.total -= 1


pool = Pool()
c1, c2 = pool.get(), pool.get()
print(len(pool.busy), len(pool.idle), Conn.total, sys.getrefcount(pool))
c1.release()
print(len(pool.busy), len(pool.idle), pool.get() is c1)
del c2
print("lost", len(pool.busy), Conn.total)
c1.release()
c1 = None
print(len(pool.busy), len(pool.idle), Conn.total)
stray = pool.get()
del pool
print("pool gone", Conn.total)
try:
    stray.release()
except ReferenceError as e:
    print("ReferenceError:", e)
del stray
print(Conn.total)


class Meta(type):
    def __call__(cls, *args):
        if args not in cls.__dict__.get("_inst", {}):
            if "_inst" not in cls.__dict__:
                cls._inst = {}
            cls._inst[args] = super().__call__(*args)
        return cls._inst[args]


class Single(metaclass=Meta):
    def __init__(self, *args):
        self.args = args

    def __del__(self):
        print("single", self.args)


s = Single(1)
print(Single(1) is s, Single(2) is s, len(Single._inst), sys.getrefcount(s))
Single._inst.pop((2,))
del s
print("kept by class")
Single._inst.clear()
sw = weakref.ref(Single)
del Single
print(sw() is not None, gc.collect() > 0, sw())
