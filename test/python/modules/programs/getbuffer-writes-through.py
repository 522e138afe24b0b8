import gc, io, sys, weakref
b = io.BytesIO(b'hello world')
v = b.getbuffer()
print(type(v).__name__, v.readonly, len(v), v[0], bytes(v[:5]), v.format, v.itemsize, v.nbytes)
v[0] = 72
v[1:3] = b'EY'
print(b.getvalue())
try: b.write(b'x' * 30)
except BufferError as e: print('BufferError', e)
try: b.truncate(3)
except BufferError as e: print('BufferError', e)
b.seek(0); print(bytes(v), b.read(3), b.getvalue())
try: b.close()
except BufferError as e: print('BufferError', e)
v2 = b.getbuffer()
v.release()
try: b.truncate(3)
except BufferError as e: print('BufferError', e)
del v2
print(b.truncate(3), b.getvalue())
with b.getbuffer() as w:
    w[0:1] = b'Z'
print(b.getvalue(), sys.getrefcount(b))
try: w[0]
except ValueError as e: print(e)
b.seek(0, 2); b.write(b'more'); print(b.getvalue())
x = memoryview(b.getbuffer())
try: b.write(b'more')
except BufferError as e: print(e)
del x
b.write(b'more'); print(b.getvalue(), repr(b.getbuffer().obj)[:20], b.getbuffer().obj is b)
try: hash(b.getbuffer())
except Exception as e: print(type(e).__name__, e)
b.close()
try: b.getbuffer()
except ValueError as e: print(e)
y = io.BytesIO()
z = y.getbuffer(); print(len(z), bytes(z))
try: z[0] = 1
except IndexError as e: print(e)
try: y.write(b'a')
except BufferError as e: print(e)
try: y.__init__(b'abc')
except BufferError as e: print(e)
except BufferError as e: print(e)
z.release(); y.write(b'abc'); q = y.getbuffer()
try: q[0:2] = b'abc'
except ValueError as e: print(e)
try: q[0] = 300
except ValueError as e: print(e)
try: q[0] = 'a'
except TypeError as e: print(e)
try: del q[0]
except TypeError as e: print(e)
print(q.tolist(), q.hex(), q == b'abc', q.tobytes())
import gc
gc.collect(); gc.disable()
data = bytes([120]) * 100
b = io.BytesIO(data)
def n(f):
    a = gc.get_count()[0]; r = f(); c = gc.get_count()[0] - a; return c, r
print(sys.getsizeof(b), sys.getrefcount(data))
c, v = n(b.getbuffer)
print(c, sys.getsizeof(b), sys.getsizeof(v), sys.getsizeof(v.obj), sys.getrefcount(data), sys.getrefcount(b), type(v.obj), gc.is_tracked(v.obj))
print([type(o).__name__ for o in gc.get_referents(v.obj)], [type(o).__name__ for o in gc.get_referents(v)])
w = b.getbuffer(); print(w.obj is v.obj, w == v, sys.getrefcount(b))
w[5] = 65; print(v[5], data[5], b.getvalue()[:7])
g = b.getvalue(); print(g is b.getvalue(), sys.getsizeof(b))
try: b.close()
except BufferError as e: print(e)
del v, w; g = b.getvalue(); print(g is b.getvalue(), sys.getsizeof(b), sys.getrefcount(b))
v = b.getbuffer(); v[0] = 33; print(g[0], b.getvalue()[0]); 
t = type(v.obj)
try: t()
except TypeError as e: print(e)
print(t.__name__, t.__module__, t.__mro__, repr(v.obj)[:30])
b2 = v.obj; del v
try: b.write(b'1'); print('ok')
except BufferError as e: print(e)
m = memoryview(b2); print(len(m), m[0], hash(b2) is not None)
try: b.write(b'1'); print('ok')
except BufferError as e: print(e)
m.release(); print(b.write(b'1'))
try: weakref.ref(b2)
except TypeError as e: print(e)
s = io.BytesIO(); s.write(b'abc'); q = s.getbuffer(); s.seek(1); print(bytes(q[::-1]), s.read(), s.tell(), bytearray(q), q.tolist(), b''.join([q, q]))
print(len(q.cast('c')), q.cast('c')[0], sum(q), list(q), 98 in q, q.contiguous, q.suboffsets, q.strides, q.shape)
from array import array
x = io.BytesIO(array('i', [1, 2, 3]).tobytes()); k = x.getbuffer().cast('i'); k[1] = 77; print(x.getvalue(), k.tolist())
