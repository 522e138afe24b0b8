"""What the descriptors of classes show of themselves."""
import collections
import gc


class C:
    __slots__ = ("x", "__dict__")


class D:
    pass


def show(ref):
    print(repr(ref).partition(" at 0x")[0])


for one in (str.upper, list.append, dict.get, int.bit_length, bytes.split, set.add):
    show(one)
for one in (int.__add__, object.__init__, list.__len__, str.__contains__, tuple.__getitem__, object.__repr__):
    show(one)
for one in (dict.__getitem__, list.__getitem__, set.__contains__, collections.deque.append):
    show(one)
for one in ([].append, {}.get, "a".upper, len, gc.collect, (1).bit_length, dict.fromkeys):
    show(one)
for one in (C.x, C.__dict__["__dict__"], D.__dict__["__dict__"], D.__dict__["__weakref__"]):
    show(one)
show(dict.__dict__["fromkeys"])
member = C.x
del C.x
show(member)
