import gc
import itertools
from collections import OrderedDict, deque

ordered = OrderedDict.fromkeys(range(9), 0)
CALLS = (
    lambda: ordered.popitem(last=False),
    lambda: ordered.move_to_end(8, last=True),
    lambda: ordered.setdefault("zz", default=3),
    lambda: OrderedDict.fromkeys("ab", value=3),
    lambda: list(itertools.accumulate([1], func=None)),
    lambda: deque([1], maxlen=3),
    lambda: itertools.count(start=1),
    lambda: list(itertools.compress(data=[1], selectors=[1])),
    lambda: list(itertools.combinations([1], r=1)),
    lambda: list(itertools.combinations_with_replacement([1], r=1)),
    lambda: list(itertools.permutations([1], r=1)),
    lambda: list(itertools.groupby([1], key=None)),
)
for call in CALLS + CALLS:
    gc.collect()
    call()
    print(gc.get_count(), list(ordered))

sums = itertools.accumulate([1, 2, 3], lambda a, b: a * 2 + b, initial=0)
print([type(one).__name__ for one in gc.get_referents(sums)])
print(next(sums), [type(one).__name__ for one in gc.get_referents(sums)])
print(next(sums), [type(one).__name__ for one in gc.get_referents(sums)])
print(list(sums), [type(one).__name__ for one in gc.get_referents(sums)])
plain = itertools.accumulate([1, 2, 3])
print([type(one).__name__ for one in gc.get_referents(plain)])
print(next(plain), [type(one).__name__ for one in gc.get_referents(plain)])
