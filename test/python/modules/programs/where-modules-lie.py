# Copies of methods and weak dicts, hashes of sets of one's own, members by their wish, where modules lie
import collections.abc, copy, enum, sys, weakref
import abc, array, bisect, collections, contextlib, ctypes, functools, io, itertools, math, operator, os, random


class Thing:
    def __init__(self, tags=()):
        self.tags = list(tags)

    def method(self):
        return self.tags


thing = Thing("ab")
twin = copy.copy(thing.method)
print(twin == thing.method, twin.__self__ is thing, thing.method.__reduce__()[1][1])
deep = copy.deepcopy(thing.method)
print(deep.__self__ is thing, deep())

values = weakref.WeakValueDictionary({(1, 2): thing})
again = copy.deepcopy(values)
print(len(again), again[(1, 2)] is thing, type(again).__name__)
keys = weakref.WeakKeyDictionary({thing: [1, [2]]})
again = copy.deepcopy(keys)
print(again[thing], again[thing] is keys[thing], again[thing][1] is keys[thing][1])


class Bag(collections.abc.Set):
    def __init__(self, items):
        self.items = list(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    __hash__ = collections.abc.Set._hash


if sys.version_info >= (3, 10):
    print(hash(Bag([1, 2, "x"])) == hash(frozenset([1, 2, "x"])), hash(Bag([])) == hash(frozenset()))
if sys.version_info >= (3, 11):
    class Wish(enum.Enum):
        A = 1
        f = enum.member(len)
        g = enum.nonmember(5)

    print(list(Wish), Wish.g, Wish.f.value)

folder = os.__file__[: -len("os.py")]
for module in (abc, array, bisect, collections, collections.abc, contextlib, ctypes, functools, io, itertools, math, operator, os, os.path, random, sys, weakref):
    shown = repr(module).replace(folder, "LIB/")
    lies = getattr(module, "__file__", "nowhere").replace(folder, "LIB/")
    if module is not collections.abc:
        print(module.__name__, lies, shown, hasattr(module, "__path__"))
functions = (abc.ABCMeta.register, collections.namedtuple, contextlib.contextmanager, copy.deepcopy, os.path.join, random.Random.choice, weakref.WeakSet.add, weakref.WeakKeyDictionary.get)
print([one.__code__.co_filename.replace(folder, "LIB/") for one in functions])
print(sys.modules["__main__"].__file__ == __file__, repr(sys.modules["__main__"])[:24])
