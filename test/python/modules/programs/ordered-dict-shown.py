import gc
from collections import OrderedDict

ordered = OrderedDict(a=1, b=[2])
ordered["me"] = ordered
for _ in range(2):
    gc.collect()
    print(ordered)
    print(gc.get_count())
gc.collect()
print(ordered.popitem())
print(gc.get_count())
print(OrderedDict())
