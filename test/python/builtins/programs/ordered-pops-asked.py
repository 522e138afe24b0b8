import collections
class P(collections.OrderedDict):
    def __getitem__(self, k): print('get', k); return super().__getitem__(k)
    def __delitem__(self, k): print('del', k); return super().__delitem__(k)
    def __contains__(self, k): print('in', k); return super().__contains__(k)
    def __missing__(self, k): print('missing'); return 5
class R(collections.OrderedDict):
    def __delitem__(self, k): print('del', k); return super().__delitem__(k)
class S(collections.OrderedDict):
    def __getitem__(self, k): print('get', k); return super().__getitem__(k)
class T(collections.OrderedDict):
    def __setitem__(self, k,v): print('set', k); return super().__setitem__(k,v)
class U(collections.OrderedDict):
    def __missing__(self, k): print('missing'); return 5
for c in P,R,S,T,U:
    print(c)
    try: print(c(a=1,b=2).popitem())
    except Exception as e: print(e)
    try: print(c(a=1,b=2).popitem(False))
    except Exception as e: print(e)
    try: print(c(a=1,b=2).pop('a'))
    except Exception as e: print(e)
    try: print(c(a=1,b=2).pop('c'))
    except Exception as e: print(repr(e))
    try: print(c(a=1,b=2).pop('c', 5))
    except Exception as e: print(repr(e))
    o=c(a=1,b=2)
    try: print(o.pop('a', 5), o)
    except Exception as e: print(repr(e))
