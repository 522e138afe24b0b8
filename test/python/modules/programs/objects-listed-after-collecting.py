# gc.get_objects() makes its list first: a collection that begins there ends garbage, which is not listed.
import gc
class Node:
    def __init__(self, value):
        self.value = value
gc.collect()
gc.set_threshold(6)
a = Node(7)
a.next = [a, (a, {"k": a})]
del a
print(sum(isinstance(o, Node) for o in gc.get_objects()))
print(gc.collect(), gc.get_count())
gc.set_threshold(700, 10, 10)
xs = [KeyboardInterrupt(), ValueError(261)]
print(xs)
