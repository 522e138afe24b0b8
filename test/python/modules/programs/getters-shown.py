# itemgetter and attrgetter while they show themselves, and what refuses keywords that come in a dict.
import gc
import operator

gc.collect()
o = operator.itemgetter(0, -1)
r = repr(o)
print(r, gc.get_count())
print(operator.itemgetter('a'), operator.attrgetter('a'), operator.attrgetter('a.b', 'c'), gc.get_count())
for wrong in (operator.itemgetter, operator.attrgetter):
    try:
        wrong(x=1)
    except TypeError as e:
        print(e)
    try:
        wrong()
    except TypeError as e:
        print(e)
print(gc.get_count())
