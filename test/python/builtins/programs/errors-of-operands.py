# Exceptions that are made while what the instruction works on is still alive: which tuples are free then.
import gc
N=0
def t(f):
    global N; N+=1
    for i in range(3):
        gc.collect()
        try:
            f()
        except Exception as e:
            print(N, type(e).__name__, gc.get_count())
def one(): return (1,)
def two(): return [1]
def d(): return {1: 2}
t(lambda: tuple([1]) + [])
t(lambda: tuple([1]) + 3)
t(lambda: 3 + tuple([1]))
t(lambda: tuple([1])[5])
t(lambda: tuple([1])['a'])
t(lambda: tuple([1]) < 4)
t(lambda: 4 in tuple([1]) < 3)
t(lambda: -tuple([1]))
t(lambda: tuple([1]).foo)
t(lambda: tuple([1])())
t(lambda: len(3, tuple([1])))
t(lambda: len(3))
t(lambda: int(tuple([1])))
t(lambda: {}[tuple([1])])
t(lambda: {tuple([[]]): 1})
t(lambda: [1, 2][tuple([1])])
t(lambda: [*3])
t(lambda: one(x=tuple([1])))
t(lambda: tuple([1]) @ tuple([2]))
def f():
    a, b = tuple([1])
t(f)
def f():
    a, b, *c = tuple([1])
t(f)
def f():
    for x in 5: pass
t(f)
def f():
    x = tuple([1])
    x += 1
t(f)
def f():
    tuple([1])[0] = 3
t(f)
def f():
    del tuple([1])[0]
t(f)
def f():
    tuple([1]).x = 3
t(f)
def f():
    with tuple([1]): pass
t(f)
def f():
    raise tuple([1])
t(f)
def f():
    raise ValueError(tuple([1])) from tuple([1])
t(f)
def f():
    print(*3)
t(f)
def f():
    assert not tuple([1]), tuple([1])
t(f)
def f():
    '%d' % tuple(['a'])
t(f)
def f():
    f'{tuple([1]):d}'
t(f)
def f():
    isinstance(1, tuple([1]))
t(f)
def f():
    getattr(tuple([1]), 'abc')
t(f)
def f():
    next(iter(tuple([])))
t(f)
def f():
    sorted([1, 'a', tuple([1])])
t(f)
def f():
    ' '.join(tuple([1]))
t(f)
def f():
    sum(tuple(['a']))
t(f)
def f():
    max(tuple([]))
t(f)
def f():
    [].index(tuple([1]))
t(f)
def f():
    dict(tuple([1]))
t(f)
def f():
    zip(tuple([1]), 1)
t(f)
