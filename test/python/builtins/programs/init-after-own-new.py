import collections
for base, args in ((list, [(1, 2)]), (dict, [{'a': 1}]), (set, [(1, 2)]), (Exception, [1, 2]), (collections.deque, [(1, 2)]), (collections.defaultdict, [list]), (int, []), (object, [])):
    class C(base):
        def __new__(cls, *a, **k):
            made = super().__new__(cls)
            made.tag = a
            return made
    try:
        c = C(*args)
        print(base.__name__, c if base is not object else type(c).__name__, c.tag, getattr(c, 'args', None))
        c = C()
        print(base.__name__, c if base is not object else type(c).__name__, c.tag, getattr(c, 'args', None))
    except TypeError as e: print(base.__name__, e)
    class D(base):
        def __new__(cls, *a, **k):
            made = super().__new__(cls, *a)
            return made
    try:
        c = D(*args)
        print(base.__name__, c if base is not object else type(c).__name__, getattr(c, 'args', None))
    except TypeError as e: print(base.__name__, e)
class S(set):
    def __new__(cls, *a): return super().__new__(cls)
try: print(S(5))
except TypeError as e: print(e)
