import weakref, gc
import collections.abc as A
class K: pass
k = K()
w = weakref.WeakKeyDictionary(); w[k] = 1
v = weakref.WeakValueDictionary(); v['a'] = k
print(isinstance(w, A.MutableMapping), isinstance(v, A.Mapping), issubclass(weakref.WeakKeyDictionary, A.MutableMapping), [c.__name__ for c in weakref.WeakValueDictionary.__mro__])
print(w == {k: 1}, v == {'a': k}, w != {}, dict(w) == {k: 1}, len(w), list(v.items()) == [('a', k)])
w.clear(); v.clear(); print(len(w), len(v))
try: hash(w)
except TypeError as e: print(e)
import gc, sys
import weakref
import collections.abc
gc.collect()
a = gc.get_count()[0]
print(isinstance('abc', collections.abc.Mapping))
b = gc.get_count()[0]
print(b - a)
import weakref, collections, gc
gc.collect()
o = collections.Counter('aabb')
print(gc.get_count())
