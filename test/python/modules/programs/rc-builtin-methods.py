# Counts after each method of the built-in containers
import sys
from collections import Counter, OrderedDict, defaultdict, deque


class V:
    def __repr__(self):
        return "V"


def rc():
    return sys.getrefcount(v) - 2


v = V()
l = [v]
l.append(v); l.extend([v, v]); l.insert(0, v); l += (v,); l *= 2
print("list", rc(), len(l))
l[1:3] = [v]; l[::2] = [None] * len(l[::2]); l.remove(v); l.reverse(); l.pop(); l.pop(0)
print("list", rc(), len(l), l.count(v), v in l)
l2 = l + l; l3 = l.copy(); l4 = list(l); l5 = l[:]; l6 = [*l]; l7 = sorted(l, key=id)
print("copies", rc())
del l2, l3, l4, l5, l6, l7
l.clear()
print("clear", rc())
t = (v,); t2 = t + t; t3 = t * 3; t4 = tuple([v, v]); t5 = t4[1:]; t6 = (*t, *t2)
print("tuple", rc(), t.index(v), t2.count(v))
del t, t2, t3, t4, t5, t6
d = {"a": v}; d["b"] = v; d.setdefault("c", v); d.setdefault("a", v); d.update(d=v); d.update({"e": v}); d.update([("f", v)])
print("dict", rc(), len(d))
d2 = dict(d); d3 = {**d, "z": v}; d4 = d.copy(); d5 = dict.fromkeys("ab", v); d6 = {k: x for k, x in d.items()}; d7 = dict(a=v); d8 = dict(zip("ab", [v, v]))
print("dicts", rc())
del d2, d3, d4, d5, d6, d7, d8
print(d.pop("a") is v, d.popitem()[1] is v, d.get("b") is v, d.pop("zz", v) is v, rc())
del d["b"]
vals, items, keys = d.values(), d.items(), d.keys()
print("views", rc(), len(vals), v in vals, ("c", v) in items, list(vals)[0] is v)
it = iter(items)
pair = next(it)
print("iterator", rc())
del pair
print(rc())
del it, vals, items, keys
d.clear()
print("clear", rc())
s = {v}; s.add(v); s.update([v, 1]); s2 = s | {v}; s3 = s & {v}; s4 = s - {1}; s5 = s ^ {1}; s6 = s.copy(); fs = frozenset([v, v])
print("set", rc(), len(s), v in fs)
s.discard(v); s2.remove(v); s3.pop(); s4.clear(); s5 -= {v}; s6 &= {1}
print("set", rc())
del fs
print(rc())
q = deque([v] * 3, maxlen=4); q.append(v); q.append(v); q.appendleft(v); q.extend([v]); q.rotate(1)
print("deque", rc(), q.count(v), q.index(v))
q.pop(); q.popleft(); q.remove(v); q[0] = None; q.insert(0, v)
print("deque", rc(), len(q))
q2 = q + q; q3 = q.copy(); q.clear()
print(rc())
del q2, q3
od = OrderedDict(a=v, b=v); od.move_to_end("a"); od["a"] = v; od.update(c=v)
print("ordered", rc(), list(od), od == {"a": v, "b": v, "c": v})
od.popitem(); od.pop("b"); od2 = od.copy(); od.clear()
print("ordered", rc(), len(od2))
del od2
dd = defaultdict(list); dd["x"].append(v); dd["y"] += [v]; dd2 = dd.copy()
print("default", rc(), len(dd2))
dd2["x"].clear(); del dd, dd2
print(rc())
c = Counter([v, v, 1]); c.update([v]); c2 = c + c; c3 = c - Counter([v]); c.subtract([v])
print("counter", rc(), c[v], c2[v], c3[v], c.most_common(1)[0][0] is v, len(list(c.elements())))
del c, c2, c3
print(rc())
z = zip([v], (v,)); e = enumerate([v]); m = map(lambda x: x, [v]); f = filter(None, [v]); r = reversed([v]); i = iter([v]); j = iter((v,))
print("iterators", rc())
next(z), next(e), next(m), next(f), next(r), next(i), next(j)
print("moved", rc())
print(list(z), list(e), list(m), list(f), list(r), list(i), list(j), rc())
del z, e, m, f, r, i, j
sl = slice(v, v, v)
print("slice", rc(), sl.start is v)
del sl
ba = [v, v, v]
a, *b = ba
x, (y, *w) = v, ba
print("unpack", rc())
del a, b, x, y, w
ba[0], ba[1] = ba[1], ba[0]
ba[:] = ba[::-1]
print("swap", rc())
print("sum", len(sum([[v], [v]], [])), max([v], default=None) is v, any([v]), all([v]), rc())
st = "%s %r" % (v, v) + f"{v}{v!r}" + "{} {x}".format(v, x=v) + str([v]) + repr((v, {1: v}))
print("text", rc(), st)
g = globals(); g["alias"] = v
print("globals", rc(), vars() is g)
del alias, g
n = [[v]] * 3; n2 = [[v] for _ in range(3)]
print("nested", rc())
n[0].append(v); n2[0].append(v)
print("nested", rc())
del n, n2, ba
print("end", rc())
