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
async def agen(n):
    for i in range(n):
        await Pause('p%d' % i)
        got = yield i
        print('got', got)
async def use():
    return [x async for x in agen(3)]
t(lambda: drive(use(), *[None] * 8))
g = agen(2)
print(type(g), g.__name__, g.ag_running, g.ag_await, g.ag_frame is not None, sys.getsizeof(g.__anext__()))
t(lambda: drive(g.asend(None), 1))
t(lambda: drive(g.asend('hello'), 1))
t(lambda: drive(g.__anext__(), 1))
t(lambda: drive(g.__anext__(), 1))
t(lambda: drive(g.aclose()))
g = agen(2)
t(lambda: g.asend(3).send(None))
a = g.__anext__(); print(a.send(None))
t(lambda: g.__anext__().send(None))
t(lambda: a.send(None)); t(lambda: a.send(None)); t(lambda: a.throw(ValueError))
g = agen(2)
t(lambda: drive(g.aclose()))
t(lambda: drive(g.__anext__()))
async def cleans():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print('ve', e)
        yield 'from ve'
    finally:
        print('finally')
        await Pause('fin')
g = cleans()
t(lambda: drive(g.__anext__())); t(lambda: drive(g.athrow(ValueError('bad'))))
t(lambda: drive(g.aclose(), None)); t(lambda: drive(g.aclose(), None))
g = cleans(); drive(g.__anext__())
t(lambda: drive(g.athrow(KeyError('k')), None))
async def ignores():
    try: yield 1
    except GeneratorExit: yield 2
g = ignores(); drive(g.__anext__())
t(lambda: drive(g.aclose()))
async def stops():
    yield 1
    raise StopIteration
async def stops2():
    yield 1
    raise StopAsyncIteration
for s in (stops, stops2):
    g = s(); drive(g.__anext__())
    t(lambda: drive(g.__anext__()))
async def gexp():
    ge = (x * 2 async for x in agen(2))
    print(type(ge).__name__, ge.__name__)
    out = []
    async for v in ge: out.append(v)
    ge2 = (await Pause(x) for x in range(2))
    print(type(ge2).__name__)
    async for v in ge2: out.append(v)
    return out
t(lambda: drive(gexp(), *['s'] * 9))
if sys.version_info >= (3, 11):
    exec("""async def nested():
    return [[y async for y in agen(2)] for x in range(2)]""")
    t(lambda: drive(nested(), *[None] * 9)[1])
def syntax(source):
    try: exec(source)
    except SyntaxError as e: print(e.msg)
    else: print('fine')
for source in ('await x', 'def f(): await x', 'def f():\n  async for x in y: pass', 'def f():\n  async with x: pass',
               'async def f():\n  yield from x', 'async def f():\n  yield 1\n  return 2', 'def f(): return [x async for x in y]',
               'def f(): return (x async for x in y)', 'async def f():\n  def g(): await x', 'async def f(): lambda: (await x)', 'async x', 'async for x in y: pass',
               'async def f():\n  return [await x for x in y]', 'class A:\n  await x', 'async = 3', 'await = 3', 'async def f(): await', 'async def f():\n pass\nf = 3'):
    syntax(source)
if sys.version_info >= (3, 10):
    async def an():
        g = agen(1)
        print(aiter(g) is g)
        print(await anext(g), await anext(g, 'default'))
        try: await anext(g)
        except StopAsyncIteration: print('end')
    t(lambda: drive(an(), *[None] * 9))
    t(lambda: aiter(3)); t(lambda: anext(3)); t(lambda: anext()); t(lambda: aiter())
class Res:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
async def keeps():
    r = Res('r')
    yield 1
g = keeps(); drive(g.__anext__())
print('drop'); del g
print('dropped')

import types, collections.abc as abc
async def co(): pass
c = co(); g = agen(1)
print(isinstance(c, abc.Coroutine), isinstance(c, abc.Awaitable), isinstance(g, abc.AsyncGenerator), isinstance(g, abc.AsyncIterator), isinstance(c, abc.Iterator))
print(type(c) is types.CoroutineType, type(g) is types.AsyncGeneratorType, gc.is_tracked(c), gc.get_referents(co) != [])
c.close()
del co
async def tracked(x):
    y = [x]
    await Pause(y)
    return y
o = object()
c = tracked(o)
print(sys.getrefcount(o)); c.send(None); print(sys.getrefcount(o)); c.close(); print(sys.getrefcount(o))
def cycle():
    async def f():
        await Pause(me)
    me = f()
    me.send(None)
gc.collect(); cycle(); print(gc.collect())
print(repr(tracked(o))[:26], repr(agen(1))[:30]) if 0 else None
