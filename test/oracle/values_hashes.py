"""Hashes that depend on values alone, under PYTHONHASHSEED=0, and the key that other seeds give."""
import os
import subprocess
import sys
from values_numbers import some_float, some_int


def seeded(seed, text):
    env = dict(os.environ, PYTHONHASHSEED=str(seed))
    return int(subprocess.run([sys.executable, '-s', '-c', 'print(hash(%s))' % ascii(text)],
                              env=env, stdout=subprocess.PIPE, check=True).stdout)


def version_hash(value):
    return hash(value) if sys.version_info >= (3, 12) else 0


FUNCTIONS = {
    'hash.int': hash, 'hash.float': hash, 'hash.complex': hash, 'hash.str': hash, 'hash.bytes': hash,
    'hash.tuple': lambda *items: hash(tuple(items)), 'hash.frozenset': lambda *items: hash(frozenset(items)),
    'hash.nested': lambda *items: hash((items, (items, 1))),
    'hash.slice': lambda a, b, c: version_hash(slice(a, b, c)),
    'hash.range': lambda a, b, c: hash(range(a, b, c)),
    'hash.none': lambda: version_hash(None),
    'hash.seeded': seeded,
}


def some_text(r):
    alphabet = r.pick(['abcxyz_01', 'ab\xe9\xff', 'a\u20ac\u4e00\ud800', 'a\U0001f600\u20ac'])
    return ''.join(r.pick(alphabet) for _ in range(r.below(40)))


def cases(r):
    for _ in range(1000):
        yield 'hash.int', (some_int(r),)
        x = some_float(r)
        if x == x:
            yield 'hash.float', (x,)
            y = some_float(r)
            if y == y:
                yield 'hash.complex', (complex(x, y),)
        yield 'hash.str', (some_text(r),)
        yield 'hash.bytes', (bytes(r.below(256) for _ in range(r.below(30))),)
    for _ in range(300):
        items = tuple(some_int(r) for _ in range(r.below(8)))
        yield 'hash.tuple', items
        yield 'hash.nested', items
        yield 'hash.frozenset', items
        yield 'hash.frozenset', tuple(range(r.between(0, 200)))
        yield 'hash.slice', (some_int(r), some_int(r), some_int(r))
        yield 'hash.range', (r.between(-5, 5), r.between(30, 100), r.between(1, 9))
    yield 'hash.none', ()
    for seed in [1, 2, 42, 12345, 4294967295]:
        for text in ['a', 'hello world', '\u20ac']:
            yield 'hash.seeded', (seed, text)
