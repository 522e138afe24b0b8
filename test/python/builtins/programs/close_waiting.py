import gc,sys,weakref
gc.collect()
class O: pass
def g(o):
    for x in [O(), o]:
        yield x
for look in (0, 1):
    a = O(); w = weakref.ref(a)
    x = g(a); y = next(x); wy = weakref.ref(y); del y, a
    if look: fr = x.gi_frame; print(len(fr.f_locals))
    print(w() is None, wy() is None, gc.collect())
    x.close()
    print(w() is None, wy() is None, x.gi_frame, gc.collect())
    if look: del fr
    print(list(x), gc.get_count())
    del x
    print(w() is None, gc.collect(), gc.get_count())
