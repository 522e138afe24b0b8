# Sizes of code objects: from 3.11 on the instructions are part of them.
import sys

def size(f):
    return sys.getsizeof(f.__code__)

def empty(): pass
def docs():
    """Only a docstring."""
def one(x): return x + 1
def branches(a, b=2, *rest, key=None, **more):
    if a < b and key or not rest:
        return [a, b, *rest]
    elif key is None:
        return {**more, 'a': a}
    return a if b else key
def loops(rows):
    total = 0
    for i, (x, y) in enumerate(rows):
        if x: continue
        total += y
    else:
        total = -total
    while total > 0 and rows:
        total -= 1
    return total
def handled(path):
    try:
        return path()
    except (ValueError, KeyError) as e:
        print(e)
    except OSError:
        raise
    else:
        path = None
    finally:
        del path
def managed(a, b):
    with a as x, b:
        return x
def comprehended(n):
    return [i * j for i in range(n) for j in range(i) if i != j], {k: v for k, v in n}, {*n}, sum(x for x in n)
def generated(n):
    yield n
    x = yield from n
    return x
def closed(n):
    def inner():
        nonlocal n
        n += 1
        return lambda: n
    return inner
def told(x, w):
    return f'{x!r:>{w}} {x:.2f} {x=}' + '%s-%5s' % (x, w)
def called(f, *a, **k):
    f.method(1, key=2)
    f(*a, **k)
    f(1, *a, b=2, **k)
    return super(type(f), f).__init__()
def chained(a, b, c): return a < b < c, a and b or c, not a, a is None, a not in b
def sliced(s): s[1:2] = s[::2]; del s[0]; s[0] += 1; s.x += 1; return s[-1:]
def imports():
    import os.path as p, sys
    from collections import deque, OrderedDict as O
    assert p, 'message'
    global g
    g = p
async def waits(m):
    async with m as x:
        async for i in x:
            await i
    return [j async for j in m]
class C:
    """Docs."""
    x: int = 1
    def method(self): return super().__repr__(), __class__
    @property
    def value(self): return self.__secret
    @value.setter
    def value(self, to): self.__secret, self.other = to, to
for f in (empty, docs, one, branches, loops, handled, managed, comprehended, generated, closed, closed(1), closed(1)(), told, called,
          chained, sliced, imports, waits, C.method, C.value.fget, C.value.fset, lambda: 0, lambda *a: (yield)):
    print(f.__name__, size(f))
print([sys.getsizeof(c) for c in closed.__code__.co_consts if hasattr(c, 'co_name')])
many = 'def f(x):\n' + ''.join(f' x.a{i} = {i} + x\n' for i in range(300)) + ' return x\n'
space = {}
exec(many, space)
print(size(space['f']))
exec('def f(x):\n' + ' if x:\n  pass\n' * 100 + ' while x: x -= 1\n', space)
print(size(space['f']))
exec('def f(x):\n for i in x:\n  if i:\n' + '   g(i)\n' * 60, space)
print(size(space['f']))
def warm(x): return len(x) + len(x)
for _ in range(2000): warm('')
print('warm', size(warm))
