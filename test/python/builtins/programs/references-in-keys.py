"""References seen in __eq__ and __hash__ while a dict or a set works."""
import sys


class Key:
    log = []

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        Key.log.append(("hash", self.n, sys.getrefcount(self)))
        return 7

    def __eq__(self, other):
        Key.log.append(("eq", self.n, other.n, sys.getrefcount(self), sys.getrefcount(other)))
        return self.n == other.n


def show(label):
    print(label, Key.log)
    Key.log.clear()


a, b, c = Key(1), Key(2), Key(1)
d = {}
d[a] = 1
show("store new")
d[b] = 2
show("store colliding")
d[c] = 3
show("store equal")
d[c]
show("lookup")
b in d
show("in")
Key(2) in d
show("in temp")
d.get(c)
show("get")
d.setdefault(c, 5)
show("setdefault")
d.setdefault(Key(3), 5)
show("setdefault new")
d.pop(c)
show("pop")
d.pop(Key(9), None)
show("pop missing")
del d[b]
show("del")
s = set()
s.add(a)
s.add(b)
show("set add")
s.add(c)
show("set add equal")
c in s
show("set in")
s.discard(Key(2))
show("set discard")
s.remove(c)
show("set remove")
e = dict([(a, 1), (b, 2), (c, 3)])
show("dict of pairs")
e = {a: 1, b: 2, c: 3}
show("dict display")
f = {a, b, c}
show("set display")
f = set([a, b, c])
show("set of list")
f.update([c])
show("set update")
e.update([(c, 1)])
show("dict update pairs")
e.update({c: 1})
show("dict update dict")
g = {k: 1 for k in (a, b, c)}
show("dict comp")
h = {k for k in (a, b, c)}
show("set comp")
dict.fromkeys([a, b, c])
show("fromkeys")
h == {a, b}
show("set eq")
e == g
show("dict eq")
[a, b].index(c)
show("list index")
[a, b, c].count(c)
show("count")
c in (b, a)
show("tuple in")
[b, a].remove(c)
show("list remove")
(a, b) == (c, b)
show("tuple eq")
frozenset([a, b]) & {c}
show("and")
{a, b} - {c}
show("minus")
{a} | {b, c}
show("or")
