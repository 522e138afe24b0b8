class K:
    n = 0
    def __init__(s, v): s.v = v
    def __hash__(s): K.n += 1; return hash(s.v)
    def __eq__(s, o): return isinstance(o, K) and s.v == o.v
    def __repr__(s): return 'K%d' % s.v
def count(label, f):
    K.n = 0; r = f(); print(label, K.n, sorted(map(repr, r)) if not isinstance(r, (bool, int, type(None))) else r)
ks = [K(i) for i in range(5)]
d = dict.fromkeys(ks, 1); s = set(ks); t = {ks[0], ks[1], K(9)}; fs = frozenset(t); e = {K(1): 2, K(7): 3}
count('set(d)', lambda: set(d)); count('set(d.keys())', lambda: set(d.keys())); count('set(s)', lambda: set(s)); count('frozenset(d)', lambda: frozenset(d))
count('frozenset(fs)', lambda: frozenset(fs)); count('set(list)', lambda: set(ks))
count('d.keys()-e', lambda: d.keys() - e); count('d.keys()-t', lambda: d.keys() - t); count('d.keys()&t', lambda: d.keys() & t); count('d.keys()|t', lambda: d.keys() | t)
count('d.keys()^t', lambda: d.keys() ^ t); count('d.keys()&e.keys()', lambda: d.keys() & e.keys()); count('d.keys()^e.keys()', lambda: d.keys() ^ e.keys())
count('d.keys()-list', lambda: d.keys() - ks[:2]); count('isdisjoint', lambda: d.keys().isdisjoint(t)); count('isdisjoint l', lambda: d.keys().isdisjoint(ks[1:2]))
count('isdisjoint d', lambda: d.keys().isdisjoint(e)); count('s.isdisjoint(t)', lambda: s.isdisjoint(t)); count('s.isdisjoint(d)', lambda: s.isdisjoint(e)); count('<=', lambda: d.keys() <= s); count('==', lambda: d.keys() == s)
count('>', lambda: d.keys() > t); count('s|d', lambda: s.union(d)); count('s-d', lambda: s.difference(d)); count('s-e', lambda: s.difference(e)); count('s&d', lambda: s.intersection(d))
count('s&list', lambda: s.intersection(ks)); count('s^d', lambda: s.symmetric_difference(e)); count('s.sub(d)', lambda: s.issubset(d)); count('s.sup(d)', lambda: s.issuperset(e)); count('s.sup l', lambda: s.issuperset(ks))
def upd(m, *a):
    q = set(s); K.n = 0; getattr(q, m)(*a); return q
for m in 'update intersection_update difference_update symmetric_difference_update'.split():
    for lab, a in (('d', e), ('t', t), ('l', ks[1:3]), ('v', e.keys())): count(m + lab, lambda: upd(m, a))
count('dict(d)', lambda: dict(d)); count('d.copy', lambda: d.copy()); count('d|e', lambda: {**d, **e}); count('dict(pairs)', lambda: dict([(k, 1) for k in ks]))
count('fromkeys d', lambda: dict.fromkeys(d)); count('fromkeys s', lambda: dict.fromkeys(s, 1)); count('fromkeys l', lambda: dict.fromkeys(ks)); count('items-', lambda: d.items() - {(ks[0], 1)}); count('items&', lambda: d.items() & {(ks[0], 1)})
count('in', lambda: ks[0] in d); count('in keys', lambda: ks[0] in d.keys()); count('in items', lambda: (ks[0], 1) in d.items()); count('==', lambda: d == dict(d)); count('items==', lambda: d.items() == d.items()); count('set comp', lambda: {k for k in ks}); count('hash fs', lambda: hash(frozenset(ks)) and None)
count('upd', lambda: (lambda q: q.update(e) or q)(dict(d))); count('setdefault', lambda: (lambda q: q.setdefault(ks[1], 1) and q)(dict(d))); count('pop', lambda: (lambda q: q.pop(ks[1], 1) and q)(dict(d))); count('star', lambda: {*d, *s}); count('setpop', lambda: [set(s).pop()]); count('remove', lambda: set(s).remove(ks[1])); count('s in', lambda: {ks[0]} in [s]); count('s==', lambda: s == set(d)); count('sub', lambda: s - t); count('and', lambda: s & t); count('xor', lambda: s ^ t); count('or', lambda: s | t)
from collections import Counter, OrderedDict, defaultdict, ChainMap
count('Counter', lambda: Counter(ks + ks)); count('OD', lambda: OrderedDict.fromkeys(ks)); count('ODc', lambda: OrderedDict.fromkeys(ks).copy()); count('dd', lambda: defaultdict(int, d)); count('CM', lambda: ChainMap(d, e)); count('C-', lambda: Counter(d) - Counter(e)); count('Cmc', lambda: Counter(d).most_common(2)); count('OD mte', lambda: (lambda o: o.move_to_end(ks[0]) or o)(OrderedDict(d))); count('C+', lambda: Counter(d) + Counter(e)); count('Cupd', lambda: (lambda c: c.update(e) or c)(Counter(d)))
count('sup l early', lambda: s.issuperset([K(9)] + ks)); count('sub l', lambda: s.issubset([K(9)] + ks)); count('sub gen', lambda: s.issubset(k for k in ks)); count('sup gen', lambda: s.issuperset(k for k in [K(8)] + ks)); count('sup e.keys', lambda: s.issuperset(e.keys())); count('fs sub', lambda: frozenset(s).issubset(d)); count('fs sup', lambda: frozenset(s).issuperset(d))
class B(K):
    def __hash__(s): K.n += 1; return hash(str(s.v)) | 1 << 40
bs = [B(i) for i in range(30)]; bd = dict.fromkeys(bs)
print([k.v for k in set(bd)], [k.v for k in frozenset(bd)], [k.v for k in bd.keys() - {bs[3]}], [k.v for k in set(bs)])
td = {(K(1), 2): 1, (K(2), 3): 4}
count('tuple keys', lambda: set(td)); count('tuple keys', lambda: td.keys() - {(K(1), 2)}); count('ts', lambda: set(set(td))); count('td', lambda: dict(td)); count('tu', lambda: {}.update(td))
p = set(bs); K.n = 0
while p: p.pop()
print(K.n)
