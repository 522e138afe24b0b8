"""Views of buffers: what they show, what they hold, and what they keep from growing."""
import sys, gc, array
b = bytearray(b'hello world')
m = memoryview(b)
print(m.format, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.nbytes, m.readonly, m.contiguous, m.c_contiguous, m.f_contiguous, len(m))
print(m[0], m[-1], bytes(m[1:4]), m[1:4].tolist(), m.tobytes(), m.hex(), m.tolist()[:3])
m[0] = 72
m[1:3] = b'EL'
print(b)
for bad in ('b.append(1)', 'b.extend(b"x")', 'b.clear()', 'b.pop()', 'del b[0]', 'b[0:2] = b"abc"', 'b.insert(0, 1)', 'b += b"x"', 'b.remove(72)', 'b.extend([1])', 'del b[::2]'):
    try: exec(bad); print('fine')
    except BufferError as e: print(e)
b[0] = 104; b.reverse(); b.reverse()
b[0:2] = b'HE'
print(b)
s = m[2:]
try: m.release()
except BufferError as e: print(e)
print(s.obj is b, sys.getrefcount(b))
s.release(); m.release()
b.append(33)
print(b, repr(m).split(' at ')[0])
for f in (lambda: m[0], lambda: len(m), lambda: m.tolist(), lambda: m.format, lambda: bytes(m), lambda: m.obj, lambda: m == m, lambda: hash(m)):
    try: print(f())
    except ValueError as e: print(e)
m = memoryview(b'abc')
for f in (lambda: m.__setitem__(0, 1), lambda: m.__delitem__(0), lambda: m[5], lambda: m['a'], lambda: m[1.5], lambda: m[0, 0], lambda: memoryview(5), lambda: memoryview('a'), lambda: memoryview(), lambda: m.cast('i'), lambda: m.cast('x'), lambda: memoryview(bytearray(3)).__setitem__(0, 300), lambda: memoryview(bytearray(3)).__setitem__(0, 'a'), lambda: memoryview(bytearray(3)).__setitem__(slice(0, 2), b'a'), lambda: memoryview([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(hash(m) == hash(b'abc'), m == b'abc', m == bytearray(b'abc'), m == memoryview(b'abd'), m != b'abc', m == [1])
print(list(m), 98 in m, sum(m), [x for x in reversed(m)])
with memoryview(b) as w: print(w[0], sys.getrefcount(b))
print(sys.getrefcount(b), repr(w).split(' at ')[0])
a = array.array('i', [1, 2, 3, 4])
v = memoryview(a)
print(v.format, v.itemsize, v.nbytes, len(v), v.tolist(), v[1], v.shape, v.strides)
v[1] = -7
print(a, v[::2].tolist(), v[::-1].tolist(), v[1:3].strides, v[::2].contiguous)
try: a.append(5)
except BufferError as e: print(e)
c = v.cast('B')
print(c.format, len(c), c[0], c.nbytes)
try: c.cast('i', [2, 2])
except Exception as e: print(type(e), e)
d = c.cast('i', shape=[2, 2])
print(d.tolist(), d.ndim, d.shape, d.strides, d[1, 1])
try: d[0]
except NotImplementedError as e: print(e)
try: v[0] = 2 ** 40
except ValueError as e: print(e)
try: v[0] = 1.5
except TypeError as e: print(e)
print(sys.getsizeof(m), sys.getsizeof(d), gc.is_tracked(m), sys.getsizeof(memoryview(b'')))
del c, d, v
a.append(5)
print(a)
m = memoryview(b'abcdef')
print(m.toreadonly(), ) if 0 else print(m.toreadonly().readonly)
print(m[1:5][1:3].tobytes(), m.hex('-'), bytes(reversed(m.tobytes())))
class K(bytes): pass
print(memoryview(K(b'xy')).tobytes())
x = bytearray(10)
y = memoryview(x)
print(sys.getrefcount(x), sys.getrefcount(y))
z = y[3:]
print(sys.getrefcount(x), sys.getrefcount(y), z.obj is x)
del y, z
print(sys.getrefcount(x))
f = memoryview(array.array('d', [1.5, 2.5]))
print(f.tolist(), f[0], f.format, f.cast('b').tolist()[:3])
print(memoryview(b'ab') in [b'ab'], {memoryview(b'q'): 1}[b'q'])
try: hash(memoryview(bytearray(b'a')))
except ValueError as e: print(e)
print(memoryview(memoryview(b'abc')).obj, b''.join([memoryview(b'a'), b'c']), b'x' + memoryview(b'y'), bytes(memoryview(b'a')) , bytearray(memoryview(b'z')))
print(int.from_bytes(memoryview(b'\x01\x02'), 'big'), b'abc'.find(memoryview(b'c')), b'abc'.startswith(memoryview(b'a')))
g0 = gc.get_count()[0]
t = memoryview(b'q')
g1 = gc.get_count()[0]
u = t[0:]
g2 = gc.get_count()[0]
print(g1 - g0, g2 - g1)
print([type(one) for one in gc.get_referents(t)])
