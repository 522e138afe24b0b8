import math
from collections import deque
from itertools import chain, product

print('ΑΣ'.lower(), 'Σ'.lower(), 'ΑΣΑ'.lower(), "Α'Σ'".lower(), 'ʰΣ'.lower(), '😀Σ'.lower(), '𝐀Σ'.lower())
x = bytearray(b'abc')
x.insert(-1, 120); x.insert(100, 121); x.insert(-100, 122)
print(x, x.pop(), x.pop(0), x)
x.remove(98); print(x)
del x[0]; del x[::2]; x[1:1] = b'qq'
print(x, x[::-1], bytes(x)[1:])
print(complex('1_0.5e1+.5j'), complex('1.j'), complex('nan+infj'), float(' 1.5\n'), int(b' 12 '))
print(round(12345, -2), round(10**60, -58), round(10**60, -100), divmod(10**50, 7), pow(7, -1, 10**30 + 57))
print(math.comb(50, 3), math.perm(5), math.perm(5, 2), math.factorial(20), math.comb(3, 5), math.perm(3, 5))
print(format(5, '020,d'), format(-1234567, '021,d'), format(1234, '_>12,d'), format(0, '04,'), format(12, '05,'), format(255, '020_x'))
d = deque([1, 2, 3], maxlen=5)
print(d * 10**10, d * 2, d * 0, deque([], 3) * 5, deque(maxlen=0) * 3)
print(list(product(repeat=10**18)), [*chain([], [], [1])])
nested = (int,)
for i in range(20000):
    nested = (nested,)
for ask in (isinstance, issubclass):
    try:
        ask(str, nested)
    except RecursionError as e:
        print(e)
try:
    try:
        1 / 0
    except ((ZeroDivisionError,),):
        pass
except TypeError as e:
    print(e)
print(isinstance(1, (str, (float, (int,)))), isinstance(1, ((),)))
