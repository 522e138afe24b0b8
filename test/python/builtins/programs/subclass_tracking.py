import gc
import sys
import collections


class T(tuple):
    pass


class D(dict):
    pass


N = collections.namedtuple("N", "a b")
objects = [T(), T((1, 2)), D(), D(a=1), N(1, 2), collections.OrderedDict(), collections.defaultdict(list), sys.version_info, sys.float_info]
print([gc.is_tracked(one) for one in objects])
gc.collect()
print([gc.is_tracked(one) for one in objects])
holder = (sys.version_info,)
plain = tuple([1, 2])
gc.collect()
print(gc.is_tracked(holder), gc.is_tracked(plain), gc.is_tracked({"a": N(1, 2)}))
