class P:
    def __init__(self): self.p = 1000000; self.q = 2
a = P()
x = P(); d = x.__dict__; d["q"] = 7; print(d); d["new"] = 8; print(d)
import sys
class Q:
    def __init__(self): self.a = self.b = self.c = 1
q = [Q() for _ in range(3)]
for n in (1, 2, 3, 5):
    x = Q(); d = x.__dict__; d.update({f"k{i}": i for i in range(n)}); print(n, len(d), sys.getsizeof(d), x.a, sys.getsizeof(Q().__dict__))
    e = {"z": 0}; e.update(Q().__dict__); print(e, sys.getsizeof(e)); e.update(vars(x)); print(len(e), sys.getsizeof(e))
    x.__dict__.update(Q().__dict__); print(len(x.__dict__)); x.__dict__ |= {1: 2} if sys.version_info > (3, 9) else {}; print(sys.getsizeof(d))
class P:
    def __init__(self): self.p = 1000000; self.q = 2
x = P(); x.__dict__.update(q=7, new=8); print(x.q, x.new); print(vars(x))
