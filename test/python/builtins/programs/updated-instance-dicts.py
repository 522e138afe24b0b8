import sys


class Box:
    pass


class Full:
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = 1


for count in (1, 2, 4, 5, 6, 8, 11, 20):
    source = {'k%d' % n: n for n in range(count)}
    box = Box()
    box.__dict__.update(source)
    full = Full()
    vars(full).update(source)
    emptied = Full()
    vars(emptied).clear()
    vars(emptied).update(source)
    late = Box()
    names = vars(late)
    late.first = 0
    names.update(source)
    plain = {1: 2}
    del plain[1]
    plain.update(source)
    popped = dict(source)
    popped.popitem()
    again = {}
    again.update(popped)
    print(count, [sys.getsizeof(d) for d in (source, vars(box), vars(full), vars(emptied), vars(late), plain, again)], len(vars(full)), list(vars(late))[:2])
