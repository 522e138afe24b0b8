# Attributes that methods give to themselves, as classes know them from 3.13 on
class A:
    def __init__(self): self.name = 1; self.items = []; self.zed, self.alpha = 1, 2
    def f(self, other):
        other.q = 1; self.beta += 1
        def g(): self.inner = 3
        del self.gone
        for self.loop in (): pass
        with open("x") as self.w: pass
    @staticmethod
    def s(self): self.st = 1
    @classmethod
    def c(cls): cls.x = 1
class B(A): pass
class N1:
    hits = 0
    def __init__(self): self.label = self.hits = 0
print(getattr(A, "__static_attributes__", None), getattr(B, "__static_attributes__", None))
print(getattr(N1, "__static_attributes__", None) in [("hits", "label")], getattr(N1, "__static_attributes__", None))
f = lambda: ("items", "label")
