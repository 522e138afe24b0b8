"""A str of a subclass is a header and a block for its characters."""
import gc
import sys
import tracemalloc


class Attributed(str):
    pass


class Slotted(Attributed):
    __slots__ = ('x',)


class Bare(str):
    __slots__ = ()

    def shout(self):
        return Bare(self.upper())


TEXTS = ('', 'a', 'abc', '\xe9', '\u1234', '\U00012345', '\u1234\u1235')


def measure(cls):
    for text in TEXTS:
        cls(text)
        before = tracemalloc.get_traced_memory()[0]
        made = cls(text)
        after = tracemalloc.get_traced_memory()[0]
        print(cls.__name__, ascii(text), after - before, sys.getsizeof(made), made == text, len(made))
        made = None
    left = tracemalloc.get_traced_memory()[0]
    print(gc.is_tracked(cls('x')), left - before < 100)


tracemalloc.start()
for one in (Attributed, Slotted, Bare):
    measure(one)
loud = Bare('quiet').shout()
print(loud, type(loud).__name__, hash(loud) == hash('QUIET'), {loud: 1}['QUIET'])
gc.collect()
a = Slotted('k')
a.x = a
del a
print(gc.collect())
n = tracemalloc.get_traced_memory()[0]
many = [Bare('number %d' % i) for i in range(50)]
full = tracemalloc.get_traced_memory()[0]
del many
print(full - n > 50 * 80, tracemalloc.get_traced_memory()[0] - n < 600)
