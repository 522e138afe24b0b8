import tracemalloc
def show(*fs):
    for name, f in fs:
        for _ in range(3): f()
        tracemalloc.start()
        x = f()
        s = tracemalloc.take_snapshot()
        tracemalloc.stop()
        print(name, sorted(t.size for t in s.traces if t.traceback[0].filename == __file__))
g = lambda n: (i for i in range(n))
e=[]; em={}
show(('a', lambda: list(range(0))), ('b', lambda: list(())), ('c', lambda: list([])), ('d', lambda: list(g(0))), ('e', lambda: [*range(0)]), ('f', lambda: list({})), ('g', lambda: list(set())), ('h', lambda: list('')), ('i', lambda: list(map(str, []))), ('j', lambda: [i for i in ()]),('k', lambda: sorted([])), ('l', lambda: sorted(range(0))), ('m', lambda: list(g(3))), ('n', lambda: [].copy()), ('o', lambda: [][:]), ('p', lambda: [] + []), ('q', lambda: [1]*0), ('r', lambda: [1,2][5:]), ('s', lambda: list(zip())), ('t', lambda: list(reversed([]))), ('u', lambda: list(em.items())), ('v', lambda: list(em.values())), ('w', lambda: list(filter(None, e))), ('x', lambda: ''.split()), ('y', lambda: ''.splitlines()), ('z', lambda: bytearray()), ('A', lambda: dict()), ('B', lambda: set()), ('C', lambda: dict([])), ('D', lambda: set([])), ('E', lambda: frozenset([])), ('G', lambda: tuple(range(300,305))), ('H', lambda: list(range(300,303))), ('I', lambda: [*range(300,303)]), ('J', lambda: [*e, 500]), ('K', lambda: list('abc')), ('L', lambda: list({1,2,3})), ('M', lambda: list({1:1,2:2,3:3})), ('N', lambda: list({1:1}.items())), ('O', lambda: sorted({3,1,2})), ('P', lambda: list(enumerate('ab'))), ('Q', lambda: {}.copy()), ('R', lambda: {1:2}.copy()), ('S', lambda: {1,2}.copy()), ('T', lambda: dict({1:2})), ('U', lambda: set({1,2,3,4,5,6})), ('V', lambda: [[]]*3), ('W', lambda: [[] for _ in range(3)]), ('X', lambda: bytearray(0)), ('Y', lambda: bytearray(b'')))
