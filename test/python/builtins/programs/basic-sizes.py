import types, weakref, functools, collections, itertools, array, tracemalloc, enum, random, contextlib, io, operator
class A: pass
class S: __slots__ = ('a','b')
class W: __slots__ = ('__weakref__',)
class D: __slots__ = ('__dict__','x')
class L(list): pass
class LS(list): __slots__ = ()
class I(int): pass
class T(tuple): pass
class TS(tuple): __slots__ = ()
class E(Exception): pass
class F(float): __slots__ = ('q',)
class Dd(dict): pass
class St(str): pass
class A2(A): pass
class S2(S): __slots__ = ('c',)
class S3(S): pass
class M(type): pass
class Fn(frozenset): pass
class By(bytes): pass
class Ba(bytearray): pass
class Ob(A, S): pass
NT = collections.namedtuple('NT', 'a b')
class G(collections.deque): pass
ts = [int,float,complex,bool,str,bytes,bytearray,memoryview,list,tuple,dict,set,frozenset,range,slice,object,type,property,staticmethod,classmethod,super,enumerate,zip,map,filter,reversed,
 BaseException,Exception,OSError,StopIteration,ImportError,SyntaxError,NameError,AttributeError,SystemExit,UnicodeDecodeError,KeyError,ValueError,
 types.FunctionType,types.CodeType,types.GeneratorType,types.FrameType,types.TracebackType,types.MethodType,types.BuiltinFunctionType,types.ModuleType,types.CellType,types.MappingProxyType,types.SimpleNamespace,types.MethodDescriptorType,types.WrapperDescriptorType,types.GetSetDescriptorType,types.MemberDescriptorType,types.MethodWrapperType,
 weakref.ref, weakref.ProxyType, weakref.WeakSet, weakref.finalize,
 collections.deque, collections.Counter, collections.OrderedDict, collections.defaultdict,
 functools.partial, itertools.count, itertools.chain, itertools.islice, itertools.groupby, itertools.accumulate, itertools.product, itertools.cycle, itertools.repeat, itertools.permutations, itertools.combinations,itertools.starmap,itertools.zip_longest,itertools.takewhile,
 array.array, operator.itemgetter, operator.attrgetter,
 type({}.keys()), type({}.items()), type({}.values()), type(iter([])), type(iter({})), type(iter("")), type(iter(())),type(iter(set())),type(iter(range(3))),type(None), type(...), type(NotImplemented), type(iter(int,1)), type(reversed([])),
 A,S,W,D,L,LS,I,T,TS,E,F,Dd,St,A2,S2,S3,M,Fn,By,Ba,Ob,NT,G,random.Random]
for t in ts:
    print(t.__name__, end=' ')
    for a in ('__basicsize__','__itemsize__'):
        print(getattr(t,a,'none'), end=' ')
    print()
