import operator as op, sys, gc
from operator import *
def T(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
for o in (itemgetter(1), itemgetter(1,2), attrgetter('a.b'), methodcaller('x', 1, k=2)): print(o, sys.getsizeof(o), gc.is_tracked(o), sys.getrefcount(o), type(o))
print(itemgetter(1)([1,2]), itemgetter(0,1)('abc'), attrgetter('real')(5), attrgetter('real','imag')(5), methodcaller('split', ',')('a,b'), add(1,2), mul(3,4), lt(1,2), not_([]), contains([1],1), countOf([1,1,2],1), indexOf([1,2],2), neg(5), iadd([1],[2]), concat([1],[2]), getitem([1,2],0), index(5), truth([]), is_(None,None), op.pow(2,3), length_hint([1,2]), op.abs(-3))
T(lambda: itemgetter(), lambda: itemgetter(5)([1]), lambda: attrgetter(5), lambda: attrgetter('zz')(5), lambda: methodcaller('zz')(5), lambda: add(1,'a'), lambda: add(1), lambda: concat(1,2), lambda: indexOf([],1), lambda: methodcaller())
print(sorted([(1,3),(2,1)], key=itemgetter(1)), add, add.__name__)
