"""Hashes that are asked once and twice."""
from collections import Counter, OrderedDict, defaultdict, ChainMap, deque


class K:
    log = []

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        K.log.append(self.n)
        return hash(self.n)

    def __eq__(self, o):
        K.log.append(f"{self.n}={o.n}")
        return self.n == o.n

    def __repr__(self):
        return f"K{self.n}"


def show(label, r):
    print(label, r, K.log)
    K.log.clear()


a, b, c = K(1), K(2), K(1)
show("counter", Counter([a, b, c]))
cn = Counter()
cn[a] += 1
show("counter +=", cn)
cn.update([c, b])
show("counter update", cn)
show("counter sub", cn - Counter([a]))
show("counter most", cn.most_common(1))
dd = defaultdict(list)
dd[a].append(1)
dd[c].append(2)
show("defaultdict", dict(dd))
od = OrderedDict()
od[a] = 1
show("od set", len(od))
od[c] = 2
show("od again", len(od))
od[b] = 3
od.move_to_end(a)
show("od move", list(od))
od.pop(b)
show("od pop", len(od))
od.popitem()
show("od popitem", len(od))
show("dict ==", {a: 1, b: 2} == {c: 1, b: 2})
show("inter list", {a, b}.intersection([c]))
show("inter set", {a, b}.intersection({c}))
show("diff list", {a, b}.difference([c]))
show("diff set", {a, b}.difference({c}))
show("symm list", {a, b}.symmetric_difference([c]))
show("union list", {a, b}.union([c]))
show("fromkeys set", dict.fromkeys({a, b}))
show("fromkeys dict", dict.fromkeys({a: 1, b: 2}))
show("fromkeys list", dict.fromkeys([a, b]))
show("isdisjoint", {a}.isdisjoint([b, c]))
show("issubset", {a}.issubset([c]))
show("issuperset", {a}.issuperset([c]))
show("dict copy", dict({a: 1, b: 2}))
show("dict or", {**{a: 1}, **{c: 2}})
show("keys and", {a: 1, b: 2}.keys() & {c})
show("items ==", {a: 1}.items() == {c: 1}.items())
show("chain", ChainMap({a: 1}, {b: 2})[b])
show("deque", deque([a, b]).count(c))
show("frozen", hash(frozenset([a, b])) == hash(frozenset([a, b])))
show("tuple", hash((a, b)) == hash((c, b)))
show("in items", (c, 1) in {a: 1}.items())
show("setdefault", {a: 1}.setdefault(c, 2))
show("get", {a: 1}.get(b, "none"))
