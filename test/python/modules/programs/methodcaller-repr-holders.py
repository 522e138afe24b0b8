import gc, operator
def t(n, f):
    gc.collect()
    c = gc.get_count()[0]
    try: f()
    except Exception as e: pass
    d = gc.get_count()[0] - c
    try: f()
    except Exception as e: pass
    print(n, d, gc.get_count()[0] - c)
o = operator.methodcaller("count", "a")
repr(o)
t(1, lambda: repr(o))
o2 = operator.methodcaller("count", a=1, b=2)
t(2, lambda: repr(o2))
o3 = operator.methodcaller("count")
t(3, lambda: repr(o3))
kw = {"c": 4}
t(10, lambda: o(c=1, **kw))
l = []; o4 = operator.methodcaller("count", l); l.append(o4)
print(o4)
