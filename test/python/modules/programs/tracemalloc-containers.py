import tracemalloc
from collections import deque, defaultdict, namedtuple

Point = namedtuple("Point", "x y")


class Buffer:
    def __init__(self, size):
        self.items = deque(maxlen=size)

    def push(self, item):
        self.items.append(item)


def peak_of(work):
    tracemalloc.start()
    kept = work()
    current, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return current, peak, type(kept).__name__


def buffer():
    b = Buffer(10)
    for i in range(1000):
        b.push("message %d" % i)
    return b


def points():
    return [Point(i, i + 1) for i in range(100)]


def groups():
    g = defaultdict(list)
    for i in range(300):
        g[i % 7].append(i)
    return g


def counted():
    counts = {}
    for word in ("the cat and the dog and the bird " * 20).split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def stack():
    s = []
    for i in range(500):
        s.append((i, str(i)))
    while len(s) > 5:
        s.pop()
    return s


def matrix():
    return [[0.5 * i for i in range(30)] for _ in range(30)]


works = [buffer, points, groups, counted, stack, matrix]
for w in works:
    peak_of(w)
for w in works:
    print(w.__name__, *peak_of(w))
