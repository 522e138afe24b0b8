import gc,sys,math,collections,itertools
N=lambda q: [type(x).__name__ for x in gc.get_referents(q)]
for x in (repr, len, math.sin, gc.collect, [].append, dict.fromkeys, sys.getrefcount, "".join, collections.deque().append, list.append, str.join, [].__len__, list.__len__, {}.keys(), iter([1]), iter({}), range(3), enumerate([]), zip([1]), map(len,[]), filter(None,[]), reversed([1]), slice(1,2), super(int,1), itertools.count(), itertools.chain([1],[2]), type, int, object(), sys, 1.5, (1,[2]), {1:2}, {1:[2]}, {'a':[1]}, {3}, frozenset([4]), bytearray(b'x'), memoryview(b'x'), math):
    try: print(getattr(x,'__qualname__',type(x).__name__), N(x), gc.is_tracked(x), sys.getsizeof(x) if not isinstance(x,(type,type(sys))) else '')
    except Exception as e: print(type(x), repr(e))
class A:
    __slots__=('p','q')
    def m(self): pass
a=A(); a.p=[1]; a.q=a
class B:
    z=[1]
    def __init__(self): self.u=1; self.v=[2]
b=B()
print(N(a),N(b),N(a.m),N(A.m),N(A.p), N(b.__dict__)); 
import weakref
w=weakref.ref(b); w2=weakref.ref(b,print); p=weakref.proxy(b)
print(N(w),N(w2),N(p), N(b))
print(N(weakref.WeakSet()), N(lambda a=[1],*,k=2:a))
def outer():
    x=1
    def inner(q:int=3)->str: return x
    return inner
print(N(outer()), N(outer().__closure__[0]))
print(N(collections.defaultdict(list,{1:2})), N(collections.OrderedDict(a=[1])), N(collections.Counter('ab')), N(collections.namedtuple('N','a b')(1,[2])), N(collections.deque([1,[2]])))
print(len(gc.get_referents(B)), len(gc.get_referents(A)))
