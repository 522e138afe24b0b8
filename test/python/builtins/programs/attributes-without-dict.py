class C:
    __slots__ = ("x",)
    y = 5
    def m(self): pass
class D(C):
    __slots__ = ()
    def __setattr__(self, n, v): object.__setattr__(self, n, v)
    def __delattr__(self, n): object.__delattr__(self, n)
class E:
    def __setattr__(self, n, v): super().__setattr__(n, v)
for o in (C(), D(), E(), 5, "s", [], object()):
    for n in ("z", "x", "y", "m", "__class__x"):
        try: setattr(o, n, 1); print(type(o).__name__, n, "set")
        except AttributeError as e: print(e)
        try: delattr(o, n); print(type(o).__name__, n, "deleted")
        except AttributeError as e: print(e)
        try: delattr(o, n); print(type(o).__name__, n, "deleted")
        except AttributeError as e: print(e)
