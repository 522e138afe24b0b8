from collections import OrderedDict as O
def t(o, f):
    try:
        r = []
        for k in o:
            r.append(k); f(o, k)
            if len(r) > 6: break
        print(r)
    except Exception as e: print(r, type(e).__name__, e)
t(O(a=1), lambda o,k: o.__setitem__(k+'x', 1))
t(O(a=1,b=2), lambda o,k: o.__setitem__(k+'x', 1))
t(O(a=1,b=2), lambda o,k: o.move_to_end(k))
t(O(a=1,b=2), lambda o,k: o.pop(k))
t(O(a=1,b=2), lambda o,k: o.popitem())
t(O(a=1,b=2,c=3), lambda o,k: o.clear())
t(O(a=1), lambda o,k: o.clear())
t(O(a=1,b=2), lambda o,k: o.__setitem__(k, 5))
o = O(a=1, b=2)
i = iter(o); next(i); next(i); o['c'] = 1
print(next(i, 'end'), next(i, 'end'))
i = reversed(o); print(next(i)); del o['a']
try: print(next(i))
except Exception as e: print(e)
try: print(next(i))
except Exception as e: print(type(e), e)
for i in (iter(o.items()), iter(o.values())):
    try:
        print(next(i)); o['z' + str(len(o))] = 1
        print(next(i))
    except Exception as e: print(type(e), e)
