import os
import tracemalloc


def a(n):
    return b(n)


def b(n):
    return c(n)


def c(n):
    return d(n)


def d(n):
    return [object() for _ in range(n)], bytearray(n * 100)


def show(tb):
    return [(os.path.basename(f.filename), f.lineno) for f in tb or ()]


for depth in (1, 3, 5, 25):
    tracemalloc.start(depth)
    objs, blob = a(50)
    t1 = tracemalloc.get_object_traceback(blob)
    t2 = tracemalloc.get_object_traceback(objs)
    t3 = tracemalloc.get_object_traceback(objs[0])
    print(depth, len(t1), t1.total_nframe)
    for t in (t1, t2, t3):
        print("  ", show(t))
    tracemalloc.stop()
tracemalloc.start(2)
x = (lambda n: [bytes(n) for _ in range(2)])(500)
print(show(tracemalloc.get_object_traceback(x[0])))


class K:
    data = [bytes(700 + i) for i in range(2)]

    def __init__(self):
        self.own = bytes(999)

    @property
    def prop(self):
        return bytes(1234)

    @staticmethod
    def stat():
        return bytes(1235)

    @classmethod
    def cls(cls):
        return bytes(1236)

    def __getitem__(self, i):
        return bytes(2000 + i)

    def __iter__(self):
        yield bytes(3001)
        yield bytes(3002)


k = K()
for o in (K.data[0], k.own, k.prop, k.stat(), k.cls(), k[5], list(k)[1], next(iter(k)), sorted([3, 1], key=lambda v: bytes(v))):
    print(show(tracemalloc.get_object_traceback(o)))
print(show(tracemalloc.get_object_traceback(list(map(lambda v: bytes(4000), [1]))[0])))
tracemalloc.stop()
