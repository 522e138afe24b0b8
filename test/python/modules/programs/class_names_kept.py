"""A class of a program keeps its names: asking for them makes no new str; the repr of a dataclass adds one to what it is called."""
import tracemalloc
from dataclasses import dataclass


class Named:
    pass


class Outer:
    class Inner:
        pass


@dataclass
class Point:
    x: int
    y: int


def names(thing):
    return thing.__class__.__name__, thing.__class__.__qualname__


def peak(function, argument):
    function(argument)
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    function(argument)
    return tracemalloc.get_traced_memory()[1] - before


named, inner, point = Named(), Outer.Inner(), Point(1, 2)
name = Named.__name__
print(Named.__name__ is name, Named.__qualname__ is Named.__qualname__, Point.__name__ is Point.__qualname__)
tracemalloc.start()
for one in (named, point):
    print(names(one), peak(names, one))
print(peak(repr, point), repr(point))
Named.__name__ = 'Renamed'
Named.__qualname__ = 'Other'
print(names(named), name, Named)
print(names(inner), dict.__name__, type(3).__qualname__)
