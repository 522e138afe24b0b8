import sys
def a(): raise ValueError("deep")
try:
    a()
except ValueError:
    tb = sys.exc_info()[2]
    print(sys.getrefcount(tb), sys.getrefcount(tb.tb_next), sys.getrefcount(tb.tb_frame), sys.getrefcount(tb.tb_next.tb_frame))
    print(sys.getrefcount(sys._getframe()))
print(sys.getrefcount(tb), sys.getrefcount(tb.tb_next), sys.getrefcount(tb.tb_frame), sys.getrefcount(tb.tb_next.tb_frame))
try:
    a()
except ValueError as e:
    print(sys.getrefcount(e.__traceback__), sys.getrefcount(e), sys.getrefcount(sys.exc_info()[2]), sys.getrefcount(sys.exc_info()))
def b():
    try: a()
    except ValueError as e: return e.__traceback__, sys.getrefcount(e.__traceback__)
tb, n = b()
print(n, sys.getrefcount(tb))
def g():
    yield sys._getframe()
    yield sys._getframe().f_back
print(sys.getrefcount(sys._getframe()))
x = g(); fr = next(x)
print(sys.getrefcount(sys._getframe()))
next(x)
print(sys.getrefcount(sys._getframe()))
class K:
    z = sys._getframe()
    print(sys.getrefcount(z))
print(sys.getrefcount(sys._getframe()))
print(sys.getrefcount(K.z))
