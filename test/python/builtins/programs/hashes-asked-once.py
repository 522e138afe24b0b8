class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        asked.append("hash")
        return hash(self.n)

    def __eq__(self, other):
        asked.append("eq")
        return self.n == other.n


def show(label, operation):
    asked.clear()
    operation()
    print(f"{label:<22}{asked.count('hash'):>3}{asked.count('eq'):>3}")


asked = []
a, b, c = K(1), K(1), K(2)
s, t, d, e = {a, c}, {b}, {a: 1, c: 2}, {b: 3}
u, w = {(a, 1)}, {K(1), K(2)}
show("union", lambda: s | t)
show("union of three", lambda: s.union(t, {5}))
show("intersection", lambda: s & t)
show("difference", lambda: s - t)
show("symmetric difference", lambda: s ^ t)
show("equal", lambda: s == w)
show("subset", lambda: t <= s)
show("issubset", lambda: t.issubset(s))
show("copy", lambda: s.copy())
show("set of a set", lambda: set(s))
show("frozenset", lambda: frozenset(s))
show("difference_update", lambda: s.copy().difference_update(t))
show("intersection_update", lambda: s.copy().intersection_update(t))
show("update", lambda: set(t).update(s))
show("isdisjoint", lambda: s.isdisjoint(t))
show("dict copy", lambda: d.copy())
show("dict()", lambda: dict(d))
show("dict update", lambda: dict(d).update(e))
show("unpacked", lambda: {**d, **e})
show("tuples", lambda: u | {5})
show("tuples in dicts", lambda: dict({(a, 2): 1}))
show("difference of a dict", lambda: s.difference(e))


def in_place():
    x = set(s)
    x |= t
    x &= s
    x -= t
    x ^= s


show("in place", in_place)
