import weakref
class A: pass
class S: __slots__ = ('__weakref__',)
def t(make):
    try:
        c = make()
        o = c()
        print(c.__mro__[1].__name__, weakref.ref(o)() is o)
    except TypeError as e: print(e)
for base in (int, tuple, bytes, str):
    t(lambda: type('C', (A, base), {}))
    t(lambda: type('C', (base, A), {}))
    t(lambda: type('C', (base, S), {}))
    t(lambda: type('C', (S, base), {}))
    t(lambda: type('C', (base,), {'__slots__': ()}))
    t(lambda: type('C', (base,), {'__slots__': ('__weakref__',)}))
    t(lambda: type('D', (type('C', (base,), {}),), {'__slots__': ('__weakref__',)}))
    t(lambda: type('D', (type('C', (base,), {}),), {}))
    t(lambda: type('D', (base,), {'__slots__': ('__dict__',)}))
class A: pass
for b in (A, object, type, set, dict, list, Exception, type('E',(Exception,),{}), type('E',(Exception,),{'__slots__':()}), type('S',(),{'__slots__':'a'}), type('S',(),{'__slots__':'__weakref__'})):
    try:
        print(type('B', (b,), {'__slots__': ('__weakref__',)}).__weakref__)
    except TypeError as e: print(b.__name__, e)
    try:
        print(type('B', (b,), {'__slots__': ('__dict__',)}).__dict__['__dict__'])
    except Exception as e: print(b.__name__, type(e), e)
