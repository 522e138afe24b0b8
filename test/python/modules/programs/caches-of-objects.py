import gc
import sys
import weakref
from collections import OrderedDict


class Image:
    loads = 0

    def __init__(self, name, size):
        Image.loads += 1
        self.name = name
        self.pixels = bytearray(size)

    def __repr__(self):
        return f"Image({self.name!r}, {len(self.pixels)})"


class WeakCache:
    def __init__(self, loader):
        self._loader = loader
        self._data = weakref.WeakValueDictionary()
        self.hits = self.misses = 0

    def get(self, key, *args):
        try:
            value = self._data[key]
        except KeyError:
            self.misses += 1
            value = self._data[key] = self._loader(key, *args)
        else:
            self.hits += 1
        return value


class LRU(OrderedDict):
    def __init__(self, maxsize):
        super().__init__()
        self.maxsize = maxsize

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        while len(self) > self.maxsize:
            old, gone = self.popitem(last=False)
            print("  evicted", old, sys.getrefcount(gone))

    def __missing__(self, key):
        self[key] = value = Image(key, 10)
        return value


gc.collect()
gc.disable()
cache = WeakCache(Image)
one = cache.get("one", 100)
print(one is cache.get("one"), cache.hits, cache.misses, sys.getrefcount(one), len(cache._data))
cache.get("two", 50)
print(len(cache._data), cache.misses, "two" in cache._data, list(cache._data))
keep = [cache.get(n, 5) for n in ("a", "b", "c")]
print(sorted(cache._data.keys()), sorted(cache._data.items())[0], Image.loads)
for name, image in sorted(cache._data.items()):
    if name == "b":
        keep.clear()
print(sorted(cache._data), image, name)
del image
print(sorted(cache._data), cache._data.get("zz"), cache._data.pop("one", None) is one)
print(len(cache._data), cache._data.setdefault("s", one) is one, cache._data.valuerefs()[0]() is one)
del one
print(len(cache._data), cache._data)if len(cache._data) else print("empty")

lru = LRU(2)
lru["x"] = Image("x", 1)
lru["y"] = Image("y", 2)
lru["x"]
try:
    lru["z"] = Image("z", 3)
except KeyError as e:
    print("KeyError:", e)
    lru.popitem = None
    lru = OrderedDict(z=1)
print(list(lru), lru.get("q"), list(lru), len(lru), Image.loads)
print(lru, sys.getsizeof(lru) > sys.getsizeof({}))
try:
    WeakCache(lambda k: 5).get("int")
except TypeError as e:
    print("TypeError:", e)
try:
    lru.move_to_end("nope")
except KeyError as e:
    print("KeyError:", e)


class Meta:
    def __init__(self, text):
        self.text = text


extra = weakref.WeakKeyDictionary()
k1, k2 = Meta("one"), Meta("two")
extra[k1] = [1]
extra[k2] = k2
print(len(extra), extra[k1], k2 in extra, Meta("one") in extra, sys.getrefcount(k2))
del k1
print(len(extra))
del k2
print(len(extra), gc.collect(), len(extra))
extra.clear()
print(len(extra), gc.collect())
memo = {}


def fib(n):
    if n not in memo:
        memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]


print(fib(40), len(memo), sys.getsizeof(memo), memo[-1 + len(memo)])
