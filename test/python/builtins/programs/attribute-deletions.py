import gc
class C5:
    def __setattr__(self, name, value): pass
class C6:
    def __delattr__(self, name): object.__delattr__(self, name)
class C7: pass
class C8:
    __slots__=('a',)
class C9:
    def __getattr__(self, name): raise AttributeError(name)
def probe(n, o, f):
    gc.collect()
    r=[]
    for i in range(3):
        try: f(o)
        except Exception as e: pass
        r.append(gc.get_count()[0])
    print(n, r)
def f1(o): del o.nope
def f2(o): delattr(o, 'nope')
def f3(o): o.nope
def f4(o): getattr(o, 'nope')
def f5(o): o.a
def f6(o): del o.a
def f7(o): o.b = 5
def f8(o): o.__delattr__('nope')
def f9(o): object.__delattr__(o, 'nope')
def f10(o): object.__getattribute__(o, 'nope')
for c in C5,C6,C7,C8,C9:
    for f in f1,f2,f3,f4,f5,f6,f7,f8,f9,f10:
        probe(c.__name__+f.__name__, c(), f)
class C5:
    def __setattr__(self, name, value): print("set", name)
class C7: pass
for c in C5, C7:
    o=c()
    dir(o)
    gc.collect()
    try: del o.nope
    except AttributeError as e: print(e)
    print(gc.get_count())
    o.__dict__
    try: del o.nope
    except AttributeError as e: print(e)
    print(gc.get_count())
    try: delattr(o, 'nope')
    except AttributeError as e: print(e)
    print(gc.get_count())
