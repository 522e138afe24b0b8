import itertools, copy, operator
for i in range(10**18, 10**18 + 3): print(i, end=" ")
for i in range(2**53 - 1, 2**53 + 3): print(i, end=" ")
for i in range(-10**20, -10**20 - 7, -3): print(i, end=" ")
print()
for r in (range(10), range(10**18), range(10**18, 10**18 + 4), range(2**63 - 2, 2**63 + 2), range(0, 10**30, 10**29), range(2**63 - 3, 2**63 - 1), range(2**62, 2**62 + 2), range(5, 2**63 - 1)):
    it, rv = iter(r), reversed(r)
    print(type(it).__name__, type(rv).__name__, list(itertools.islice(it, 3)), list(itertools.islice(rv, 3)), next(it, None))
r = range(10**20)
print(r[10**19], r[-1], r[5:10**19:10**18], 10**19 in r, r.index(10**19), r.count(5), r[10**19:][0], len(range(10**20, 10**20 + 5)), list(range(10**20, 10**20 + 2)), [*range(-2**70, -2**70 + 2)])
for bad in ("r[10**20]", "r[-10**20 - 1]", "len(r)", "range(10)[10**20]", "[1][10**20]", "'a'[10**20]", "(1,)[-10**20]", "b'a'[10**20]", "bytearray(b'a')[10**20]", "[1][10**20:]", "'abc'[-10**20:10**20]", "list(r)", "r[::0]", "r[1.5]", "r['a']", "bytes(10**20)", "[0] * 10**20", "'a' * 10**20", "range(2**70)[2**69]", "hash(r)", "r == range(10**20)", "r[::10**18]", "max(range(10**19, 10**19+3))", "sum(range(10**19, 10**19+3))", "range(10**20).__len__()", "bool(r)", "r[0:0]", "r[2**64:]", "slice(10**20).indices(10**21)", "slice(None, None, -10**20).indices(10)"):
    try: print(bad, "=>", eval(bad))
    except Exception as e: print(bad, "=>", type(e).__name__, e)
