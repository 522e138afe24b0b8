"""Methods of str and bytes, repr and ascii, and the character database by samples."""
import sys

ALPHABETS = ['ab', 'abc ', 'aB,c. 1', 'ab\t\n\r x', 'a\u00e9\u00df\u0130\u01c5 \u03a3\u03c3', '\u4e00\u20aca b', 'a\U0001f600\U0001d49cb ', "a'\"\\\n\x00\x7f\xad",
             'a\ud800b\U0001f600', 'a\udfffb\u20ac', '\u0661\u00b2\u00bd\u4e091a', ' \u00a0\u2003\u1680\x1c\x85a', '_a1\u00e9\u0300']
CLASSES = ['isalpha', 'isalnum', 'isdecimal', 'isdigit', 'isnumeric', 'isspace', 'isprintable', 'isascii', 'isidentifier', 'isupper', 'islower', 'istitle']
CASES = ['upper', 'lower', 'title', 'capitalize', 'casefold', 'swapcase']
BYTE_CASES = ['upper', 'lower', 'title', 'capitalize', 'swapcase']
BYTE_CLASSES = ['isalnum', 'isalpha', 'isascii', 'isdigit', 'isspace', 'islower', 'isupper', 'istitle']


def method(name):
    return lambda s, *args: getattr(s, name)(*args)


def known(name):
    return lambda s, *args: getattr(s, name)(*args) if hasattr(s, name) else None


FUNCTIONS = {'repr': repr, 'ascii': ascii, 'len': len, 'bytes.repr': repr, 'slice': lambda s, a, b, c: s[a:b:c], 'compare': lambda a, b: (a > b) - (a < b), 'contains': lambda s, t: t in s,
             'translate': lambda s, a, b, c: s.translate(str.maketrans(a, b, c)), 'bytes.translate': lambda s, a, b, c: s.translate(bytes.maketrans(a, b), c),
             'bytes.hex': known('hex'), 'bytes.fromhex': bytes.fromhex, 'bytes.compare': lambda a, b: (a > b) - (a < b)}
for _name in CLASSES + CASES + ['split', 'rsplit', 'splitlines', 'strip', 'lstrip', 'rstrip', 'find', 'rfind', 'count', 'startswith', 'endswith', 'replace', 'partition', 'rpartition',
                                'center', 'ljust', 'rjust', 'zfill', 'expandtabs']:
    FUNCTIONS[_name] = method(_name)
for _name in BYTE_CLASSES + BYTE_CASES + ['split', 'rsplit', 'splitlines', 'strip', 'find', 'rfind', 'count', 'replace', 'partition', 'center', 'zfill', 'expandtabs']:
    FUNCTIONS['bytes.' + _name] = method(_name)


def word(r, alphabet, longest):
    return ''.join(r.pick(alphabet) for _ in range(r.below(longest + 1)))


def str_cases(r, s, t, u):
    yield 'split', (s, None, r.between(-1, 3))
    yield 'rsplit', (s, None, r.between(-1, 3))
    yield 'split', (s, t, r.between(-1, 3))
    yield 'rsplit', (s, t, r.between(-1, 3))
    yield 'splitlines', (s, r.below(2) == 1)
    for name in ['strip', 'lstrip', 'rstrip']:
        yield name, (s,)
        yield name, (s, t)
    bounds = (r.between(-12, 12), r.between(-12, 14))
    for name in ['find', 'rfind', 'count', 'startswith', 'endswith']:
        yield name, (s, t) + bounds
    yield 'replace', (s, t, u, r.between(-1, 3))
    for name in ['partition', 'rpartition', 'contains', 'compare']:
        yield name, (s, t)
    yield 'slice', (s,) + bounds + (r.pick([1, 1, 2, -1, -2, 3]),)
    for name in ['center', 'ljust', 'rjust']:
        yield name, (s, r.below(25), r.pick(['*', '\u20ac', '\U0001f600']))
    yield 'zfill', (r.pick(['', '-', '+']) + s, r.below(20))
    yield 'expandtabs', (s, r.between(-1, 9))
    yield 'translate', (s, t, u if len(u) == len(t) else t[::-1], word(r, s or 'x', 2))
    for name in ['repr', 'ascii', 'len']:
        yield name, (s,)
    for name in CLASSES + CASES:
        yield name, (s,)


def byte_cases(r, s, t, u):
    for name in ['split', 'rsplit']:
        yield 'bytes.' + name, (s, None, r.between(-1, 3))
        yield 'bytes.' + name, (s, t, r.between(-1, 3))
    yield 'bytes.splitlines', (s, r.below(2) == 1)
    yield 'bytes.strip', (s,)
    yield 'bytes.strip', (s, t)
    for name in ['find', 'rfind', 'count']:
        yield 'bytes.' + name, (s, t, r.between(-12, 12), r.between(-12, 14))
    yield 'bytes.replace', (s, t, u, r.between(-1, 3))
    yield 'bytes.partition', (s, t)
    yield 'bytes.center', (s, r.below(20), b'*')
    yield 'bytes.zfill', (s, r.below(20))
    yield 'bytes.expandtabs', (s, r.between(-1, 9))
    yield 'bytes.translate', (s, t, t[::-1], u)
    yield 'bytes.hex', (s, r.pick([':', '-', b' ']), r.between(-4, 4))
    yield 'bytes.compare', (s, t)
    for name in BYTE_CLASSES + BYTE_CASES + ['repr']:
        yield 'bytes.' + name, (s,)


def cases(r):
    for alphabet in ALPHABETS:
        for _ in range(60):
            s, t, u = word(r, alphabet, 12), word(r, alphabet, 2), word(r, alphabet, 3)
            yield from str_cases(r, s, t, u)
            narrow = [x.encode('latin-1', 'ignore') for x in (s, t, u)]
            yield from byte_cases(r, *narrow)
    for _ in range(2500):
        c = chr(r.below(0x110000) if r.below(3) == 0 else r.below(0x3000) if r.below(2) else r.between(0xa000, 0x1ffff))
        for name in CLASSES + CASES + ['repr']:
            yield name, (c,)
        yield 'isidentifier', ('a' + c,)
    for word_ in ['\u03a3', 'A\u03a3', 'A\u03a3B', 'A.\u03a3', 'A\u03a3.', '\u03a3A', 'A\u0345\u03a3', 'o\u02bc\u03a3', 'A\u03a3\u00adB', 'A\u03a3 \u03a3']:
        for name in CASES:
            yield name, (word_,)
    for text in ['', '00', '0a FF', 'a', 'abc', '0 0', 'zz', '0z', '  ', '00\n11', '0\u0660', '\u20ac0', 'aa\x00']:
        yield 'bytes.fromhex', (text,)
