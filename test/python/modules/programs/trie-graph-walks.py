"""Tries, graphs and walkers: who keeps whom, and what a full walk costs."""
import gc
import sys
import weakref
from collections import deque


class Trie:
    __slots__ = ("children", "word", "parent", "__weakref__")
    count = 0

    def __init__(self, parent=None):
        Trie.count += 1
        self.children = {}
        self.word = None
        self.parent = parent

    def __del__(self):
        Trie.count -= 1

    def insert(self, word):
        node = self
        for ch in word:
            node = node.children.setdefault(ch, None) or node.grow(ch)
        node.word = word
        return node

    def grow(self, ch):
        child = self.children[ch] = Trie(weakref.proxy(self))
        return child

    def words(self):
        if self.word:
            yield self.word
        for ch in sorted(self.children):
            yield from self.children[ch].words()

    def prune(self, word):
        path, node = [], self
        for ch in word:
            path.append((node, ch))
            node = node.children[ch]
        node.word = None
        while path and not node.children and node.word is None:
            parent, ch = path.pop()
            del parent.children[ch]
            node = parent


gc.collect()
gc.disable()
root = Trie()
for w in "to tea ted ten inn in i".split():
    root.insert(w)
print(list(root.words()), Trie.count)
leaf = root.insert("tent")
print(Trie.count, sys.getrefcount(leaf) - 1, leaf.parent.word, leaf.parent.parent.parent.word)
root.prune("tea")
print(list(root.words()), Trie.count)
del leaf
root.prune("tent")
print(Trie.count)
gen = root.words()
print(next(gen), next(gen))
sub = root.children["t"]
del root
print("walker keeps the root:", Trie.count)
gen.close()
print("subtree:", Trie.count, list(sub.words()))
try:
    sub.parent.word
except ReferenceError as e:
    print("ReferenceError:", e)
del sub
print(Trie.count)
del gen


class Vertex:
    def __init__(self, name):
        self.name = name
        self.out = []
        self.mark = None

    def __repr__(self):
        return self.name


def grid(n):
    vs = {(i, j): Vertex(f"{i}{j}") for i in range(n) for j in range(n)}
    for (i, j), v in vs.items():
        for di, dj in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            if (i + di, j + dj) in vs:
                v.out.append(vs[i + di, j + dj])
    return vs


vs = grid(3)
print([sys.getrefcount(v) for v in vs.values()])


def bfs(start):
    start.mark = 0
    todo = deque([start])
    while todo:
        v = todo.popleft()
        for w in v.out:
            if w.mark is None:
                w.mark = v.mark + 1
                todo.append(w)
    return v


print(bfs(vs[0, 0]), {v.name: v.mark for v in vs.values()})
corner = weakref.ref(vs[2, 2])
mid = vs.pop((1, 1))
for v in list(vs.values()):
    if mid in v.out:
        v.out.remove(mid)
mid.out.clear()
print("cut out:", sys.getrefcount(mid))
del mid, v
vs.clear()
print("ring alive:", corner() is not None)
print("collected:", gc.collect() >= 8, corner())


class Edge:
    def __init__(self, a, b):
        self.a, self.b = a, b
        a.out.append(self)
        b.out.append(self)


a, b, c = map(Vertex, "abc")
es = [Edge(a, b), Edge(b, c), Edge(c, a)]
print(sys.getrefcount(a) - 1, sys.getrefcount(es[0]) - 1)
wr = [weakref.ref(x) for x in (a, b, c, *es)]
del a, b, c, es
print(sum(r() is not None for r in wr), gc.collect() > 0, sum(r() is not None for r in wr))
gc.enable()
