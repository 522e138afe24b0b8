import sys
def gen(o):
    yield 1
obj = []
g = gen(obj)
print(sys.getrefcount(obj))
g.gi_frame.f_locals
print(sys.getrefcount(obj))
g.gi_frame.f_locals
print(sys.getrefcount(obj))
del g
print(sys.getrefcount(obj))
g = gen(obj); next(g)
g.gi_frame
print(sys.getrefcount(obj))
del g
print(sys.getrefcount(obj))
g = gen(obj); next(g)
x = g.gi_frame.f_locals
print(sys.getrefcount(obj))
del g
print(sys.getrefcount(obj))
x = None
g = gen(obj); next(g)
f = g.gi_frame
f.f_locals
del g
print(sys.getrefcount(obj))
del f
print(sys.getrefcount(obj))
def h(o):
    f = sys._getframe()
    f.f_locals
    return f
f = h(obj)
print(sys.getrefcount(obj))
f.clear()
print(sys.getrefcount(obj))
f = None
print(sys.getrefcount(obj))
def h(o):
    locals()
    return
f = h(obj)
print(sys.getrefcount(obj))
