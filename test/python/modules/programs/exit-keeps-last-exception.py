import atexit, sys
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"N({self.n})"
    def __del__(self): print("del", self.n, hasattr(sys, "last_value"), sys.last_value if hasattr(sys, "last_value") else None)
def f():
    x = N("local")
    raise ValueError(N("argument"))
g = N("global")
atexit.register(lambda: print("atexit", repr(sys.last_type), hasattr(sys, "last_exc")))
f()
