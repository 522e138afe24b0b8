"""random.Random from seeds of ints and texts."""
import random
import warnings

warnings.simplefilter('ignore')


def shuffled(g, n):
    items = list(range(n))
    g.shuffle(items)
    return items


DRAWS = {
    'random': lambda g: [g.random() for _ in range(5)],
    'getrandbits': lambda g, k: [g.getrandbits(k) for _ in range(3)],
    'randrange': lambda g, *args: [g.randrange(*args) for _ in range(4)],
    'randint': lambda g, a, b: g.randint(a, b),
    'shuffle': shuffled,
    'sample': lambda g, n, k: g.sample(range(n), k),
    'choice': lambda g, n: [g.choice(range(n)) for _ in range(5)],
    'choices': lambda g, n, k: g.choices(range(n), k=k),
    'weighted': lambda g, weights, k: g.choices(range(len(weights)), weights, k=k),
    'uniform': lambda g, a, b: g.uniform(a, b),
    'triangular': lambda g, *args: g.triangular(*args),
    'gauss': lambda g, mu, sigma: [g.gauss(mu, sigma) for _ in range(3)],
    'normalvariate': lambda g, mu, sigma: g.normalvariate(mu, sigma),
    'lognormvariate': lambda g, mu, sigma: g.lognormvariate(mu, sigma),
    'expovariate': lambda g, rate: g.expovariate(rate),
    'vonmisesvariate': lambda g, mu, kappa: g.vonmisesvariate(mu, kappa),
    'gammavariate': lambda g, a, b: g.gammavariate(a, b),
    'betavariate': lambda g, a, b: g.betavariate(a, b),
    'paretovariate': lambda g, a: g.paretovariate(a),
    'weibullvariate': lambda g, a, b: g.weibullvariate(a, b),
}
FUNCTIONS = {name: (lambda draw: lambda seed, *args: draw(random.Random(seed), *args))(draw) for name, draw in DRAWS.items()}
FUNCTIONS['far'] = lambda seed, n: (lambda g: [g.random() for _ in range(n)][-2:])(random.Random(seed))


def seed_of(r):
    return r.pick([r.below(1000), r.bits(32), r.bits(64), r.bits(200), -r.below(1000), 'seed%d' % r.below(100), 'h\xe9llo', '', '\u20ac' * r.below(60), b'abc', 0, 42])


def cases(r):
    for _ in range(150):
        yield 'random', (seed_of(r),)
        yield 'getrandbits', (seed_of(r), r.between(-1, 130))
        yield 'randrange', (seed_of(r), r.between(-1, 1000))
        yield 'randrange', (seed_of(r), r.between(-5, 100), r.between(0, 200))
        yield 'randrange', (seed_of(r), r.between(-5, 100), r.between(0, 200), r.between(-3, 7))
        yield 'randrange', (seed_of(r), r.bits(100))
        yield 'randint', (seed_of(r), r.between(-10, 10), r.between(0, 30))
        yield 'shuffle', (seed_of(r), r.below(60))
        yield 'sample', (seed_of(r), r.below(300), r.between(0, 30))
        yield 'sample', (seed_of(r), 10 ** 6, r.between(0, 30))
        yield 'choice', (seed_of(r), r.between(1, 70000))
        yield 'choices', (seed_of(r), r.between(1, 50), r.below(10))
        yield 'weighted', (seed_of(r), [float(r.below(10)) for _ in range(r.between(1, 8))], r.below(10))
        yield 'uniform', (seed_of(r), r.random() * 10, r.random() * 100)
        yield 'triangular', (seed_of(r), r.random(), r.random() * 5 + 1)
        yield 'triangular', (seed_of(r), r.random(), r.random() * 5 + 1, r.random() * 2)
        for name in ['gauss', 'normalvariate', 'lognormvariate', 'vonmisesvariate', 'gammavariate', 'betavariate', 'weibullvariate']:
            yield name, (seed_of(r), r.random() * 4 + 0.1, r.pick([1.0, r.random() * 3 + 0.1]))
        yield 'gammavariate', (seed_of(r), r.random(), 1.5)
        for name in ['expovariate', 'paretovariate']:
            yield name, (seed_of(r), r.random() * 3 + 0.1)
    for n in [623, 624, 625, 2000]:
        yield 'far', (7, n)
