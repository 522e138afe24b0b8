import gc, sys
def f():
    fr = sys._getframe()
    a = gc.is_tracked(fr), gc.is_tracked(sys._getframe(1)), any(o is fr for o in gc.get_objects()), any(o is fr.f_back for o in gc.get_objects())
    return fr, a
fr, a = f()
print(a, gc.is_tracked(fr))
class C:
    fr = sys._getframe()
    print(gc.is_tracked(fr))
print(gc.is_tracked(C.fr))
def g():
    yield sys._getframe()
    yield 1
x = g(); fr = next(x)
print(gc.is_tracked(fr), gc.is_tracked(x.gi_frame)); next(x); print(gc.is_tracked(fr))
def h(*a, k=1, **kw):
    print(gc.is_tracked(sys._getframe()))
h(1); h(1, k=2, z=3); (lambda: h())()
exec("print(gc.is_tracked(sys._getframe()))")
def cl():
    z=1
    def q(): return z
    print(gc.is_tracked(sys._getframe()))
cl()
try: 1/0
except Exception as e: print(gc.is_tracked(e.__traceback__.tb_frame))
def b():
    1/0
try: b()
except Exception as e: print(gc.is_tracked(e.__traceback__.tb_next.tb_frame), gc.is_tracked(e.__traceback__.tb_frame))
def c():
    try: b()
    except Exception as e:
        t = e.__traceback__
        print(gc.is_tracked(t), gc.is_tracked(t.tb_frame), gc.is_tracked(t.tb_next.tb_frame))
        print(sum(1 for o in gc.get_referrers(sys._getframe())))
c()
