import gc
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): return True
gc.collect()
def start():
    gc.collect()
    gc.set_threshold(2, 50, 50)
    gc.collect(0)
def a(f):
    start()
    a, b, c = [], [], []
    try:
        f(1)
    except TypeError as e:
        pass
    k = gc.get_count()
    return k
def b(f):
    start()
    a, b = [], []
    try:
        f(1)
    except TypeError:
        pass
    return gc.get_count()
def c(f):
    start()
    a, b = [], []
    try:
        f(1)
    except TypeError:
        pass
    k = gc.get_count()
    return k, a
def d(f):
    start()
    a, b = [], []
    for i in 1, 2, 3:
        try:
            f(1)
        except TypeError:
            break
    k = gc.get_count()
    return k, a
def e(f):
    start()
    a, b = [], []
    while True:
        try:
            f(1)
        except TypeError:
            break
    k = gc.get_count()
    return k, a
def g(f):
    start()
    a, b = [], []
    try:
        return f(1)
    except TypeError:
        k = 1
    k = gc.get_count()
    return k, a
def h(f):
    start()
    a, b = [], []
    with Ctx():
        f(1)
    k = gc.get_count()
    return k, a
def i(f):
    start()
    a, b = [], []
    try:
        f(1)
    except TypeError:
        pass
    finally:
        k = gc.get_count()
        x = a, b
        z = x
    return k, x
def j(f):
    start()
    a, b = [], []
    for i in 1, 2, 3:
        if i == 3:
            k = gc.get_count()
            return k, a, b
        try:
            f(1)
        except TypeError:
            continue
        z = 1
def k(f):
    start()
    a, b = [], []
    i = 0
    while i < 3:
        if i == 2:
            k = gc.get_count()
            return k, a, b
        try:
            f(1)
        except TypeError:
            i += 1
def l(f):
    start()
    a, b = [], []
    try:
        f(1)
    except TypeError:
        if a: return 5
        z = 1
    except ValueError:
        z = 2
    else:
        z = 3
    k = gc.get_count()
    return k, a, b, z
for f in a, b, c, d, e, g, h, i, j, k, l:
    print(f.__name__, [f(y) for y in (iter, iter, len, iter)])
start()
x = [[], [], []]
try:
    iter(1)
except TypeError:
    pass
y = gc.get_count()
print(y)
start()
x = [[], [], []]
try:
    iter(1)
except TypeError:
    pass
gc.disable()
