class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __repr__(self): return "N"
def f(make):
    x = N("local")
    raise make(N("argument"))
class Sub(StopIteration): pass
class My(Exception):
    def __init__(self, x): self.x = x; super().__init__(x)
makes = [SystemExit, StopIteration, ValueError, KeyError, lambda n: OSError(1, n), lambda n: OSError(1, "x", n), lambda n: ImportError("x", name=n),
  lambda n: AttributeError("x", name="a", obj=n), lambda n: NameError("x", name=n), Sub, My, lambda n: StopIteration(n, N("2")), lambda n: SyntaxError("x", ("f", 1, 2, n)), lambda n: AttributeError(n),
  lambda n: NameError(n), lambda n: ImportError(n), StopAsyncIteration]
for i, m in enumerate(makes):
    try:
        f(m)
    except BaseException as e:
        print(i, type(e).__name__)
for i, m in enumerate(makes):
    try:
        f(m)
    except BaseException as e:
        e.more = N("more")
        if i < 10: e.__cause__ = ValueError(N("cause"))
        try: e.add_note(N("note"))
        except Exception as x: x = None
        print(i, type(e).__name__)
