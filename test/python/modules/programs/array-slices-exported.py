# Slices of an array while a view of it is there.
import array
def tr(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
def ass(a, s, v): a[s] = v; return a
def dele(a, s): del a[s]; return a
for n in range(0, 5):
    for s in (slice(0, 0), slice(1, 3), slice(0, 2), slice(5, 1), slice(0, 4, 2), slice(3, 0, -1), slice(None)):
        for m in range(0, 4):
            a = array.array('b', range(n)); v = memoryview(a)
            tr(ass, a, s, array.array('b', [9] * m))
            v.release()
        a = array.array('b', range(n)); v = memoryview(a)
        tr(dele, a, s)
        v.release()
