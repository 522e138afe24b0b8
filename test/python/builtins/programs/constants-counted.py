import sys
rc = sys.getrefcount
def f(a, n): print(n, rc(a))
def d(a=-999, b=999): f(a, 1); f(b, 2)
d()
def d(a=-997): f(a, 3)
d()
d(-998)
def e(*, k=-899, m=-898): f(k, 4); f(m, 5)
e()
f(lambda: -888, 6)
f((lambda: -888)(), 7)
x = -7777
if x == -7777: f(x, 8)
t = (-555, 'some text', (1, -556))
f(t, 9); f(t[0], 10); f(t[1], 11); f(t[2], 12); f(t[2][1], 13)
def g():
    t = (-5551, 'some texts', (1, -5561))
    f(t, 9); f(t[0], 10); f(t[1], 11); f(t[2], 12); f(t[2][1], 13)
    l = [-5552, 'some texts a', -5562]
    f(l, 9); f(l[0], 10); f(l[1], 11); f(l[2], 12)
    dd = {'some key': -45551, 'some key b': -45552}
    for k, v in dd.items(): f(k, 14); f(v, 15)
    for z in [-34, -35]: f(z, 16)
    for z in (-44, -45): f(z, 16)
    for z in {-54}: f(z, 17)
    if z in (-54, -55): f(z, 18)
    return -1234
g()
f(g(), 19)
def doc():
    '''A doc string here.'''
f(doc.__doc__, 20)
class D:
    '''Class doc.'''
    a = 'some value'
    def m(self): return 'other value'
f(D.__doc__, 21); f(D.a, 22); f(D().m(), 23)
y = 'some value'
f(y, 24)
f(f'{x} lit', 25)
f('%s lit' % x, 26)
f(b'bytes', 27)
u = v = 100000
f(u, 28)
u, v = 100001, 100002
f(u, 29)
u, v, w = 100003, 100004, 'tex t'
f(w, 29)
u += 100005
f(u, 30)
f(max(100006, 100007), 31)
f([100008, 100009][0], 32)
f({'ke y': 'va l'}['ke y'], 33)
print(rc(100010), rc('t t'), rc(1.5), rc((100011, 2)))
exec("a = 100012\nprint(rc(a), rc('in exec'))")
print(rc(a), rc(a))
print(eval("rc(100013)"))
k = compile("a = 100014\nprint(rc(a), rc('in exec'))", 'x', 'exec')
exec(k)
print(eval("'eval ed'") is None, rc(eval("'eval ed'")))
def sent():
    '''d'''
    while True:
        z = yield 100020
        f(z, 40)
s = sent(); f(next(s), 41); f(s.send(100021), 42)
match_me = 100022
f('only_const', 45)
print(rc('only_const2'), rc('with space'))
f(10**6, 46); f('ab' * 3, 47); f('a b' * 3, 48); f((1, 100023) + (2,), 49)
import os.path
f(-0.0, 50); f(1e400, 51); f(True + 100024, 52)
def q(a, b=(100025, 100026)): f(b, 53); f(b[0], 54)
q(1)
print(q.__defaults__ is not None, rc(q.__defaults__))
f("""multi
line""", 55)
f('a' "b c", 56)
z = 100027 if x else 100028
f(z, 57)
z = x or 100029
z = not x or 100030
f(z, 58)
lst = [100031] * 3
f(lst[0], 59)
lst = [100032 for i in range(3)]
f(lst[0], 60)
f([i for i in (100033, 100034)][0], 61)
assert x, 'assert message'
try:
    raise ValueError('value error message')
except ValueError as ex:
    f(ex.args[0], 62)
