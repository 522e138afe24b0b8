import gc,sys
e = tuple([])
print(tuple(i for i in range(0)) is not e or 0, tuple({}) is not e or 0, tuple(set()) is not e or 0, tuple(iter([])) is not e or 0,tuple("") is not e or 0, tuple({}.keys()) is not e or 0, tuple(map(str,[])) is not e or 0, tuple(zip()) is not e or 0, tuple([]) is not e or 0)
gc.collect()
t=[tuple(i for i in range(0)) for j in range(3)]
print(gc.get_count(), t[0] is t[1], gc.is_tracked(t[0]), sys.getsizeof(t[0]), t[0] == e, hash(t[0])==hash(e))
del t
print(gc.get_count())
class I:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return 3
print(tuple(I()) is not e or 0, gc.get_count())
x = tuple(I()); x=tuple(I())
gc.collect(); print(gc.is_tracked(x))
def f(*a): return a
print(f(*I()) is not e or 0, f(*(i for i in ())) is not e or 0, f() is not e or 0, (1,2)[2:] is not e or 0, (1,)*0 is not e or 0, tuple() is not e or 0, e+e is not e or 0, tuple(x for x in e).__class__)
