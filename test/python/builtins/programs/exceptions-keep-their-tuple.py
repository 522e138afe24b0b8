import gc
gc.collect()
class C(KeyError):
    def __init__(self, *a):
        super().__init__(*a)
class D(KeyError):
    def __init__(self, *a):
        KeyError.__init__(self, *a)
class E(KeyError):
    def __init__(self, a, b):
        super().__init__(a, b)
class F(list):
    def __init__(self, *a):
        super().__init__(*a)
def show(x): print(x, gc.get_count())
show('made')
C(1, 2); show('C')
C(1, 2); show('C')
D(1, 2); show('D')
D(1, 2); show('D')
E(1, 2); show('E')
E(1, 2); show('E')
F([1]); show('F')
F([1]); show('F')
c = C(1, 2); show('c')
d = D(1, 2); show('d')
e = E(1, 2); show('e')
del c, d, e; show('del')
def r(X):
    try:
        raise X(1, 2)
    except Exception: pass
for X in (C, D, E):
    r(X); show(X.__name__)
def r(X):
    try:
        try:
            raise X(1, 2)
        finally: probe = [1]
    except Exception: pass
for X in (C, D, E):
    r(X); show(X.__name__)
