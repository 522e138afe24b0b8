import tracemalloc, gc, operator, functools, weakref
class C:
    def m(self, x): return x
def f(x): return x
ig=operator.itemgetter(0); ag=operator.attrgetter('m'); mc=operator.methodcaller('m', 1)
pf=functools.partial(f); lc=functools.lru_cache()(f); K=functools.cmp_to_key(lambda a,b:0)
c=C(); l=[1]
r=[]
for name,call in (('ig',lambda: ig(l)),('ag',lambda: ag(c)),('mc',lambda: mc(c)),('pf',lambda: pf(1)),('lc',lambda: lc(1)),('K',lambda:K(1)), ('type',lambda: type(1)),('range',lambda: range(3)),('isinstance',lambda: isinstance(1,int)), ('str',lambda: str(5)),('tuple',lambda: tuple(l)),('set',lambda:set(l)),('dict',lambda:dict(a=1)),('list',lambda:list(l)),('enum',lambda:enumerate(l)),('zip',lambda:zip(l,l)),('map',lambda:map(f,l)),('rev',lambda:reversed(l)),('bytes',lambda:bytes(5)),('ba',lambda:bytearray(5)),('int',lambda:int(2.5)),('float',lambda:float(2)),('slice',lambda:slice(1)),('super',lambda:C()),('frozenset',lambda:frozenset(l)),('exc',lambda:ValueError(1)),('prop',lambda:property(f)),('getattr',lambda:getattr(c,'m')),('min',lambda:min(1,2)),('max',lambda:max(l)),('sum',lambda:sum(l)),('sorted',lambda:sorted(l)),('print',lambda:round(2.5)),('iter',lambda:iter(l)),('hash',lambda:hash('a')),('format',lambda:format(5,'3')),('obj',lambda:object()),('od',lambda: divmod(5,3)),('pow',lambda:pow(2,3)), ('fmtm',lambda:'{}'.format(1)),('join',lambda:''.join(('a','bcd'))),('split',lambda:'a b'.split()),('ltrue',lambda:[i for i in l]),('gen',lambda:list(i for i in l)),('wr',lambda:weakref.ref(c)),('filter',lambda:filter(None,l))):
    call()
    call()
    call(); call(); call(); call(); call(); call(); call()
    gc.collect(); gc.collect()
    tracemalloc.start()
    b=tracemalloc.get_traced_memory()[0]

    call()
    a,p=tracemalloc.get_traced_memory()
    tracemalloc.stop()
    r.append((name,a-b,p-b))
for x in r: print(*x)
