"""random: generators of one's own, and what each draws from a known seed."""
import random
import sys


def show(name, func, *args, **kwds):
    try:
        value = func(*args, **kwds)
        print(name, repr(value))
    except Exception as error:
        print(name, type(error).__name__, error)


random.seed(42)
first = random.Random(42)
print(first.random() == random.random(), isinstance(first, random.Random), type(first).__mro__[1].__name__)
print(type(random.random).__name__, type(random.randint).__name__, random.randint.__self__ is random.random.__self__)

for seed in (0, 7, -7, 2 ** 70, 1.5, 'text', b'bytes', True):
    r = random.Random(seed)
    print(repr(seed), r.random(), r.getrandbits(5), r.getrandbits(70), r.randint(1, 6), r.choice('abcdef'))
old = random.Random()
for seed in ('old', b'old', ''):
    old.seed(seed, version=1)
    print(old.random())
old.seed(a=3)
print(old.random())
if sys.version_info >= (3, 11):
    show('unsupported seed', random.seed, [1])

r = random.Random(5)
items = list(range(20))
r.shuffle(items)
print(items)
print(r.sample(items, 5), r.sample(range(1000), 7), r.sample('abc', 3), r.sample([1, 2], counts=[3, 4], k=5))
print(r.choices('abc', k=6), r.choices('abc', [1, 2, 3], k=6), r.choices('abc', cum_weights=[1, 5, 6], k=6))
print([r.randrange(10) for _ in range(5)], [r.randrange(3, 30, 4) for _ in range(5)], r.randrange(2 ** 80),
      [r.randrange(30, 3, -4) for _ in range(5)])
print(r.randbytes(7), r.randbytes(0))

state = r.getstate()
print(state[0], len(state[1]), state[2], state[1][-1])
one = [r.random() for _ in range(3)], r.gauss(0, 1)
after = r.getstate()[2]
r.setstate(state)
print(one == ([r.random() for _ in range(3)], r.gauss(0, 1)), after == r.getstate()[2], after)

r = random.Random(11)
print(r.uniform(2, 5), r.triangular(), r.triangular(1, 9, 3), r.triangular(4, 4), r.triangular(4, 4, 4))
print([r.gauss(10, 2) for _ in range(3)], [r.normalvariate(10, 2) for _ in range(3)])
print(r.lognormvariate(0, 1), r.expovariate(1.5), r.betavariate(2, 3), r.paretovariate(3), r.weibullvariate(2, 1.5))
print(r.gammavariate(0.5, 1), r.gammavariate(1, 2), r.gammavariate(5, 2), r.vonmisesvariate(1, 4), r.vonmisesvariate(1, 0))
if sys.version_info >= (3, 11):
    print(r.gauss(), r.normalvariate())
else:
    show('gauss', r.gauss)
if sys.version_info >= (3, 12):
    print(r.expovariate(), [r.binomialvariate(n, p) for n, p in ((1, .5), (10, .25), (100, .75), (50, .4), (5, 0.), (5, 1.))])
    show('binomial', r.binomialvariate, -1)
    show('binomial', r.binomialvariate, 1, 2)
print(hasattr(random, 'binomialvariate'))

show('empty choice', random.choice, [])
show('empty range', random.randrange, 0)
show('empty range', random.randrange, 5, 5)
show('empty range', random.randrange, 5, 1, 2)
show('zero step', random.randrange, 5, 9, 0)
show('empty randint', random.randint, 5, 1)
show('sample', random.sample, [1, 2], 3)
show('sample', random.sample, {1: 2}, 1)
show('weights', random.choices, 'ab', [1])
show('weights', random.choices, 'ab', [0, 0])
show('weights', random.choices, 'ab', 3)
show('weights', random.choices, 'ab', [1, 2], cum_weights=[1, 3])
show('counts', random.sample, 'ab', 1, counts=[1])
show('gamma', random.gammavariate, 0, 1)
show('state', random.setstate, (9, (), None))
show('state', random.setstate, (3, (1, 2), None))
show('rate', random.expovariate, 0)
show('bits', random.getrandbits, -1)


class Loaded(random.Random):
    """Draws its own numbers."""

    def random(self):
        return 0.25


class Bits(random.Random):
    def getrandbits(self, k):
        return 1


loaded = Loaded(1)
print(loaded.randrange(100), loaded.choice('abcd'), loaded.uniform(0, 8), loaded.expovariate(1), loaded.triangular())
print(Bits(3).randrange(50), Bits(3).choice('xyz'))


class Keeps(random.Random):
    def __init__(self, seed, name):
        super().__init__(seed)
        self.name = name


kept = Keeps(9, 'kept')
print(kept.name, kept.random() == random.Random(9).random(), sys.getsizeof(random.Random(1)) > 2500)
print([name for name in ('seed', 'random', 'getrandbits', 'betavariate', 'setstate', 'SystemRandom') if not hasattr(random, name)])
print(random.BPF, random.RECIP_BPF, random.LOG4, random.NV_MAGICCONST, random.SG_MAGICCONST, random.TWOPI)
