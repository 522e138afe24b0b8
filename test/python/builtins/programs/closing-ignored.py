import sys, traceback
def hook(u):
    print(u.exc_type.__name__, u.exc_value, u.exc_traceback is not None, u.object is not None)
    t = u.exc_traceback
    while t:
        print(" ", t.tb_lineno, t.tb_frame.f_code.co_name)
        t = t.tb_next
sys.unraisablehook = hook
def gen2():
    try:
        yield 1
    except GeneratorExit:
        yield 2
it = gen2()
next(it)
del it
def f():
    it = gen2()
    next(it)
    del it
f()
def f():
    it = gen2()
    next(it)
    return 1
f()
it = gen2()
next(it)
x = [it]
del it
x.pop()
x = None
