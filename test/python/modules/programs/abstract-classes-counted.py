import collections.abc as c
import gc
from abc import ABC, abstractmethod

gc.collect()


def counted(*shown):
    print(*shown, gc.get_count())
    gc.collect()


counted(isinstance([], c.Sized))
counted(isinstance([], c.Sized))
counted(isinstance(3, c.Iterator))
counted(isinstance(3, c.Iterator))
counted(isinstance(3, c.Hashable), isinstance([], c.Hashable), isinstance(len, c.Callable))
counted(isinstance({}.keys(), c.KeysView), isinstance({}, c.KeysView))


class Shape(ABC):
    @abstractmethod
    def area(self):
        pass

    def name(self):
        return "shape"


counted(Shape.__abstractmethods__)


class Square(Shape):
    def area(self):
        return 1


counted(Square.__abstractmethods__)
counted(Shape.register(int))
counted(isinstance(True, Shape))
counted(isinstance("", Shape), isinstance("", Square))
counted(isinstance(Square(), Shape), issubclass(bool, Shape))


def forget():
    class Circle(Shape):
        sides = 0

    isinstance(3, Circle)
    issubclass(Circle, c.Callable)


forget()
counted()
counted()
for wrong in (lambda: Shape.register(3), lambda: issubclass(3, Shape), lambda: Square.register(Shape)):
    try:
        wrong()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
    counted()


class Hooked(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return {int: True, str: False, float: 3}.get(other, NotImplemented)


counted(isinstance(3, Hooked), isinstance("", Hooked), isinstance([], Hooked), isinstance(3, Hooked))
try:
    isinstance(1.0, Hooked)
except AssertionError as error:
    print(error)
counted()
print(Hooked.__subclasses__(), [name for name in vars(Hooked) if name.startswith("_abc")])
