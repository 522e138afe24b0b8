# gc.get_referrers() and gc.get_referents() make their list before they look, and the list grows as it is filled.
import gc
import sys


class Ended:
    def __init__(self, other):
        self.other = other
        self.me = self


one = Ended(None)
keep = [[one] for _ in range(3)]
for found in (gc.get_referrers(one), gc.get_referents(keep), gc.get_referents(1), gc.get_referents(keep, one)):
    print(len(found), sys.getsizeof(found), [type(each).__name__ for each in found])
found = each = None

# Up to 3.11 making the list may start a collection, which ends some of what holds the object.
counts = []
for size in range(690, 706):
    gc.collect()
    gc.disable()
    many = [[] for _ in range(size)]
    Ended(one)
    gc.enable()
    found = gc.get_referrers(one)
    counts.append(len(found))
    found = many = None
print(counts)
