import gc
exec("x = (1, 2, 3); y = ('a', (5, 6)); print(gc.is_tracked(x)); del x")
print(gc.collect())
for i in range(3):
    exec("x = (1, 2, %d); y = ('a', (5, 6)); del x, y" % i)
def f():
    def g():
        return (1, 2), (3, 4)
    return g().__class__
f()
del f
print(gc.collect())
