import tracemalloc, weakref, gc
class Thing: pass
def show(*fs):
    for name, f in fs:
        for _ in range(2): f()
        tracemalloc.start()
        x = f()
        s = tracemalloc.take_snapshot()
        tracemalloc.stop()
        print(name, sorted(t.size for t in s.traces if 'tracemalloc' not in t.traceback[0].filename))
ts=[Thing() for i in range(5)]
def wvd():
    d = weakref.WeakValueDictionary()
    for i, t in enumerate(ts): d[i]=t
    return d
def wkd():
    d = weakref.WeakKeyDictionary()
    for i, t in enumerate(ts): d[t]=i
    return d
show(('wvd0', weakref.WeakValueDictionary), ('wvd', wvd), ('fin', lambda: weakref.finalize(ts[0], print)), ('wm', lambda: weakref.WeakMethod(ts[0].__init__) if 0 else None), ('ref', lambda: [weakref.ref(t, lambda r: 0) for t in ts]), ('proxy', lambda: weakref.proxy(ts[1])))
import weakref, gc
class T: pass
t=T()
for c in (weakref.WeakValueDictionary, weakref.WeakKeyDictionary, weakref.WeakSet):
    gc.collect(); gc.disable(); gc.collect()
    a=gc.get_count(); n=len(gc.get_objects())
    x=c()
    b=gc.get_count(); m=len(gc.get_objects())
    print(c.__name__, b[0]-a[0], m-n, sorted(vars(x)))
    gc.enable()
