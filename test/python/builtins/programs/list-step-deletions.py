import sys
for n in range(0, 24):
    for st in (2, 3):
        l = list(range(n)); a = sys.getsizeof(l); del l[::st]; l2 = []
        for i in range(n): l2.append(i)
        b = sys.getsizeof(l2); del l2[::st]
        l3 = [i for i in range(n)]; c = sys.getsizeof(l3); l3[::st] = [9] * len(l3[::st])
        print(n, st, a, sys.getsizeof(l), b, sys.getsizeof(l2), c, sys.getsizeof(l3))
l = list(range(6))
l.extend({1: 1}); print(sys.getsizeof(l)); l.sort(key=str); print(sys.getsizeof(l)); l.reverse(); l[::2] = [0] * len(l[::2]); print(sys.getsizeof(l)); del l[::2]; print(sys.getsizeof(l), len(l))
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [T(i) for i in range(6)]
del l[::2]
print([t.n for t in l])
del l[::-1]
print(l, sys.getsizeof(l))
