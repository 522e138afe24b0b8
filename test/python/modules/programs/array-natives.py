import sys, gc
from array import array
def sz(label, o): print(label, sys.getsizeof(o), gc.is_tracked(o), type(o))
def T(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
for c in 'bBhHiIlLqQfd':
    a = array(c); print(c, a.itemsize, a.typecode, sys.getsizeof(a), a)
a = array('i', [1,2,3]); sz('a', a)
prev = 0
a = array('i')
for i in range(100):
    a.append(i); s = sys.getsizeof(a)
    if s != prev: print(i, s); prev = s
print(a[:5], a[-1], a[5:50:7], len(a), 5 in a, a.index(7), a.count(3))
while a: 
    a.pop(); s = sys.getsizeof(a)
    if s != prev: print(len(a), s); prev = s
a = array('d', [1.5, 2]); print(a, a.tolist(), a.tobytes(), a.buffer_info()[1]); a.extend([3, 4]); a.insert(0, 9); a.remove(2); a.reverse(); print(a, a + array('d',[1]), a * 2, a == array('d', a), a < array('d',[100]))
a[0] = 7; a[1:2] = array('d', [5,5,5]); del a[0]; print(a); print(list(a), sum(a), iter(a).__class__, sys.getsizeof(iter(a)))
T(lambda: array('z'), lambda: array('i', [1.5]), lambda: array('b', [200]), lambda: array('i').pop(), lambda: array('i')[0], lambda: array('i',[1])['x'], lambda: array('i', 'abc'), lambda: array('i') + [1], lambda: array('i').remove(3), lambda: array('B',[1]).append(-1), lambda: array('B',[1]).append(256), lambda: array('i').foo, lambda: hash(array('i')), lambda: array(), lambda: array('d', ['x']), lambda: array(1), lambda: array('i', [2**40]), lambda: array('i', [1,2,3]).index(9))
b = array('i', range(10)); c = array('i', b); d = array('i', (1,2)); e = array('i', b'\1\0\0\0'); print(b, c, d, e); sz('b', b); sz('c', c); sz('d', d); sz('e', e)
b.frombytes(b'\5\0\0\0'); b.fromlist([7,8]); b += array('i',[1]); b *= 2; print(b, sys.getsizeof(b)); import copy; print(copy.copy(d), d.__copy__())
f = array('f', [0.1]); print(f, f[0])
import weakref; r = weakref.ref(f); del f; print(r())
print(sys.getsizeof(array('B', bytes(1000))), sys.getsizeof(array('q', range(1000))))
gc.collect()
q = array('q', [2**62]); print(q, q[0] + 1); print(bytes(array('B', [1,2])), bool(array('i')))
