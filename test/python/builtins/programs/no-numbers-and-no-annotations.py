# What is in the way of a float that is no number, of a class without annotations, of getters called wrongly.
for x in (float('inf'), float('nan'), -float('inf'), 1e300, 2.5):
    for f in ('%d', '%i', '%x', '%5d', '%u', '%c'):
        try: print(f % x)
        except Exception as e: print(type(e).__name__, e)
    for g in (round, int, lambda q: q // 1, lambda q: divmod(q, 2), lambda q: q.as_integer_ratio(), lambda q: '{:d}'.format(q), lambda q: q % 3, lambda q: round(q, 2), lambda q: '{:c}'.format(q), bytes, range, lambda q: [1][q], chr, lambda q: q << 1, lambda q: pow(q, 2), lambda q: q.is_integer(), lambda q: q.hex()):
        try: print(g(x))
        except Exception as e: print(type(e).__name__, e)
class C:
    b: int
    a = 1
class D: pass
print(C.__annotations__, 'x')
try: print(D.__annotations__)
except Exception as e: print(type(e).__name__, e)
import operator
for f in (operator.methodcaller, operator.itemgetter, operator.attrgetter):
    for a in ((), (1,), ('a', 2, 3)):
        try:
            o = f(*a)
            print(type(o).__name__)
            print(o())
        except Exception as e: print(type(e).__name__, e)
        try: print(o(1, 2))
        except Exception as e: print(type(e).__name__, e)
        try: print(o(1, x=2))
        except Exception as e: print(type(e).__name__, e)
