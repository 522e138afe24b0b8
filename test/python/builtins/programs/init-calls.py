import sys
class A:
    n = 0
    def __init__(self, x):
        self.x = x
        print(sys.getrefcount(x), sys.getrefcount(self))
class B(A):
    def __init__(self, x):
        B.n += 1
        super().__init__(x)
class C:
    def __init__(self, x, y=1):
        print(sys.getrefcount(x))
class S:
    __slots__ = ('x',)
    def __init__(self, x):
        self.x = x
        print(sys.getrefcount(x))
for k in (A, B, C, S):
    print(k.__name__)
    for i in range(4):
        k(object())
def make():
    return A(object())
for i in range(4): make()
