import sys, types, weakref, math, collections, os
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: os.path.__name__)
import os.path
t(lambda: os.path is os.path)
import posixpath; t(lambda: posixpath is os.path)
C=collections.Counter
for op in ('<=','<','>=','>','==','!='):
    t(lambda: eval('C(a=1,b=0) %s C(a=1)'%op)); t(lambda: eval('C(a=1) %s C(a=2)'%op)); t(lambda: eval('C(a=1) %s {"a":1}'%op)); t(lambda: eval('C(a=3) %s C(b=1)'%op)); t(lambda: eval('C(a=1) %s 3'%op))
m=types.MappingProxyType({'a':1})
t(lambda: m|{'b':2}); t(lambda: {'b':2}|m); t(lambda: m|m); t(lambda: m|3); t(lambda: type(m|{}))
def f():
    n=m
    n|={'b':1}
    return n
t(f)
t(lambda: m|collections.OrderedDict(b=1))
t(lambda: next(iter(list[int])))
t(lambda: type(iter(list[int])).__name__)
t(lambda: 'aaa'.replace('a','b',count=1)); t(lambda: 'aaa'.replace('a','b',1)); t(lambda: 'aaa'.replace('a')); t(lambda: 'aaa'.replace()); t(lambda: 'aaa'.replace('a','b',1,2)); t(lambda: 'aaa'.replace('a',3)); t(lambda: 'aaa'.replace('a','b','c')); t(lambda: 'aaa'.replace('a','b',coun=1)); t(lambda:'aaa'.replace(old='a',new='b')); t(lambda:'a'.replace('a','b',1.5)); t(lambda:'a'.replace(3,'b'))
if hasattr(math,'cbrt'):
    for x in (27.0,8,1e300,-27,2,3,0.001,-0.0,float('inf'),float('nan'),1e-320,64,125,1000,0.125,10,7.3,123456789.0):
        t(lambda: math.cbrt(x))
t(lambda: weakref.ref.__name__); t(lambda: weakref.ref); t(lambda: weakref.ReferenceType.__qualname__); t(lambda: type(weakref.ref(C)).__name__); t(lambda: weakref.ref.__module__)
class S(set): pass
class FS(frozenset): pass
t(lambda: S()|[1]); t(lambda: S().remove(1)); t(lambda: S().pop()); t(lambda: S()<3); t(lambda: S()-3); t(lambda:{S()}); t(lambda: S([[]])); t(lambda: S(1)); t(lambda: S().add([])); t(lambda: S(1,2)); t(lambda: S(a=1)); t(lambda: FS(1)); t(lambda: FS()^3); t(lambda: S().update(3)); t(lambda:S()[0]); t(lambda: S([1])); t(lambda: FS([1])); t(lambda: S().discard([])); t(lambda: [] in S()); t(lambda: S().union()); t(lambda: S().foo)
t(lambda: S().__init__(1,2)); t(lambda: set.__new__(S,1,2,3)); t(lambda: FS(1,2)); t(lambda: FS(a=1)); t(lambda: S().copy()); t(lambda: S().remove({1}))
t(lambda: {1} in {frozenset([1])}); t(lambda: S([1]) in {frozenset([1])}); t(lambda: {frozenset([1])}.remove({1})); t(lambda: {1}.discard({1})); t(lambda: {1}.remove({2,}))
t(lambda: S().__init__(a=1)); t(lambda: os.path.foo); t(lambda: list[int]+1); t(lambda: types.GenericAlias.__module__); t(lambda: type(list[int])); t(lambda: list[int] == list[int]);
if sys.version_info >= (3,11):
    x, = tuple[int]
    t(lambda: x == tuple[int]); t(lambda: x.__unpacked__); t(lambda: hash(x)==hash(tuple[int])); t(lambda: eval('tuple[*x]') ); t(lambda: sys.getsizeof(iter(x))); t(lambda: list(iter(list[str]))); t(lambda: x.__origin__)
    t(lambda: next(iter([])) )
if sys.version_info >= (3,11):
    import random
    random.seed(3)
    h=0
    for i in range(3000):
        h=hash((h,math.cbrt(random.uniform(-10,10)*10**random.randint(-300,300))))
    print(h)
print(types.SimpleNamespace, types.SimpleNamespace.__module__, types.SimpleNamespace.__name__, types.SimpleNamespace(a=1)); t(lambda: types.SimpleNamespace()+1); t(lambda: types.SimpleNamespace().x)
if sys.version_info >= (3,10):
    t(lambda: type(int|str)); t(lambda: (int|str).x); t(lambda: types.UnionType.__module__); t(lambda: types.UnionType.__name__); t(lambda: (int|str)+1); t(lambda:[*(int|str)])
if sys.version_info >= (3,9):
    t(lambda: list[int].x); t(lambda: list[int].__foo__); t(lambda: isinstance(1, list[int])); t(lambda: types.GenericAlias.__name__); t(lambda: {list[int]: 1}); t(lambda: types.GenericAlias(list, (int,)))
if sys.version_info >= (3,9):
    a=list[int]
    print(a.__class__, a.__doc__==list.__doc__, a.__name__, a.append)
    for args in ((),(list,),(list,int),(3,(1,2))):
        t(lambda: types.GenericAlias(*args))
    print(hasattr(a,'__copy__'), a(), a('ab'), dict[str,int].fromkeys('a'))
    class K(list[int]): pass
    print(K.__mro__, K.__orig_bases__)
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda:'a'.center(1.5)); t(lambda:'a'.zfill(1.5)); t(lambda:'a'.ljust('x')); t(lambda:'a'.split('a',1.5)); t(lambda:'a'.split('a','x')); t(lambda:[1].pop(1.5)); t(lambda:[1].pop('x')); t(lambda:[1].insert(1.5,1)); t(lambda:b'a'.replace(b'a',b'b',1.5)); t(lambda: b'a'.split(b'a',1.5)); t(lambda: bytearray(b'a').pop(1.5)); t(lambda:'a'.rsplit('a',1.5)); t(lambda: 'a'.expandtabs(1.5)); t(lambda:sum([1],1.5)); t(lambda: enumerate([],1.5))
t(lambda: b'a'.rsplit(b'a', 1.5)); t(lambda: bytearray(b'ab').split(b'b', 1.5)); t(lambda: b'a'.center(1.5)); t(lambda: b'a'.zfill(1.5))
