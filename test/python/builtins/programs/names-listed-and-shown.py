# dir() lists names that are there already; reprs of objects are formatted in a larger block; large factorials keep the room of a shift.
import gc
import math
import tracemalloc


class Thing:
    label = 'x'

    def __init__(self):
        self.first = 1
        self.second = [2]

    def act(self):
        return self


thing = Thing()
sys_like = gc


def held(make):
    for _ in range(3):
        make()
    tracemalloc.start()
    made = make()
    now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return now, peak - now if len(repr(made)) < 3 else peak


def kept(make):
    return held(make)[0]


for name, make in [('thing', lambda: dir(thing)), ('class', lambda: dir(Thing)), ('int', lambda: dir(5)), ('module', lambda: dir(gc))]:
    print(name, kept(make) < 1000)
print('dir', kept(lambda: dir(thing)), kept(lambda: thing.__dir__()) < 1000)
print('repr', held(lambda: repr(thing)), held(lambda: repr(held)), held(lambda: str(Thing())))
print('factorials', [kept(lambda: math.factorial(n)) for n in (5, 13, 20, 21, 25, 30, 50, 100)])
print(dir(thing)[-3:], dir(thing).count('act'), sorted(set(dir(thing))) == dir(thing), [n for n in dir() if n.startswith('th')])
name = 'made' + str(thing.first)
thing.__dict__[name] = 1
print([n for n in dir(thing) if n == name][0] is name, 'first' is dir(thing)[-4])


def local_names(b, a):
    c = 1
    return dir()


print(local_names(1, 2))
for args in [(1, 2), (1, int), (int, 2), (1, (int, 2)), (int, (str, 5)), ([], ()), (int, [int]), (1, None)]:
    try:
        print(args, issubclass(*args))
    except TypeError as error:
        print(args, error)
