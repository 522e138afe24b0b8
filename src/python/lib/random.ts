/**
 * The part of random that CPython writes in Python: the class Random, and the methods of one hidden instance as functions. The generator
 * itself and the arithmetic of the distributions are natives (modules/random.ts), which draw through `self.random`, as subclasses expect.
 */
const WHOLE_NUMBERS = `
NV_MAGICCONST, LOG4, SG_MAGICCONST, TWOPI = _constants()
BPF = 53
RECIP_BPF = 2 ** -BPF
_ONE = 1


def _whole(value, what):
    if RULE.randomIndexes:
        return _index(value)
    if RULE.rangesCheckArguments:
        try:
            return _index(value)
        except TypeError:
            pass
    whole = int(value)
    if whole != value:
        raise ValueError(f'non-integer {what} for randrange()')
    return whole


class Random(_Generator):
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)  # 132
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        for one in cls.__mro__:
            own = one.__dict__
            if '_randbelow' in own:
                return
            if 'getrandbits' in own:
                cls._randbelow = cls._randbelow_with_getrandbits
                return
            if 'random' in own:
                cls._randbelow = cls._randbelow_without_getrandbits
                return

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def seed(self, a=None, version=2):
        if isinstance(a, (str, bytes, bytearray)):
            a = _seed_of_text(a) if version == 2 else _seed_of_old(a)
        elif RULE.seedsLooked and not isinstance(a, (type(None), int, float, str, bytes, bytearray)):  # 166
            if RULE.seedsChecked:
                raise TypeError(_SEEDS)  # 167
            import warnings
            warnings.warn(_SEEDS, DeprecationWarning, 2)  # 167
        super().seed(a)  # 170
        self.gauss_next = None  # 171

    def getstate(self):
        return self.VERSION, super().getstate(), self.gauss_next  # 175

    def setstate(self, state):
        version = state[0]
        if version not in (2, 3):
            raise ValueError(f'state with version {version} passed to Random.setstate() of version {self.VERSION}')  # 195
        _, words, self.gauss_next = state
        if version == 2:
            words = tuple(one % 2 ** 32 for one in words)
        super().setstate(words)

    def _randbelow_with_getrandbits(self, n):
        if not n and not RULE.drawsOfNothingFail:
            return 0
        draw, bits = self.getrandbits, n.bit_length()
        drawn = draw(bits)  # 247
        while drawn >= n:
            drawn = draw(bits)  # 249
        return drawn

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        draw = self.random
        if n >= maxsize:
            return _floor(draw() * n)  # 263
        if not n and not RULE.drawsOfNothingFail:
            return 0
        limit = (maxsize - maxsize % n) / maxsize
        drawn = draw()  # 266
        while drawn >= limit:
            drawn = draw()  # 268
        return _floor(drawn * maxsize) % n  # 269

    _randbelow = _randbelow_with_getrandbits

    def randbytes(self, n):
        return self.getrandbits(8 * n).to_bytes(n, 'little')  # 286

    def randrange(self, start, stop=None, step=_ONE):
        first = _whole(start, 'arg 1')  # 301
        if stop is None:
            if step is not _ONE and RULE.rangesCheckArguments:
                raise TypeError('Missing a non-None stop argument')  # 306
            if first <= 0:
                raise ValueError('empty range for randrange()')  # 309
            return self._randbelow(first)  # 308
        last = _whole(stop, 'stop')  # 312
        width = last - first  # 313
        stride = _whole(step, 'step')  # 314
        if stride == 1 and width > 0:
            return first + self._randbelow(width)  # 318
        if stride == 1:
            raise ValueError(f'empty range in randrange({start}, {stop})' if RULE.rangeErrorsShowCall else  # 319
                             f'empty range for randrange() ({first}, {last}, {width})')
        if not stride:
            raise ValueError('zero step for randrange()')  # 327
        count = (width + stride + (-1 if stride > 0 else 1)) // stride  # 323
        if count <= 0:
            raise ValueError(f'empty range in randrange({start}, {stop}, {step})' if RULE.rangeErrorsShowCall else  # 329
                             'empty range for randrange()')
        return first + stride * self._randbelow(count)  # 330

    def randint(self, a, b):
        return self.randrange(a, b + 1)  # 336
`;

const SEQUENCES = `
    def choice(self, seq):
        if RULE.choicesChecked and not len(seq):
            raise IndexError('Cannot choose from an empty sequence')  # 347
        return seq[self._randbelow(len(seq))]  # 348

    def _shuffle(self, x):
        below = self._randbelow
        for last in reversed(range(1, len(x))):
            other = below(last + 1)  # 357
            x[last], x[other] = x[other], x[last]  # 358

    if RULE.shuffleTakesNoSource:
        def shuffle(self, x):
            self._shuffle(x)
    else:
        def shuffle(self, x, random=None):
            if random is None:
                return self._shuffle(x)
            for last in reversed(range(1, len(x))):
                other = _floor(random() * (last + 1))
                x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        if not isinstance(population, _Sequence):  # 412
            if RULE.samplesOfSetsFail or not isinstance(population, _Set):
                raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')  # 413
            population = tuple(population)
        size = len(population)  # 415
        if counts is not None:
            ends = list(_accumulate(counts))  # 417
            if len(ends) != size:
                raise ValueError('The number of counts does not match the population')  # 419
            total = ends.pop()  # 420
            if isinstance(total, int):
                if total <= 0:
                    raise ValueError('Total of counts must be greater than zero')  # 424
            else:
                raise TypeError('Counts must be integers')  # 422
            return [population[_bisect(ends, at)] for at in self.sample(range(total), k=k)]  # 427
        below = self._randbelow  # 428
        if k < 0 or k > size:
            raise ValueError('Sample larger than population or is negative')  # 430
        chosen = [None] * k  # 431
        if size <= 21 + (4 ** _ceil(_log(k * 3, 4)) if k > 5 else 0):
            pool = list(population)  # 436
            for place in range(k):
                at = below(size - place)  # 438
                chosen[place] = pool[at]
                pool[at] = pool[size - place - 1]
            return chosen
        seen = set()  # 442
        for place in range(k):
            at = below(size)  # 445
            while at in seen:
                at = below(size)  # 447
            seen.add(at)  # 448
            chosen[place] = population[at]  # 451
        return chosen

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        draw, size = self.random, len(population)  # 461
        if cum_weights is not None and weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')  # 478
        if cum_weights is None:
            if weights is None:
                size += 0.0
                return [population[_floor(draw() * size)] for _ in _repeat(None, k)]  # 467
            if isinstance(weights, int):
                raise TypeError(f'The number of choices must be a keyword argument: k={weights}')  # 474
            cum_weights = list(_accumulate(weights))  # 469
        if len(cum_weights) != size:
            raise ValueError('The number of weights does not match the population')  # 480
        total = cum_weights[-1] + 0.0  # 481
        if total <= 0.0 and RULE.weightsChecked:
            raise ValueError('Total of weights must be greater than zero')  # 483
        if RULE.weightsFinite and not _isfinite(total):
            raise ValueError('Total of weights must be finite')  # 485
        return [population[_bisect(cum_weights, draw() * total, 0, size - 1)] for _ in _repeat(None, k)]  # 488
`;

const DISTRIBUTIONS = `
    def uniform(self, a, b):
        return a + (b - a) * self.random()  # 503

    def triangular(self, low=0.0, high=1.0, mode=None):
        if mode is not None and high == low:
            self.random()
            return low  # 523
        return _triangular(self, low, high, mode)  # 528

    def _normalvariate(self, mu=0.0, sigma=1.0):
        return _normal(self, mu, sigma)  # 549

    def _gauss(self, mu=0.0, sigma=1.0):
        waiting, self.gauss_next = self.gauss_next, None
        if waiting is None:
            waiting, self.gauss_next = _gauss_pair(self)
        return mu + waiting * sigma  # 587

    if RULE.normalDefaults:
        def normalvariate(self, mu=0.0, sigma=1.0):
            return self._normalvariate(mu, sigma)

        def gauss(self, mu=0.0, sigma=1.0):
            return self._gauss(mu, sigma)
    else:
        def normalvariate(self, mu, sigma):
            return self._normalvariate(mu, sigma)

        def gauss(self, mu, sigma):
            return self._gauss(mu, sigma)

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))  # 597

    if RULE.distributionDefaults:
        def expovariate(self, lambd=1.0):
            return -_log(1.0 - self.random()) / lambd  # 617
    else:
        def expovariate(self, lambd):
            return -_log(1.0 - self.random()) / lambd  # 617

    def vonmisesvariate(self, mu, kappa):
        return _vonmises(self, mu, kappa)  # 637

    def gammavariate(self, alpha, beta):
        return _gamma(self, alpha, beta)  # 728

    def betavariate(self, alpha, beta):
        part = self.gammavariate(alpha, 1.0)
        return part / (part + self.gammavariate(beta, 1.0)) if part else 0.0  # 759

    def paretovariate(self, alpha):
        return _pareto(self, alpha)  # 767

    def weibullvariate(self, alpha, beta):
        return _weibull(self, alpha, beta)  # 778

    if RULE.binomial:
        def binomialvariate(self, n=1, p=0.5):
            if n < 0:
                raise ValueError('n must be non-negative')
            if p in (0.0, 1.0):
                return n if p else 0
            if not 0.0 < p < 1.0:
                raise ValueError('p must be in the range 0.0 <= p <= 1.0')
            if n == 1:
                return int(self.random() < p)
            if p > 0.5:
                return n - self.binomialvariate(n, 1.0 - p)
            return _few_successes(self.random, n, p) if n * p < 10.0 else _many_successes(self.random, n, p)


# Devroye's second waiting time method.
def _few_successes(draw, n, p):
    successes = place = 0
    scale = _log2(1.0 - p)
    while scale:
        place += _floor(_log2(draw()) / scale) + 1
        if place > n:
            break
        successes += 1
    return successes


# Hoermann's BTRS: transformed rejection with squeeze.
def _many_successes(draw, n, p):
    deviation = _sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * deviation
    a = -0.0873 + 0.0248 * b + 0.01 * p
    mode = _floor((n + 1) * p)
    while True:
        u = draw() - 0.5
        us = 0.5 - abs(u)
        k = _floor((2.0 * a / us + b) * u + (n * p + 0.5))
        if not 0 <= k <= n:
            continue
        v = draw()
        if us >= 0.07 and v <= 0.92 - 4.2 / b:
            return k
        v *= (2.83 + 5.1 / b) * deviation / (a / (us * us) + b)
        h = _lgamma(mode + 1) + _lgamma(n - mode + 1)
        if _log(v) <= h - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * _log(p / (1.0 - p)):
            return k


class SystemRandom(Random):
    def random(self):
        raise NotImplementedError('SystemRandom is not supported: nothing here is by chance')

    def getrandbits(self, k):
        self.random()

    def seed(self, *args, **kwds):
        return None

    def getstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


_inst = Random()
for _name in dir(Random):
    if _name[0] != '_' and callable(getattr(_inst, _name)):
        globals()[_name] = getattr(_inst, _name)
del _name
`;

const IMPORTS = `
from bisect import bisect as _bisect
from collections.abc import Sequence as _Sequence, Set as _Set
from itertools import accumulate as _accumulate, repeat as _repeat
from math import ceil as _ceil, exp as _exp, floor as _floor, isfinite as _isfinite, lgamma as _lgamma
from math import log as _log, log2 as _log2, sqrt as _sqrt
from operator import index as _index

_SEEDS = RULE.seedError
`;

export const RANDOM_SOURCE = `${IMPORTS}${WHOLE_NUMBERS}${SEQUENCES}${DISTRIBUTIONS}`;
