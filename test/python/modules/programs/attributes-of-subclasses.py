import gc, weakref, sys
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
gc.collect()
for C in (L, D, I, T):
    x = C(); x.me = x
    x.other = [1]
    print(sys.getrefcount(x), gc.get_referents(x))
    del x
    print(gc.collect())
a = L([1]); a.x = L([2]); a.x.y = a
r = weakref.ref(a)
del a
print(gc.collect(), r())
x = L([1,2]); x.q = 5
print(x.__dict__, x.q, x)
del x
def chain(n):
    head = None
    for i in range(n):
        d = L([i]); d.next = head; head = d
    return head
h = chain(5000)
del h
print('ok')
class M(list):
    def __del__(self): print('del', self)
m = M([1]); m.z = 3; del m
