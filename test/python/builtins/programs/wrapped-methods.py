import collections
import gc
import sys


class C:
    @staticmethod
    def f(x):
        "doc f"

    @classmethod
    def g(cls):
        return cls


for key in "fg":
    m = vars(C)[key]
    for name in ("__name__", "__qualname__", "__module__", "__wrapped__", "__dict__"):
        try:
            print(key, name, str(getattr(m, name)).split(" at 0x")[0])
        except AttributeError as e:
            print(key, name, e)
    m.x = 5
    print(m.x, m.__dict__["x"], callable(m))
print(staticmethod(len).__dict__.get("__name__"))
print(collections.deque.append.__objclass__, gc.get_referents(collections.OrderedDict.move_to_end))


def variables(a, b=2):
    proxy = sys._getframe().f_locals
    copy = dict(proxy)
    return copy == proxy, proxy == copy, proxy != copy, proxy == 5, locals() == sys._getframe().f_locals


print(variables(1))


def generator():
    tag = 1
    yield sys._getframe()


for close in (True, False):
    g = generator()
    frame = next(g)
    if close:
        g.close()
    try:
        frame.clear()
        print("cleared")
    except RuntimeError as e:
        print(e)
