import gc
class K:
    def __init__(self, f): self.f=f
    def __hash__(self): return 1/0
    def __add__(self,o): return 1/0
    def __getitem__(self,o): return 1/0
    def __contains__(self,o): return 1/0
    def __len__(self): return 1/0
    def __setitem__(self,o,b): return 1/0
q=5
d={}
k=K(1)
def f(*a): return 1/0
def probe(n, run):
    gc.collect()
    a = gc.get_count()
    try:
        run()
    except Exception as e:
        b = gc.get_count()
        print(n, type(e).__name__, e, a, b, gc.get_count())
    else: print(n, 'no')
probe(1, lambda: {K(1): (q,)})
probe(2, lambda: {k: (q,)})
probe(3, lambda: f((q,)))
probe(4, lambda: k+(q,))
probe(5, lambda: k[q,])
probe(6, lambda: (q,) in k)
probe(7, lambda: [(q,), len(k)])
probe(8, lambda: (k, k, hash(k)))
probe(9, lambda: d.__setitem__(k,(q,)))
def g():
    k[q,]=5
probe(10,g)
def g():
    k[1]=q,
probe(11,g)
def g():
    d[k]=q,
probe(12,g)
def g():
    d[k]
probe(13,g)
