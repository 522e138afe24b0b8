import gc


class Empty:
    __slots__ = ()


class Plain:
    pass


class Slot:
    __slots__ = ("x",)


class EmptyPlain(Empty, Plain):
    pass


class SlotPlain(Slot, Plain):
    pass


class PlainSlot(Plain, Slot):
    pass


class EmptySlot(Empty, Slot):
    pass


class NoSlots(Empty, Plain):
    __slots__ = ()


for one in (Empty, Plain, Slot, EmptyPlain, SlotPlain, PlainSlot, EmptySlot, NoSlots):
    own = [name for name in ("__dict__", "__weakref__") if name in one.__dict__]
    print(one.__name__, own, one.__base__.__name__, one.__basicsize__, one.__dictoffset__, one.__weakrefoffset__)


class Meta(type):
    pass


gc.collect()


class One(metaclass=Meta):
    pass


print(gc.get_count())


class Two(One, Exception):
    pass


print(gc.get_count())
try:
    class Bad(object, One):
        pass
except TypeError as error:
    print(error)
print(gc.get_count(), gc.collect())
