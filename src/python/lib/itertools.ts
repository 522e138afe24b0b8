/** itertools as generators. */
export const ITERTOOLS_SOURCE = `
_missing = object()


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    saved = []
    for element in iterable:
        yield element
        saved.append(element)
    while saved:
        for element in saved:
            yield element


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


def accumulate(iterable, func=None, *, initial=None):
    it = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(it)
        except StopIteration:
            return
    yield total
    for element in it:
        total = total + element if func is None else func(total, element)
        yield total


class chain:
    def __init__(self, *iterables):
        self._it = self._run(iterables)

    @staticmethod
    def _run(iterables):
        for it in iterables:
            for element in it:
                yield element

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._it = cls._run(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


def compress(data, selectors):
    return (d for d, s in zip(data, selectors) if s)


def dropwhile(predicate, iterable):
    it = iter(iterable)
    for x in it:
        if not predicate(x):
            yield x
            break
    for x in it:
        yield x


def takewhile(predicate, iterable):
    for x in iterable:
        if not predicate(x):
            return
        yield x


def filterfalse(predicate, iterable):
    for x in iterable:
        if not (x if predicate is None else predicate(x)):
            yield x


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


class groupby:
    def __init__(self, iterable, key=None):
        self._keyfunc = key
        self._it = iter(iterable)
        self._tgtkey = self._currkey = self._currvalue = _missing

    def __iter__(self):
        return self

    def _advance(self):
        self._currvalue = next(self._it)
        self._currkey = self._currvalue if self._keyfunc is None else self._keyfunc(self._currvalue)

    def __next__(self):
        while self._currkey is _missing or self._currkey == self._tgtkey:
            self._advance()
        self._tgtkey = self._currkey
        return (self._currkey, self._grouper(self._tgtkey))

    def _grouper(self, tgtkey):
        while self._currkey == tgtkey:
            yield self._currvalue
            try:
                self._advance()
            except StopIteration:
                self._currkey = _missing
                return


def islice(iterable, *args):
    s = slice(*args)
    start, stop, step = s.start or 0, s.stop, 1 if s.step is None else s.step
    if start < 0 or (stop is not None and stop < 0):
        raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    if step < 1:
        raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), start, stop, step)


def _islice(it, start, stop, step):
    at = 0
    wanted = start
    while stop is None or at < stop:
        try:
            element = next(it)
        except StopIteration:
            return
        if at == wanted:
            yield element
            wanted += step
            if stop is not None and wanted >= stop:
                at += 1
                while at < stop:
                    try:
                        next(it)
                    except StopIteration:
                        return
                    at += 1
                return
        at += 1


def pairwise(iterable):
    it = iter(iterable)
    a = next(it, _missing)
    for b in it:
        yield a, b
        a = b


def tee(iterable, n=2):
    it = iter(iterable)
    queues = [[] for _ in range(n)]

    def gen(mine):
        while True:
            if not mine:
                try:
                    value = next(it)
                except StopIteration:
                    return
                for queue in queues:
                    queue.append(value)
            yield mine.pop(0)
    return tuple(gen(queue) for queue in queues)


def zip_longest(*args, fillvalue=None):
    iterators = [iter(it) for it in args]
    active = len(iterators)
    while active:
        values = []
        for i, it in enumerate(iterators):
            value = fillvalue if it is None else next(it, _missing)
            if value is _missing:
                active -= 1
                if not active:
                    return
                iterators[i] = None
                value = fillvalue
            values.append(value)
        yield tuple(values)


def product(*args, repeat=1):
    pools = [tuple(pool) for pool in args] * repeat
    return _product(pools)


def _product(pools):
    if not pools:
        yield ()
        return
    for head in _product(pools[:-1]):
        for last in pools[-1]:
            yield head + (last,)


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    return (tuple(pool[i] for i in chosen) for chosen in _arrangements(len(pool), r, ()))


def _arrangements(n, r, chosen):
    if len(chosen) == r:
        yield chosen
        return
    for i in range(n):
        if i not in chosen:
            yield from _arrangements(n, r, chosen + (i,))


def combinations(iterable, r):
    pool = tuple(iterable)
    return (tuple(pool[i] for i in chosen) for chosen in _selections(len(pool), r, 0, 1))


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    return (tuple(pool[i] for i in chosen) for chosen in _selections(len(pool), r, 0, 0))


def _selections(n, r, start, step):
    if r == 0:
        yield ()
        return
    for i in range(start, n):
        for rest in _selections(n, r - 1, i + step, step):
            yield (i,) + rest


def batched(iterable, n):
    it = iter(iterable)
    while batch := tuple(islice(it, n)):
        yield batch
`;
