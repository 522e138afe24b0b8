import contextlib
@contextlib.contextmanager
def twice(n):
    try:
        yield n
        yield n
    except ValueError:
        print('caught')
        yield 3
    finally:
        print('out', n)
cm = twice(1)
try: cm.__exit__(None, None, None)
except RuntimeError as e: print(e, e.__context__)
print('between'); cm = None
try:
    with twice(2): pass
except RuntimeError as e: print(e, e.__context__, e.__traceback__.tb_next is None)
print('between')
try:
    with twice(3): raise ValueError(3)
except RuntimeError as e: print(e, repr(e.__context__))
print('between')
@contextlib.asynccontextmanager
async def again(n):
    try:
        yield n
        yield n
    except ValueError:
        print('caught')
        yield 3
    finally:
        print('out', n)
def run(c):
    try:
        while True: c.send(None)
    except StopIteration: pass
async def main():
    for raising in (False, True):
        cm = again(raising)
        try:
            async with cm:
                if raising: raise ValueError
        except RuntimeError as e: print(e, repr(e.__context__))
        print('between')
run(main())
