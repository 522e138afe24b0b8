class X: pass
def t(f):
    try: f(); print('ok')
    except Exception as e: print(type(e).__name__, e)
def d(n, c=X):
    def f(): delattr(c, n)
    t(f)
def s(n, v, c=X):
    def f(): setattr(c, n, v)
    t(f)
for n in ['__name__', '__qualname__', '__module__', '__bases__', '__doc__', '__base__', '__dict__', '__basicsize__', '__annotations__', '__type_params__']:
    print(n); d(n); d(n, int); s(n, 5); s(n, 5, int); s(n, 'a')
