import gc
gc.collect()
try:
    f0
except NameError as out:
    tb = out.__traceback__
class Node:
    def __init__(self, tag):
        self.tag = tag
gc.set_threshold(20, 1, 1)
for z in range(900):
    n = Node(z)
    n.next = n
print(gc.collect(), gc.get_count(), len(gc.garbage))
print([s['collections'] for s in gc.get_stats()] if 0 else '')
