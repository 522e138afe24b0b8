import gc
class C1:
    __slots__ = ("a", "b")
class D:
    def __dir__(self): raise ValueError
def t(f):
    gc.collect()
    a = gc.get_count()
    try: f()
    except Exception as e: print(type(e).__name__, e)
    b = gc.get_count()
    print(b[0] - a[0])
o = C1()
t(lambda: vars(5))
t(lambda: vars(o))
t(lambda: dir(D()))
t(lambda: getattr(o, 'x'))
