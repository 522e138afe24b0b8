import sys, gc
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__))
class Pause:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return got
def drive(coro, *sends):
    out = []
    try:
        out.append(coro.send(None))
        for s in sends:
            out.append(coro.send(s))
    except StopIteration as stop:
        return out, stop.value
    return out, '...'
async def inner(x):
    a = await Pause(x)
    b = await Pause(x + 1)
    return a + b
async def outer():
    r = await inner(10)
    return ('done', r)
c = outer()
print(type(c), c.__name__, c.__qualname__, c.cr_running, c.cr_await, c.cr_origin, sys.getrefcount(c))
print(drive(c, 1, 2))
t(lambda: c.send(None))
t(lambda: c.throw(ValueError('x')))
t(lambda: c.close())
async def simple(): return 5
t(lambda: drive(simple()))
c = simple()
t(lambda: c.send(3))
t(lambda: c.send(None))
async def fails():
    try:
        await Pause('a')
    except ValueError as e:
        print('caught', e)
        await Pause('b')
        raise KeyError('k')
    finally:
        print('finally')
c = fails()
print(c.send(None), c.throw(ValueError('v')))
t(lambda: c.send(None))
async def stops(): raise StopIteration(3)
t(lambda: drive(stops()))
async def ignores():
    try: await Pause(1)
    except GeneratorExit: await Pause(2)
c = ignores(); c.send(None)
t(lambda: c.close())
t(lambda: c.close())
class ACM:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    async def __aenter__(self):
        print('enter', self.n); await Pause('e'); return self
    async def __aexit__(self, *exc):
        print('exit', self.n, exc[0]); await Pause('x'); return self.swallow
async def managed():
    async with ACM(1) as a, ACM(2, True):
        print('body', a.n)
        raise ValueError('in body')
    print('after')
    async with ACM(3):
        return 'returned'
t(lambda: drive(managed(), *[None] * 10))
class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        await Pause('tick')
        return self.i
async def loops():
    out = []
    async for i in Count(4):
        if i == 2: continue
        out.append(i)
    else:
        out.append('else')
    async for i in Count(9):
        if i == 3: break
    out.append(i)
    out.append([x async for x in Count(3) if x != 2])
    out.append({x async for x in Count(2)})
    out.append({x: await inner(x) async for x in Count(1)})
    out.append([(x, y) for x in 'ab' async for y in Count(2)])
    return out
t(lambda: drive(loops(), *[1] * 40)[1])
async def bad1(): await 3
async def bad2():
    async for x in [1]: pass
async def bad3():
    async with 3: pass
async def bad4():
    class A:
        def __await__(self): return 3
    await A()
async def bad5():
    class A:
        def __await__(self): return simple()
    await A()
async def bad6():
    class A:
        def __aiter__(self): return self
        def __anext__(self): return 3
    async for x in A(): pass
async def bad7():
    class A:
        def __aiter__(self): return 3
    async for x in A(): pass
async def bad8():
    class A:
        def __aenter__(self): return 3
        async def __aexit__(self, *a): pass
    async with A(): pass
async def bad9():
    class A:
        async def __aenter__(self): return 3
        def __aexit__(self, *a): return 4
    async with A(): pass
async def bad10():
    class A:
        async def __aenter__(self): return 3
    async with A(): pass
async def bad11():
    c = inner(1)
    c.send(None)
    await c
for b in (bad1, bad2, bad3, bad4, bad5, bad6, bad7, bad8, bad9, bad10, bad11):
    t(lambda: drive(b(), None, None))
w = simple().__await__()
print(type(w).__name__, iter(w) is w)
t(lambda: next(w))
c = inner(5); w = c.__await__()
print(next(w), w.send(3), sys.getsizeof(w), sys.getsizeof(c), c.cr_frame is not None)
t(lambda: w.throw(ValueError('q')))
c = outer(); c.send(None)
print(type(c.cr_await).__name__, c.cr_await.__name__, c.cr_code.co_name, c.cr_code.co_flags & 0x80)
c.close()
print(c.cr_await, c.cr_frame)
class Obj:
    def __del__(self): print('del')
async def holds(o):
    await Pause(1)
c = holds(Obj())
print(c.send(None), gc.collect() >= 0)
del c
print('gone')
async def rec(n):
    return 0 if n == 0 else 1 + await rec(n - 1)
t(lambda: drive(rec(50)))
t(lambda: iter(simple())) if 0 else None
c = simple()
t(lambda: iter(c)); t(lambda: next(c)); t(lambda: [*c]); t(lambda: c + 1); c.close()
async def lam():
    f = lambda x: x
    return [f(await inner(i)) for i in range(2)]
t(lambda: drive(lam(), 1, 2, 3, 4))
