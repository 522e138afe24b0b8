"""Coroutines, async generators and context managers driven without asyncio."""
import sys
import types
from collections import deque
from contextlib import asynccontextmanager, AsyncExitStack


@types.coroutine
def switch(tag):
    got = yield tag
    return got


class Sleep:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        for i in range(self.n):
            yield ("tick", i)
        return f"slept {self.n}"


def run(*coros):
    queue = deque((f"t{i}", c, None) for i, c in enumerate(coros))
    log = []
    while queue:
        name, c, value = queue.popleft()
        try:
            out = c.send(value)
        except StopIteration as stop:
            log.append((name, "done", stop.value))
        except Exception as e:
            log.append((name, type(e).__name__, str(e)))
        else:
            log.append((name, out))
            queue.append((name, c, out))
    return log


async def child(n):
    print("  child", n)
    return await Sleep(n)


async def parent():
    first = await child(1)
    second = await switch("hello")
    return first, second


async def failing():
    try:
        await switch("before")
        raise KeyError("lost")
    finally:
        print("  finally", await switch("in finally"))


async def ticker(n):
    try:
        for i in range(n):
            await switch(f"tick{i}")
            got = yield i
            if got:
                print("  ticker got", got)
    finally:
        print("  ticker closed")


async def consume():
    total = 0
    async for x in ticker(3):
        total += x
    else:
        total += 100
    squares = [x * x async for x in ticker(3) if x]
    table = {x: -x async for x in ticker(2)}
    gen = (x async for x in ticker(2))
    return total, squares, table, type(gen).__name__, [v async for v in gen]


class Ctx:
    async def __aenter__(self):
        print("  aenter", await switch("enter"))
        return self

    async def __aexit__(self, *exc):
        print("  aexit", exc[0] and exc[0].__name__, await switch("exit"))
        return exc[0] is ValueError


@asynccontextmanager
async def manager(name):
    print("  open", name)
    try:
        yield name.upper()
    except ZeroDivisionError as e:
        print("  swallowed", e)
    finally:
        await switch("closing")
        print("  close", name)


async def contexts():
    async with Ctx() as c, manager("db") as m:
        print("  body", type(c).__name__, m)
        1 / 0
    async with Ctx():
        raise ValueError("swallowed too")
    async with AsyncExitStack() as stack:
        a = await stack.enter_async_context(manager("one"))
        stack.push_async_callback(child, 0)
        stack.callback(print, "  plain callback")
        print("  stack", a)
    return "end"


async def steps():
    g = ticker(5)
    print(" ", await g.__anext__(), await g.asend("hi"))
    try:
        await g.athrow(KeyError("in"))
    except KeyError as e:
        print("  out came", e)
    try:
        await g.__anext__()
    except StopAsyncIteration as e:
        print("  stop", e.args)
    h = ticker(2)
    await h.__anext__()
    await h.aclose()
    await h.aclose()


for job in (parent, failing, consume, contexts, steps):
    print(job.__name__)
    for line in run(job()):
        print("   ", *line)
print("together")
for line in run(child(2), parent(), child(0)):
    print("   ", *line)
c = parent()
print(c.cr_running, c.cr_await, c.cr_frame is None, c.cr_code.co_name, type(c).__name__, c.__name__, c.__qualname__)
print(c.send(None), type(c.cr_await).__name__)
try:
    c.throw(RuntimeError("stop"))
except RuntimeError as e:
    print("threw", e, c.cr_frame)
for action in ["c.send(None)", "c.throw(ValueError)", "c.close()", "parent().send(1)", "next(c)", "iter(c)", "for x in c: pass", "child(1).__await__().__next__()", "ag = ticker(1); iter(ag)", "run(bad_await())", "print(run(bad_for()))", "print(run(bad_with()))", "c2 = child(1); run(c2); c2.send(None)", "ag.asend(1)", "switch('x').send(None)", "[x async for x in ag]"]:
    try:
        async def bad_await(): await 5
        async def bad_for():
            async for x in [1]: pass
        async def bad_with():
            async with open: pass
        exec(action, globals(), {**locals()})
        print(action, "ok")
    except BaseException as e:
        print(action, "->", type(e).__name__, e)
async def never(): pass
never()
print("end")
