"""The questions that list.sort asks, in order, and the order in which sets are iterated."""


class Asked:
    log = []
    limit = None

    def __init__(self, key, index):
        self.key, self.index = key, index

    def __lt__(self, other):
        Asked.log.append((self.index, other.index))
        if Asked.limit is not None and len(Asked.log) > Asked.limit:
            raise KeyError
        return self.key < other.key


def digest(pairs):
    value = 17
    for a, b in pairs:
        value = (value * 1000003 + a * 8191 + b) % (2 ** 31)
    return value


def sort_order(keys, reverse, limit=None):
    items = [Asked(key, i) for i, key in enumerate(keys)]
    Asked.log, Asked.limit = [], limit
    try:
        items.sort(reverse=reverse)
    except KeyError:
        pass
    return [[item.index for item in items], len(Asked.log), digest(Asked.log)]


def set_order(operations):
    s = set()
    for op, value in operations:
        if op:
            s.add(value)
        else:
            s.discard(value)
    return list(s)


FUNCTIONS = {'sort.order': sort_order, 'set.order': set_order}


def keys(r):
    n = r.pick([0, 1, 2, 3, 5, 10, 33, 64, 65, 100, 200, 400, 700])
    kind = r.below(7)
    if kind == 0:
        return [r.below(1000000) for _ in range(n)]
    if kind == 1:
        return [r.below(5) for _ in range(n)]
    if kind == 2:
        return list(range(n))
    if kind == 3:
        return list(range(n, 0, -1))
    if kind == 4:
        out = sorted(r.below(1000) for _ in range(n))
        for _ in range(3):
            if out:
                out[r.below(n)] = r.below(1000)
        return out
    if kind == 5:
        out = []
        while len(out) < n:
            run = sorted(r.below(100) for _ in range(r.between(1, 120)))
            out += run if r.below(2) else run[::-1]
        return out[:n]
    return [i // 4 if r.below(10) else r.below(n) for i in range(n, 0, -1)]


def cases(r):
    for _ in range(400):
        yield 'sort.order', (keys(r), r.below(4) == 0)
    for _ in range(60):
        yield 'sort.order', (keys(r), r.below(4) == 0, r.below(900))
    for _ in range(400):
        span = r.pick([10, 60, 300, 5000, 2 ** 40])
        step = r.pick([1, 1, 8, 32, 1024])
        count = r.pick([3, 8, 20, 100, 400])
        yield 'set.order', ([[r.below(5) > 0, r.below(span) * step - r.below(3)] for _ in range(count)],)
