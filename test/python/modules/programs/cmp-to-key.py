import functools
K = functools.cmp_to_key(lambda a, b: b - a)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: K(b=2, a=1)); t(lambda: K()); t(lambda: K(1, 2)); t(lambda: K(1, x=2)); t(lambda: K(obj=3).obj); t(lambda: K(x=3)); t(lambda: functools.cmp_to_key()); t(lambda: functools.cmp_to_key(1, 2)); t(lambda: functools.cmp_to_key(mycmp=len)(2).obj); t(lambda: functools.cmp_to_key(cmp=3))
t(lambda: K(1) < 3); t(lambda: K(1) == K(1)); t(lambda: hash(K(1))); t(lambda: K(1) != K(2)); t(lambda: K.obj)
t(lambda: sorted([1,3,2], key=K))
