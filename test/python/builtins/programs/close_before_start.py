import gc,sys,weakref
class O: pass
def g(a):
    yield a
o=O(); w=weakref.ref(o)
x=g(o); del o
f=x.gi_frame
x.close()
print(w() is None, x.gi_frame, list(f.f_locals), sys.getrefcount(f))
del f
print(w() is None )
print(len(gc.get_referents(x)))
del x
print(w() is None)
o=O(); w=weakref.ref(o)
x=g(o); del o
f=x.gi_frame
x.close()
del x
print(w() is None, sys.getrefcount(f), list(f.f_locals))
del f
print(w() is None)
o=O(); w=weakref.ref(o)
x=g(o); x.gi_frame; 
print(len(gc.get_referents(x)), sys.getrefcount(o))
x.close(); print(len(gc.get_referents(x)), sys.getrefcount(o))
