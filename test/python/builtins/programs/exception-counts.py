# What is made on the way to an exception, or before the first item comes: it stays in the lists of free tuples.
import gc
import operator

gc.collect()
b = b'12\xfa'
try:
    int(b)
except ValueError:
    pass
print(gc.get_count())
o0 = operator.itemgetter(0, -1)
try:
    o0([])
except IndexError:
    pass
print(gc.get_count())
print(round(12345, 1), gc.get_count())
print(round(12345, -1), gc.get_count())
m = memoryview(b'abc')
m.__exit__(None, None)
print(gc.get_count())
for x in (10**10, 10**20, -(10**10), 2**31, -1, 0x110000):
    try:
        chr(x)
    except (OverflowError, ValueError) as e:
        print(type(e), e)
nan = float('nan')
print(hash(nan) == 0, hash(nan) == hash(-nan), hash(complex(nan, 1)) == hash(complex(1j * nan)), hash(complex(1, 2)))
