import gc
import sys

for value in (None, True, 0, 1, "", "a", (), b"", int, object):
    count = sys.getrefcount(value)
    print(repr(value), count > 8, count > 10**8, count > 2**31)
before = sys.getrefcount(7)
sevens = [7] * 50
print(sys.getrefcount(7) - before in (0, 50))
print(sys.getallocatedblocks() > 5000)
first = sys.getallocatedblocks()
print(sys.getallocatedblocks() - first)
objects = gc.get_objects()
print(len(objects) > 1000, len(set(map(id, objects))) == len(objects), any(o is globals() for o in objects))
print(all(gc.is_tracked(o) for o in objects if o is not objects))
for o in objects:
    repr(o), dir(o), gc.get_referents(o), sys.getsizeof(o), hash(type(o))
before = len(gc.get_objects())
more = [[] for _ in range(10)]
print(len(gc.get_objects()) - before)
gc.collect()
print([len(gc.get_objects(generation=g)) > 100 for g in range(3)])
gc.freeze()
print(len(gc.get_objects()) < 30)
gc.unfreeze()
print(len(gc.get_objects()) > 1000)
