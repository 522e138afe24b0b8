"""Records what the real interpreters answer for the values of test/objects/values.

    python3 test/oracle/values.py [SUITE ...]

runs every suite (values_<suite>.py beside this file) under each interpreter of pyenv and writes
test/objects/values/fixtures/<suite>.json.gz. The default tests read those files and need no Python.

A suite is a module with `cases(random)`, which yields (function name, arguments), and FUNCTIONS, which
maps each name to what answers. Both are the same in every version, so that answers line up.
"""
import gzip
import importlib
import json
import os
import random
import struct
import subprocess
import sys

VERSIONS = ['3.8.18', '3.9.18', '3.10.13', '3.11.7', '3.12.1', '3.13.0']
SUITES = ['numbers', 'hashes', 'formats', 'texts', 'codecs', 'randoms', 'maths', 'orders']
HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, '..', 'objects', 'values', 'fixtures')
SAFE = 2 ** 53


def encode(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return int(value) if -SAFE < value < SAFE else {'i': hex(value)}
    if isinstance(value, float):
        return {'f': '7ff8000000000000' if value != value else struct.pack('>d', value).hex()}
    if isinstance(value, complex):
        return {'c': [encode(value.real)['f'], encode(value.imag)['f']]}
    if isinstance(value, (bytes, bytearray)):
        return {'b': bytes(value).hex()}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    raise TypeError('cannot encode %r' % (value,))


def answer(function, arguments):
    try:
        return encode(function(*arguments))
    except RecursionError:
        raise
    except Exception as error:
        name = type(error).__name__
        return {'e': [name, str(error)]}


class Seeded(random.Random):
    """Draws in terms of random() alone, so that every version draws the same."""

    def below(self, n):
        return int(self.random() * n)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def bits(self, n):
        value = 0
        for _ in range(0, n, 16):
            value = value << 16 | self.below(1 << 16)
        return value & ((1 << n) - 1)


def record(name):
    suite = importlib.import_module('values_' + name)
    source = Seeded(20261)
    cases = list(suite.cases(source))
    print(json.dumps([[f, encode(list(a)), answer(suite.FUNCTIONS[f], a)] for f, a in cases]))


def write(name):
    answers = {}
    for version in VERSIONS:
        env = dict(os.environ, PYENV_VERSION=version, PYTHONHASHSEED='0', PYTHONWARNINGS='ignore')
        command = ['pyenv', 'exec', 'python3', os.path.abspath(__file__), '--record', name]
        answers[version] = json.loads(subprocess.run(command, env=env, stdout=subprocess.PIPE, check=True).stdout)
    base = answers[VERSIONS[-1]]
    others = {}
    for version in VERSIONS[:-1]:
        assert len(base) == len(answers[version])
        rows = enumerate(zip(base, answers[version]))
        assert all(a[:2] == b[:2] for a, b in zip(base, answers[version])), (name, version)
        others[version] = {i: b[2] for i, (a, b) in rows if a != b}
    text = json.dumps({'versions': VERSIONS, 'cases': base, 'others': others}, separators=(',', ':'))
    path = os.path.join(FIXTURES, name + '.json.gz')
    with open(path, 'wb') as file:
        file.write(gzip.compress(text.encode()))
    print(name, len(base), 'cases,', os.path.getsize(path), 'bytes;', {v: len(o) for v, o in others.items()}, 'differ')


if __name__ == '__main__':
    sys.path.insert(0, HERE)
    if sys.argv[1:2] == ['--record']:
        record(sys.argv[2])
    else:
        for suite_name in sys.argv[1:] or SUITES:
            write(suite_name)
