import sys
class Ctx:
    def __enter__(self):
        return self
    def __exit__(self, a, b, c):
        print("exit", a.__name__, sys.getrefcount(b), sys.getrefcount(c))
        return True
def f(): raise ValueError("x")
def g(o): raise ValueError("x")
class E(Exception):
    def __init__(self, m, o):
        super().__init__(m); self.obj = o
def h(o, kind=E): raise kind("boom", o)
def h2(o): raise E("boom", o)
with Ctx():
    f()
with Ctx():
    g(1)
with Ctx():
    raise ValueError("x")
with Ctx():
    h(1)
with Ctx():
    h2(1)
with Ctx():
    raise E(1, 2)
try:
    h2(1)
except E as e:
    print(sys.getrefcount(e))
try:
    f()
except ValueError as e:
    print(sys.getrefcount(e))
try:
    raise E(1, 2)
except E as e:
    print(sys.getrefcount(e))
