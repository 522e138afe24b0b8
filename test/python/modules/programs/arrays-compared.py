# Arrays compared without lists of their items; a ChainMap that contains itself.
import array
import collections
import gc

a = array.array('d', [1.5, 2])
b = array.array('d', [1.5, float('nan')])
c = array.array('i', [1, 2, 3])
d = array.array('q', [1, 2])
for x in (a, b, c, d):
    for y in (a, b, c, d):
        gc.collect()
        print(x == y, x != y, x < y, x <= y, x > y, x >= y, gc.get_count())
u = array.array('u', 'ab')
try:
    print(u == c, u < array.array('u', 'b'), u < c)
except TypeError as error:
    print(error)
gc.collect()
e = array.array('B', b'abc')
print(gc.get_count(), e == array.array('B', b'abc'))
m = collections.ChainMap({}, {1: 2})
m['k'] = m
print(m)
m['me'] = m
print(repr(m))
