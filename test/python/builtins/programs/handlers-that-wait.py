import sys, gc
async def again(n):
    try:
        yield n
    except ValueError:
        yield 3
    finally:
        print('out', n)
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def main(k):
    a = again(k)
    await a.__anext__()
    try:
        raise ValueError(k)
    except ValueError as v:
        await a.athrow(v)
gc.collect()
for k in 1, 2:
    run(main(k)); print('ran', k)
    print(gc.collect())
def f():
    g = again(1); 
    try: g.__anext__().send(None)
    except StopIteration as e: print(e)
    v = ValueError(1)
    t = g.athrow(v)
    print(sys.getrefcount(v), sys.getrefcount(g))
    try: t.send(None)
    except StopIteration as e: print(e)
    print(sys.getrefcount(v), sys.getrefcount(g))
    t = None
    print(sys.getrefcount(v), sys.getrefcount(g), [type(one).__name__ for one in gc.get_referrers(v)], len(gc.get_referrers(g)))
    v = None; g = None
f()
print(gc.collect())
def gen(n):
    try:
        yield n
    except ValueError:
        yield 3
    finally:
        print('gout', n)
def main(k):
    a = gen(k)
    next(a)
    try:
        raise ValueError(k)
    except ValueError as v:
        a.throw(v)
main(1); print('done')
print(gc.collect())
import sys
def g():
    try:
        raise ValueError(1)
    except ValueError as e:
        yield sys.exc_info()[1]
        try:
            raise KeyError(2)
        except KeyError as k:
            yield repr(k.__context__), sys.exc_info()[1]
        yield sys.exc_info()[1]
    yield sys.exc_info()[1]
def f():
    a = g()
    print(next(a), sys.exc_info())
    try: raise TypeError(3)
    except TypeError as t:
        print(next(a), sys.exc_info()[1])
        print(next(a), repr(t.__context__))
        print(next(a), sys.exc_info()[1])
        try: a.throw(OSError(4))
        except OSError as o: print(repr(o.__context__))
    try: raise IndexError(5)
    except IndexError as i: print(repr(i.__context__))
f()
def h():
    while True:
        try: yield sys.exc_info()[1]
        except Exception as e:
            yield ('in', repr(e), repr(e.__context__), sys.exc_info()[1])
x = h(); print(next(x))
try: raise RuntimeError(1)
except RuntimeError as r:
    print(next(x))
    print(x.throw(ValueError(2))); print(sys.exc_info()[1])
print(next(x), sys.exc_info()[1])
print(x.throw(ValueError(3))); 
try: print(x.throw(KeyError(4)))
except KeyError as k: print(repr(k.__context__))
def outer():
    try: raise ValueError('o')
    except ValueError:
        yield from inner()
def inner():
    yield sys.exc_info()[1]
    try: raise KeyError('i')
    except KeyError as k: yield repr(k.__context__), sys.exc_info()[1]
    yield sys.exc_info()[1]
print(list(outer()))
import gc, sys
def f():
    try: raise ValueError(1)
    except ValueError:
        try: yield 1
        finally:
            try: raise KeyError(2)
            except KeyError as k: print(repr(k.__context__), repr(k.__context__.__context__))
g = f(); next(g); g.close()
g = f(); next(g); del g
async def co():
    try: raise ValueError(1)
    except ValueError as v:
        try: await aw()
        except TypeError as t: print(repr(t.__context__))
class aw:
    def __await__(self):
        try: raise OSError(5)
        except OSError: 
            yield 1
c = co(); c.send(None)
try: c.throw(TypeError('t'))
except StopIteration: print('end')
def loop():
    while True:
        try: yield
        except ValueError as v: print(repr(v), repr(v.__context__)); yield
x = loop(); next(x); x.throw(ValueError(1)); x.throw(KeyError) if 0 else None
try: x.throw(ValueError(2))
except ValueError as v: print(repr(v), repr(v.__context__), v.__context__.__context__)
def ign():
    try: raise ValueError
    except ValueError:
        try: yield
        except GeneratorExit: yield
x = ign(); next(x)
try: x.close()
except RuntimeError as r: print(r, repr(r.__context__))
del x; gc.collect()
for k in range(3):
    x = f(); next(x); gc.collect(); x = [x]; x.append(x); del x; print(gc.collect())
