import sys
from sys import getrefcount as rc
import sys
N=[0]
MORTAL = sys.version_info < (3, 12)
def f(a):
    N[0] += 1
    print(N[0], rc(a) if rc(a) < 1000 or not MORTAL else 0)
f(-600)
f(600)
f(-6.5)
f(6.5)
f(600 + 700)
f('ab' 'cd!')
f('ab ' + 'cd!')
f((1, 2, 700))
f(~700)
f(10 ** 5)
f('x y' * 3)
f(b'abc')
f(-1e100)
f(3 - 2j)
f(1j)
f((-700, 5))
x = -700
f(x)

f([-700, 5][0])
def g():
    f(-900)
    f(900)
    f(-900)
    for z in (-5000, 5000): f(z)
    if z in {-5000, 7000}: f(z)
    return -800
g()
f(g())
class C:
    y = -555
    z = 555
f(C.y); f(C.z)
f(-777)
f(-777)
f(lambda: -888)
f((lambda: -888)())
def d(a=-999, b=999): f(a); f(b)
d()
if x == -700: f(x)
f(f'{x}')

f(1000 if x else 2)
