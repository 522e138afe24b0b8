# The keys that a class has for its instances are memory: a table of 8 up to 3.10, which others get when it goes.
import gc
import tracemalloc


def plain():
    class X:
        pass

    return X


def derived():
    class X(Exception):
        pass

    return X


def slotted():
    class X:
        __slots__ = ('a',)

    return X


def now():
    return tracemalloc.get_traced_memory()[0]


def sizes(make):
    steps = [now()]
    one = make()
    steps.append(now())
    gc.collect()
    steps.append(now())
    other = make()
    steps.append(now())
    first = {7: 1}
    steps.append(now())
    del other
    gc.collect()
    steps.append(now())
    second = {7: 1}
    steps.append(now())
    return [after - before for before, after in zip(steps, steps[1:])]


def deleted(one):
    gc.collect()
    steps = [now()]
    one.next = 5
    steps.append(now())
    del one.next
    steps.append(now())
    first = {7: 1}
    steps.append(now())
    second = {7: 1}
    steps.append(now())
    return [after - before for before, after in zip(steps, steps[1:])]


for make in plain, derived, slotted:
    make()
    gc.collect()
    tracemalloc.start()
    sizes(make)
    print(make.__name__, sizes(make))
    tracemalloc.stop()

tracemalloc.start()
for _ in range(3):
    print(deleted(plain()()))
