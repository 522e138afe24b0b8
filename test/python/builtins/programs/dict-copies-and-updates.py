import sys
def mk(n):
    class Q: pass
    q=Q()
    for i in range(n): setattr(q, 'a%d'%i, i)
    return q
for n in range(1,12):
    q=mk(n); v=vars(q)
    w={f'a{i}':i for i in range(n)}
    print(n, sys.getsizeof(v), sys.getsizeof(dict(v)), sys.getsizeof(dict(w)))
q=mk(3); v=vars(q); d={}; 
for k in v: d[k]=v[k]
print(sys.getsizeof(d)); e={}; e.update({'a':1,'b':2}); print(sys.getsizeof(e)); g={'z':1}; del g['z']; g.update(v); print(sys.getsizeof(g))
w={'a':1,'b':2,'c':3}; del w['a']; print(sys.getsizeof(dict(w)), sys.getsizeof(w.copy()))
w={1:1,2:2}; del w[1]; print(sys.getsizeof(dict(w)))
w=dict.fromkeys('abcdefgh'); 
for c in 'abcdef': del w[c]
print(sys.getsizeof(w), sys.getsizeof(dict(w)), sys.getsizeof(w.copy()))
class P:
    def __init__(self, n):
        for i in range(n): setattr(self, f"attr{i}", [i])
for n in (1, 3, 5, 6, 10, 11):
    p = P(n); c = vars(p).copy()
    print(n, sys.getsizeof(vars(p)), sys.getsizeof(c), c == vars(p), list(c) == list(vars(p)), sys.getrefcount(p.attr0))
    c["more"] = 1; del c["attr0"]
    print(sys.getsizeof(c), len(c), len(vars(p)))
del p.attr0; p.attr0 = 5
print(list(vars(p).copy()), sys.getsizeof(vars(p).copy()))
