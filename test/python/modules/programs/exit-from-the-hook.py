import sys, atexit
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def hook(t, v, tb):
    n = N("hook local")
    print("hook", v)
    sys.exit(5)
sys.excepthook = hook
g = N("global")
atexit.register(print, "at exit")
def f():
    n = N("f")
    raise ValueError("text")
f()
