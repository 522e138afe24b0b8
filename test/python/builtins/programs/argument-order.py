class Row:
    def __getitem__(self, key):
        return f'<{key}>'
row = Row()
checks = [
    lambda: 'plain' % row, lambda: '%(a)s %(b)s' % row, lambda: 'plain' % b'x', lambda: 'plain' % bytearray(b'x'), lambda: 'plain' % range(2),
    lambda: b'plain' % row, lambda: b'plain' % b'x', lambda: b'plain' % [1], lambda: 'plain' % 'x', lambda: 'plain' % 5, lambda: 'plain' % (1,),
    lambda: '%s' % row if 'Row object' in '%s' % row else 0, lambda: 'plain' % {1, 2}, lambda: 'plain' % memoryview(b'x'),
    lambda: 'abc'.find(1, 'x'), lambda: b'abc'.count('b', 'x'), lambda: bytearray(b'abc').index(300, []), lambda: 'abc'.rindex(None, None, 1.5),
    lambda: b'abc'.replace([], 'x', 'y'), lambda: b'abc'.replace(b'a', 'x', 'y'), lambda: (1.5).__add__(1j), lambda: (1.5).__rmod__('%s'),
    lambda: (1.5).__eq__(1j), lambda: (2).__add__(1.5), lambda: (2.5).__mul__(2), lambda: (2).__rmod__('%s'), lambda: b'ab'.__eq__(bytearray(b'ab')),
]
for n, check in enumerate(checks):
    try:
        print(n, check() if n != 11 else type(check()).__name__)
    except Exception as e:
        print(n, type(e).__name__, e)
