import tracemalloc
import gc


class Node:
    def __init__(self, value, parent=None):
        self.value = value
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


class SlotNode:
    __slots__ = ("value", "parent", "children")

    def __init__(self, value, parent=None):
        self.value = value
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


def build(cls, depth, width):
    root = cls(0)
    level = [root]
    for d in range(depth):
        level = [cls(d * 1000 + i, node) for node in level for i in range(width)]
    return root


def measure(cls):
    gc.collect()
    tracemalloc.start()
    root = build(cls, 4, 3)
    current, peak = tracemalloc.get_traced_memory()
    del root
    after, _ = tracemalloc.get_traced_memory()
    collected = gc.collect()
    final, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return current, peak, after, collected, final


build(Node, 3, 3)
build(SlotNode, 3, 3)
for cls in (Node, SlotNode):
    print(cls.__name__, measure(cls))
for cls in (Node, SlotNode):
    print(cls.__name__, measure(cls))
